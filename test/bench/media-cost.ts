import { execFile } from 'node:child_process'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { DEFAULT_POLICY } from '@ulan/media'
import { round } from '../lab/statistics.ts'
import { FILMS, joinFilms, renderFilm } from './films.ts'
import { type Call, encodeMaster, type MediaBenchLab, type PlannedRung } from './media-lab.ts'
import type { Row } from './report.ts'

const run = promisify(execFile)
const FILM_SECONDS = 10
const TIMES = 6

/** A film of three minutes in full HD, of all kinds of pictures. */
async function threeMinutes(folder: string): Promise<string> {
  const parts: string[] = []
  for (const film of FILMS) parts.push(await renderFilm(folder, film, 1080, FILM_SECONDS))
  return await joinFilms(folder, 'three-minutes', parts, TIMES)
}

/** The same rungs in one process, as somebody would write it by hand: segments by ffmpeg's own HLS muxer. */
async function handWritten(lab: MediaBenchLab, master: string, rungs: readonly PlannedRung[]): Promise<void> {
  const out = join(lab.folder, 'hand-written')
  const splits = rungs.map((_, index) => `[s${index}]`).join('')
  const scales = rungs.map(({ widthPx, heightPx }, index) => `[s${index}]scale=${widthPx}:${heightPx}[v${index}]`)
  const graph = [`[0:v]fps=25,format=yuv420p,setsar=1,split=${rungs.length}${splits}`, ...scales].join(';')
  const outputs: string[] = []
  for (const [index, { name, crf, preset, level, maxBitrateBps }] of rungs.entries()) {
    await mkdir(join(out, name), { recursive: true })
    outputs.push(
      ...['-map', `[v${index}]`, '-c:v', 'libx264', '-preset', preset, '-profile:v', 'high', '-level:v', level],
      ...['-crf', String(crf), '-maxrate', String(maxBitrateBps), '-bufsize', String(2 * maxBitrateBps), '-threads', '4'],
      ...['-x264-params', 'keyint=50:min-keyint=50:scenecut=0:open-gop=0'],
      ...['-f', 'hls', '-hls_time', '4', '-hls_playlist_type', 'vod', '-hls_segment_type', 'fmp4', '-hls_list_size', '0'],
      ...['-hls_segment_filename', join(out, name, '%05d.m4s'), join(out, name, 'index.m3u8')],
    )
  }
  await run(lab.ffmpegPath, ['-nostdin', '-v', 'error', '-y', '-threads', '4', '-i', master, '-filter_complex', graph, ...outputs])
}

const isUnit = ({ words }: Call): boolean => words.includes('-fragment_index')

function cpuOf(calls: readonly Call[]): number {
  const seconds = calls.reduce((sum, { cpuSeconds }) => sum + cpuSeconds, 0)
  if (seconds === 0) throw new Error('no CPU was counted')
  return seconds
}

/** CPU seconds of the video units of a film, and of everything else that was done for it. */
async function unitCost(lab: MediaBenchLab, master: string, segments: number) {
  await lab.forgetCalls()
  const policy = { ...DEFAULT_POLICY, segmentsPerShortUnit: segments, segmentsPerLongUnit: segments }
  const { rungs } = await encodeMaster(lab, master, { policy, workers: 1 })
  const calls = await lab.readCalls()
  return { rungs, units: cpuOf(calls.filter(isUnit)), others: cpuOf(calls.filter((call) => !isUnit(call))), calls: calls.length }
}

/** What cutting into units costs against one process that makes the same rungs. */
export async function measureCost(lab: MediaBenchLab): Promise<{ readonly rows: readonly Row[]; readonly details: unknown }> {
  const master = await threeMinutes(lab.folder)
  const long = await unitCost(lab, master, 15)
  await lab.forgetCalls()
  await handWritten(lab, master, long.rungs)
  const against = { name: 'one hand-written ffmpeg process', value: round(cpuOf(await lab.readCalls()), 1) }
  const short = await unitCost(lab, master, 5)
  const rowOf = (work: string, units: number, aim?: number): Row => {
    const ratio = round(units / against.value, 3)
    return {
      work,
      unit: 'CPU s',
      ours: round(units, 1),
      against,
      ratio,
      ...(aim !== undefined && { aim: `≤ ${aim} ×`, isMet: ratio <= aim }),
    }
  }
  return {
    rows: [
      rowOf(`video rungs of 3 minutes of 1080p (${long.rungs.length} rungs), units of 15 segments`, long.units, 1.05),
      rowOf('the same, units of 5 segments', short.units),
      { work: 'the rest of such a title: trial encodes, poster, storyboard', unit: 'CPU s', ours: round(long.others, 1) },
    ],
    details: { long, short, against },
  }
}
