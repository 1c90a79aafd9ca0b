import { execFile } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** A kind of picture that the platform has, drawn by ffmpeg, so that it carries no licence but the project's own. */
export type Film = 'stage' | 'animation' | 'detail'
export const FILMS: readonly Film[] = ['stage', 'animation', 'detail']

const size = (shortSide: number): string => `${Math.round((shortSide * 16) / 9 / 2) * 2}x${shortSide}`
const source = (text: string): readonly string[] => ['-f', 'lavfi', '-i', text]

/** Figures in costumes crossing a dark stage in front of a still camera whose sensor is noisy. */
function stage(shortSide: number, seconds: number): readonly string[] {
  const unit = Math.round(shortSide / 9)
  const figure = (index: number): string =>
    `drawbox=x='${unit}*${index * 3}+${unit}*sin(t*${0.6 + index * 0.35})':y=${5 * unit}:w=${unit}:h=${3 * unit}:color=0x${['a03030', '30608a', '8a7a30', '507a40'][index]}:t=fill`
  const light = `gradients=s=${size(shortSide)}:r=25:d=${seconds}:c0=0x08080f:c1=0x33251a:n=2:speed=0.002:seed=7`
  return [...source(light), '-vf', [...[0, 1, 2, 3].map(figure), 'noise=alls=11:allf=t:all_seed=5', 'format=yuv420p'].join(',')]
}

/** Flat colours and hard edges that move, as in a drawn series. */
function animation(shortSide: number, seconds: number): readonly string[] {
  const unit = Math.round(shortSide / 9)
  const shape = (index: number): string =>
    `drawbox=x='mod(t*${unit * (1 + index)}+${index * 3 * unit},16*${unit})':y='${(index + 2) * unit}+${unit}*abs(sin(t*${2 + index}))':w=${(2 + index) * unit}:h=${unit}:color=0x${['d9534f', 'f0ad4e', 'ffffff', '5b4a99'][index]}:t=fill`
  const sky = `gradients=s=${size(shortSide)}:r=25:d=${seconds}:c0=0x6db3f2:c1=0x9ed36a:n=2:speed=0.004:seed=3`
  return [...source(sky), '-vf', [...[0, 1, 2, 3].map(shape), 'format=yuv420p'].join(',')]
}

/** Fine structure that is new in every picture, harder than grass in the wind. */
const detail = (shortSide: number, seconds: number): readonly string[] => [
  ...source(`mandelbrot=s=${size(shortSide)}:r=25:start_scale=0.9:end_scale=0.2:end_pts=600`),
  ...['-t', String(seconds), '-vf', 'format=yuv420p'],
]

const PICTURES: Readonly<Record<Film, (shortSide: number, seconds: number) => readonly string[]>> = { stage, animation, detail }

/** Renders a film of 25 frames per second, 16:9, nearly without loss; its path. */
export async function renderFilm(folder: string, film: Film, shortSide: number, seconds: number): Promise<string> {
  const path = join(folder, `${film}-${shortSide}-${seconds}.mp4`)
  const encode = ['-c:v', 'libx264', '-preset', 'ultrafast', '-crf', '12', '-g', '250', '-an']
  await run('ffmpeg', ['-v', 'error', '-nostdin', '-y', ...PICTURES[film](shortSide, seconds), ...encode, path])
  return path
}

/** Lays several films of one size end to end, without encoding them again; its path. */
export async function joinFilms(folder: string, name: string, paths: readonly string[], times: number): Promise<string> {
  const list = join(folder, `${name}.txt`)
  await writeFile(
    list,
    Array.from({ length: times }, () => paths.map((path) => `file '${path}'`))
      .flat()
      .join('\n'),
  )
  const path = join(folder, `${name}.mp4`)
  await run('ffmpeg', ['-v', 'error', '-nostdin', '-y', '-f', 'concat', '-safe', '0', '-i', list, '-c', 'copy', path])
  return path
}

/** Two voices under a film, as a title has them; its path. */
export async function addSound(folder: string, picturePath: string, seconds: number): Promise<string> {
  const path = join(folder, 'with-sound.mp4')
  const voices = `aevalsrc=0.3*sin(2*PI*(220+40*sin(t))*t)|0.2*sin(2*PI*330*t):d=${seconds}:s=48000`
  const both = ['-i', picturePath, ...source(voices), '-map', '0:v', '-map', '1:a', '-c:v', 'copy', '-c:a', 'aac']
  await run('ffmpeg', ['-v', 'error', '-nostdin', '-y', ...both, path])
  return path
}
