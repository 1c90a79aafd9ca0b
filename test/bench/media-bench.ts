import { readFile } from 'node:fs/promises'
import { createLab } from '../lab/lab.ts'
import { median, round } from '../lab/statistics.ts'
import { waitUntil } from '../lab/wait-until.ts'
import { bareSegmentSeconds } from './bare-segment.ts'
import { joinFilms, renderFilm } from './films.ts'
import { measureCost } from './media-cost.ts'
import { type MediaBenchLab, openMediaBenchLab } from './media-lab.ts'
import { measureMemory, measureWorkers } from './media-machine.ts'
import { measureQuality } from './media-quality.ts'
import type { Bench, Measured, Row } from './report.ts'

const UPLOADS = 5

/** Seconds from the claim of a whole upload to a preview whose picture and sound can be fetched. */
async function watchableSeconds(master: Buffer): Promise<number> {
  const lab = await createLab()
  try {
    const staff = await lab.signIn()
    const { uploadId } = await staff.upload(master, 'film.mp4')
    const startedAt = performance.now()
    const claimed = await staff.call('createAsset', { body: { uploadId } })
    if (!claimed.ok) throw new Error(JSON.stringify(claimed.problem))
    const { id } = claimed.answer
    const read = async () => await staff.call('readAsset', { params: { id } })
    const asset = await waitUntil('a preview', read, (answer) => answer.ok && answer.answer.previewUrl !== undefined, 60_000, 20)
    if (asset?.ok !== true) throw new Error('no preview')
    const base = asset.answer.previewUrl?.replace('master.m3u8', '') ?? ''
    for (const file of ['master.m3u8', '240p/index.m3u8', '240p/0.m4s']) {
      const { status } = await staff.raw('GET', base + file)
      if (status !== 200) throw new Error(`${file}: ${status}`)
    }
    return (performance.now() - startedAt) / 1000
  } finally {
    await lab.stop()
  }
}

async function measureWatchable(lab: MediaBenchLab): Promise<{ readonly rows: readonly Row[]; readonly details: unknown }> {
  const part = await renderFilm(lab.folder, 'animation', 1080, 10)
  const master = await readFile(await joinFilms(lab.folder, 'three-minutes-drawn', [part], 18))
  const ours: number[] = []
  for (let index = 0; index < UPLOADS; index += 1) ours.push(await watchableSeconds(master))
  const bare = await bareSegmentSeconds(master)
  const seconds = round(median(ours), 2)
  const row: Row = {
    work: 'watchable after the last byte of three minutes of 1080p',
    unit: 's',
    ours: seconds,
    against: { name: 'one 4 s segment of the lowest rung by bare ffmpeg', value: round(bare, 2) },
    ratio: round(seconds / bare, 2),
    aim: '≤ 2 × + 1 s',
    isMet: seconds <= 2 * bare + 1,
  }
  return { rows: [row], details: { ours, bare } }
}

type Part = (lab: MediaBenchLab) => Promise<Pick<Measured, 'rows' | 'details'>>

const CPU = 'CPU is user and system seconds of ffmpeg as its shell counts them, one run of each side.'
const FILMS = 'Films drawn by ffmpeg in the project (a dark noisy stage, a flat animation, fine detail).'

/** What a title costs, each part for itself, so that a long one that is broken off takes no other with it. */
const PARTS: Readonly<Record<string, { readonly measure: Part; readonly method: string }>> = {
  watchable: { measure: measureWatchable, method: `${FILMS} The time to a picture is the median of ${UPLOADS} new servers.` },
  memory: { measure: measureMemory, method: `${FILMS} Resident memory of all encoders together, looked at ten times a second.` },
  workers: { measure: measureWorkers, method: `${FILMS} One run of each side; the server encodes nothing.` },
  quality: { measure: measureQuality, method: `${FILMS} SSIM of every frame against the master at the rung's own size.` },
  cost: { measure: measureCost, method: `${FILMS} ${CPU}` },
}

const benchOf =
  ({ measure, method }: (typeof PARTS)[string]): Bench =>
  async () => {
    const lab = await openMediaBenchLab()
    try {
      return { ...(await measure(lab)), method }
    } finally {
      await lab.close()
    }
  }

export const MEDIA_BENCHES: Readonly<Record<string, Bench>> = Object.fromEntries(
  Object.entries(PARTS).map(([name, part]) => [`media-${name}`, benchOf(part)]),
)
