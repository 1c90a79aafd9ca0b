import { execFile } from 'node:child_process'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { DEFAULT_POLICY } from '@ulan/media'
import { median, round } from '../lab/statistics.ts'
import { FILMS, joinFilms, renderFilm } from './films.ts'
import { type Call, encodeMaster, type MediaBenchLab, type PlannedRung } from './media-lab.ts'
import type { Row } from './report.ts'

const run = promisify(execFile)
const FILM_SECONDS = 10
const TIMES = 6
const ROUNDS = 3
/** Aim of the design (§9). */
const MOST_RATIO = 1.05

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

async function handWrittenCost(lab: MediaBenchLab, master: string, rungs: readonly PlannedRung[]): Promise<number> {
  await lab.forgetCalls()
  await handWritten(lab, master, rungs)
  return cpuOf(await lab.readCalls())
}

/** One side right after the other, and the other way round in the next round: a machine that grows slower favours neither. */
async function measureRound(lab: MediaBenchLab, master: string, known: readonly PlannedRung[] | undefined) {
  const before = known === undefined ? undefined : await handWrittenCost(lab, master, known)
  const long = await unitCost(lab, master, 15)
  return { long, handWritten: before ?? (await handWrittenCost(lab, master, long.rungs)) }
}

/** What cutting into units costs against one process that makes the same rungs: the median of rounds, since one differs by 3 %. */
export async function measureCost(lab: MediaBenchLab): Promise<{ readonly rows: readonly Row[]; readonly details: unknown }> {
  const master = await threeMinutes(lab.folder)
  const rounds = [await measureRound(lab, master, undefined)]
  const rungs = rounds[0]?.long.rungs ?? []
  while (rounds.length < ROUNDS) rounds.push(await measureRound(lab, master, rounds.length % 2 === 1 ? rungs : undefined))
  const short = await unitCost(lab, master, 5)
  const against = { name: 'one hand-written ffmpeg process', value: round(median(rounds.map((one) => one.handWritten)), 1) }
  const ratio = round(median(rounds.map((one) => one.long.units / one.handWritten)), 3)
  return {
    rows: [
      {
        work: `video rungs of 3 minutes of 1080p (${rungs.length} rungs), units of 15 segments; medians of ${ROUNDS} rounds`,
        unit: 'CPU s',
        ours: round(median(rounds.map((one) => one.long.units)), 1),
        against,
        ratio,
        aim: `≤ ${MOST_RATIO} ×`,
        isMet: ratio <= MOST_RATIO,
      },
      {
        work: 'the same, units of 5 segments, once',
        unit: 'CPU s',
        ours: round(short.units, 1),
        against,
        ratio: round(short.units / against.value, 3),
      },
      {
        work: 'the rest of such a title: trial encodes, poster, storyboard',
        unit: 'CPU s',
        ours: round(median(rounds.map((one) => one.long.others)), 1),
      },
    ],
    details: { rounds, short },
  }
}
