import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ask, type MediaLab, makeFolder, openLab, run, sendFile, untilSettled } from './test-lab.ts'

let lab: MediaLab
let folder: string
beforeAll(async () => {
  folder = await makeFolder()
  lab = await openLab({ workers: 2 })
})
afterAll(() => lab.close())

/** A clip of one colour, written as it is: Y 81, U 90, V 240, which is red in BT.601. */
async function renderRed(size: string, tags: readonly string[]): Promise<string> {
  const path = join(folder, `${size}-${tags.length}.mp4`)
  const picture = `nullsrc=s=${size}:r=25:d=3,format=yuv420p,geq=lum=81:cb=90:cr=240`
  await run('ffmpeg', ['-v', 'error', '-y', '-f', 'lavfi', '-i', picture, '-c:v', 'libx264', '-qp', '1', ...tags, path])
  return path
}

/** Mean Y, U and V of the lowest rung of what a clip became. */
async function coloursOf(clip: string): Promise<readonly number[]> {
  const id = await sendFile(lab.url, clip)
  await ask(`${lab.url}/api/v1/assets`, { uploadId: id })
  const asset = await untilSettled(lab.url, id)
  lab.publicAssets.add(id)
  const playlist = `${lab.url}${asset.playlistUrl?.replace('master.m3u8', '240p/index.m3u8')}`
  const { stdout } = await run('ffmpeg', [
    ...['-v', 'error', '-i', playlist, '-vf', 'signalstats,metadata=print:file=-', '-frames:v', '5', '-f', 'null', '-'],
  ])
  return ['Y', 'U', 'V'].map((name) =>
    Math.round(Number(new RegExp(`${name}AVG=([\\d.]+)`).exec(stdout.slice(stdout.indexOf('YAVG')))?.[1] ?? Number.NaN)),
  )
}
const near = (colours: readonly number[], wanted: readonly number[]): boolean =>
  colours.every((value, index) => Math.abs(value - (wanted[index] ?? 0)) <= 2)

test.each([
  ['high definition that does not say is BT.709, and stays as it is', '1280x720', [], [81, 90, 240]],
  ['standard definition that does not say is BT.601, and is brought to BT.709', '640x360', [], [63, 102, 240]],
  ['a file is believed, whatever its size', '1280x720', ['-colorspace', 'smpte170m'], [63, 102, 240]],
] as const)('%s', { timeout: 120_000 }, async (_name, size, tags, wanted) => {
  const colours = await coloursOf(await renderRed(size, tags))
  expect(near(colours, wanted), colours.join(' ')).toBe(true)
})
