import { execFile } from 'node:child_process'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { round } from '../lab/statistics.ts'
import { FILMS, type Film, joinFilms, renderFilm } from './films.ts'
import { encodeMaster, type MediaBenchLab, type PlannedRung } from './media-lab.ts'
import type { Row } from './report.ts'

const run = promisify(execFile)
/** Long enough to be measured before its ladder is settled. */
const PART_SECONDS = 8
const PARTS = 5
/** Bit rates that a fixed ladder is tried at, as shares of what the rung may take at most. */
const SHARES = [0.015, 0.04, 0.1, 0.25, 0.6, 1.5]

type Point = { readonly bytes: number; readonly ssimDb: number }

/** SSIM of a file against the master at the rung's own size, in dB. */
async function ssimOf(file: string, master: string, { widthPx, heightPx }: PlannedRung): Promise<number> {
  const compare = `[1:v]fps=25,scale=${widthPx}:${heightPx},settb=1/25,setpts=N[r];[0:v]settb=1/25,setpts=N[t];[t][r]ssim`
  const { stderr } = await run('ffmpeg', [
    '-nostdin',
    '-hide_banner',
    '-nostats',
    '-i',
    file,
    '-i',
    master,
    '-lavfi',
    compare,
    '-f',
    'null',
    '-',
  ])
  return -10 * Math.log10(Math.max(1e-6, 1 - Number(/SSIM Y:([\d.]+)/.exec(stderr)?.[1])))
}

/** A rung as a ladder of fixed bit rates has it, at one bit rate. */
async function fixedPoint(lab: MediaBenchLab, master: string, rung: PlannedRung, share: number): Promise<Point> {
  const file = join(lab.folder, 'fixed.mp4')
  const rate = Math.round(rung.maxBitrateBps * share)
  await run('ffmpeg', [
    ...['-nostdin', '-v', 'error', '-y', '-i', master, '-vf', `fps=25,scale=${rung.widthPx}:${rung.heightPx},format=yuv420p`],
    ...['-c:v', 'libx264', '-preset', rung.preset, '-b:v', String(rate), '-maxrate', String(rate), '-bufsize', String(2 * rate)],
    ...['-x264-params', 'keyint=50:min-keyint=50:scenecut=0:open-gop=0', '-an', file],
  ])
  return { bytes: (await stat(file)).size, ssimDb: await ssimOf(file, master, rung) }
}

async function ownPoint({ files }: { readonly files: string }, master: string, rung: PlannedRung): Promise<Point> {
  const playlist = join(files, rung.name, 'index.m3u8')
  const { stdout } = await run('ffprobe', [
    '-v',
    'error',
    '-show_entries',
    'packet=size',
    '-select_streams',
    'v',
    '-of',
    'csv=p=0',
    playlist,
  ])
  const bytes = stdout.split('\n').reduce((sum, line) => sum + (Number.parseInt(line, 10) || 0), 0)
  return { bytes, ssimDb: await ssimOf(playlist, master, rung) }
}

/**
 * Bytes that fixed bit rates need for a quality; between two tries the line is straight in ln(bytes). What none of them
 * reaches counts as the most that was tried: it would need more.
 */
function bytesFor(points: readonly Point[], ssimDb: number): number {
  const sorted = points.toSorted((a, b) => a.bytes - b.bytes)
  const above = sorted.findIndex((point) => point.ssimDb >= ssimDb)
  const high = sorted[above] ?? sorted.at(-1)
  const low = sorted[above - 1]
  if (high === undefined) throw new Error('nothing was tried')
  if (low === undefined) return high.bytes
  const share = (ssimDb - low.ssimDb) / (high.ssimDb - low.ssimDb)
  return Math.exp(Math.log(low.bytes) + share * (Math.log(high.bytes) - Math.log(low.bytes)))
}

type Compared = { readonly film: Film; readonly rung: string; readonly crf: number; readonly own: Point; readonly fixedBytes: number }

async function compareFilm(lab: MediaBenchLab, film: Film): Promise<readonly Compared[]> {
  const part = await renderFilm(lab.folder, film, 1080, PART_SECONDS)
  const master = await joinFilms(lab.folder, `${film}-long`, [part], PARTS)
  const encoded = await encodeMaster(lab, master)
  const compared: Compared[] = []
  for (const rung of encoded.rungs.slice(1)) {
    const own = await ownPoint(encoded, master, rung)
    const points: Point[] = []
    for (const share of SHARES) points.push(await fixedPoint(lab, part, rung, share))
    // The film is its part, five times.
    const scaled = points.map(({ bytes, ssimDb }) => ({ bytes: bytes * PARTS, ssimDb }))
    compared.push({ film, rung: rung.name, crf: rung.crf, own, fixedBytes: bytesFor(scaled, own.ssimDb) })
  }
  return compared
}

/**
 * Bytes against a ladder of fixed bit rates in two ways: title for title at the same SSIM, where each title would have to be
 * given its own fixed rate; and for all titles together, where one rate must give each of them at least the SSIM that ours has.
 */
export async function measureQuality(lab: MediaBenchLab): Promise<{ readonly rows: readonly Row[]; readonly details: unknown }> {
  const all: Compared[] = []
  for (const film of FILMS) all.push(...(await compareFilm(lab, film)))
  const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)
  const rungs = [...new Set(all.map(({ rung }) => rung))]
  const own = sum(all.map(({ own: { bytes } }) => bytes))
  const one = sum(
    rungs.map((name) => {
      const alike = all.filter(({ rung }) => rung === name)
      return alike.length * Math.max(...alike.map(({ fixedBytes }) => fixedBytes))
    }),
  )
  const each = sum(all.map(({ fixedBytes }) => fixedBytes))
  const rowOf = (work: string, name: string, against: number, aim?: number): Row => {
    const ratio = round(own / against, 2)
    const megabytes = (bytes: number): number => round(bytes / 1e6, 2)
    return {
      work,
      unit: 'MB',
      ours: megabytes(own),
      against: { name, value: megabytes(against) },
      ratio,
      ...(aim !== undefined && { aim: `≤ ${aim} ×`, isMet: ratio <= aim }),
    }
  }
  return {
    rows: [
      rowOf(
        `bytes of ${FILMS.length} drawn films (stage, animation, detail; the project's own), rungs above the lowest`,
        'one fixed ladder that gives each film at least our SSIM',
        one,
        0.7,
      ),
      rowOf('the same, title for title at equal SSIM', 'a fixed rate chosen for each film and rung', each),
    ],
    details: all,
  }
}
