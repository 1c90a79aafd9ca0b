import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** Bars in which each frame carries its number, so many frames at most: 2 to that power. */
const BARS = 12
const RATE = 25
/** The bars take this part of the height, from the top; below them something moves, so that encoders have work. */
const BAR_SHARE = 4
/** Between black and white. */
const MIDDLE_GREY = 128

export type NumberedFilm = { readonly seconds: number; readonly widthPx: number; readonly heightPx: number }

export const framesOf = ({ seconds }: NumberedFilm): number => seconds * RATE

/** A film with a tone whose frames carry their numbers as white and black bars, lowest digit left; GOPs of 10 s, as cameras make them. */
export async function renderNumberedFilm(film: NumberedFilm): Promise<Buffer> {
  const folder = await mkdtemp(join(tmpdir(), 'legal-numbered-'))
  const file = join(folder, 'film.mp4')
  const { seconds, widthPx, heightPx } = film
  const barPx = Math.floor(widthPx / BARS)
  const area = (index: number, colour: string): string =>
    `drawbox=x=${index * barPx}:y=0:w=${barPx}:h=${heightPx / BAR_SHARE}:color=${colour}:t=fill`
  const bars = Array.from({ length: BARS }, (_, index) => `${area(index, 'white')}:enable='eq(mod(floor(n/${2 ** index}),2),1)'`)
  const ground = `drawbox=x=0:y=0:w=iw:h=${heightPx / BAR_SHARE}:color=black:t=fill`
  await run('ffmpeg', [
    ...['-v', 'error', '-nostdin', '-y'],
    ...['-f', 'lavfi', '-i', `testsrc2=size=${widthPx}x${heightPx}:rate=${RATE}:duration=${seconds}`],
    ...['-f', 'lavfi', '-i', `sine=frequency=330:sample_rate=48000:duration=${seconds}`],
    ...['-vf', [ground, ...bars].join(','), '-c:v', 'libx264', '-preset', 'ultrafast', '-crf', '18', '-pix_fmt', 'yuv420p', '-g', '250'],
    ...['-c:a', 'aac', '-b:a', '96k', '-shortest', file],
  ])
  const bytes = await readFile(file)
  await rm(folder, { recursive: true, force: true })
  return bytes
}

/** Decodes a playlist of such a film, to the last frame and without any error, and reads the numbers. */
export async function readFrameNumbers(url: string): Promise<readonly number[]> {
  const middle = `crop=iw:ih/${2 * BAR_SHARE}:0:ih/${4 * BAR_SHARE},crop=floor(iw/${BARS})*${BARS}:ih:0:0,scale=${BARS}:1:flags=area,format=gray`
  const { stdout } = await run(
    'ffmpeg',
    [
      '-v',
      'error',
      '-xerror',
      '-nostdin',
      '-i',
      url,
      '-map',
      '0:v:0',
      '-fps_mode',
      'passthrough',
      '-vf',
      middle,
      '-f',
      'rawvideo',
      'pipe:1',
    ],
    { encoding: 'buffer', maxBuffer: 2 ** 24 },
  )
  return Array.from({ length: stdout.length / BARS }, (_, frame) =>
    [...stdout.subarray(frame * BARS, (frame + 1) * BARS)].reduce((sum, grey, index) => sum + (grey > MIDDLE_GREY ? 2 ** index : 0), 0),
  )
}

/** Decodes a playlist of sound without any error. */
export async function decodeSound(url: string): Promise<void> {
  await run('ffmpeg', ['-v', 'error', '-xerror', '-nostdin', '-i', url, '-map', '0:a:0', '-f', 'null', '-'])
}
