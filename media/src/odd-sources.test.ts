import { join } from 'node:path'
import type { AssetId } from '@ulan/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type MediaLab, makeFolder, openLab, run, untilSettled } from './test-lab.ts'

let lab: MediaLab
let clips: string

beforeAll(async () => {
  clips = await makeFolder()
  lab = await openLab()
})
afterAll(() => lab.close())

const lavfi = (source: string): readonly string[] => ['-f', 'lavfi', '-i', source]
const FAST = ['-c:v', 'libx264', '-preset', 'ultrafast']
const TONE = lavfi('sine=440:d=6')
const picture = (size: string, rate = '25', seconds = 6): readonly string[] => lavfi(`testsrc2=s=${size}:r=${rate}:d=${seconds}`)

type Odd = {
  readonly name: string
  readonly file: string
  readonly make: readonly string[]
  readonly rungs: readonly string[]
  readonly frames: number
  readonly size: string
}

/** Files as people have them; each gets its planned result. */
const ODD: readonly Odd[] = [
  {
    name: 'a transport stream that starts at 37.5 s',
    file: 'late.ts',
    make: [...picture('320x180'), ...TONE, ...FAST, '-g', '250', '-c:a', 'aac', '-output_ts_offset', '37.5'],
    rungs: ['180p', 'audio'],
    frames: 150,
    size: '320x180',
  },
  {
    name: 'Matroska that starts at 10.3 s',
    file: 'late.mkv',
    make: [...picture('320x180'), ...TONE, ...FAST, '-g', '250', '-c:a', 'aac', '-output_ts_offset', '10.3'],
    rungs: ['180p', 'audio'],
    frames: 150,
    size: '320x180',
  },
  {
    name: 'odd sides and full chroma',
    file: 'odd.mp4',
    make: [...picture('319x181', '30000/1001'), ...FAST, '-pix_fmt', 'yuv444p'],
    rungs: ['180p'],
    frames: 180,
    size: '318x180',
  },
  {
    name: 'an interlaced tape with tall pixels',
    file: 'tape.ts',
    make: [...picture('352x288', '50'), '-vf', 'setsar=12/11,interlace', '-flags', '+ilme+ildct', '-c:v', 'mpeg2video', '-b:v', '2M'],
    rungs: ['240p', '288p'],
    frames: 150,
    size: '384x288',
  },
  {
    name: 'one picture',
    file: 'one.mp4',
    make: [...picture('320x180', '25', 1), '-frames:v', '1', ...FAST],
    rungs: ['180p'],
    frames: 1,
    size: '320x180',
  },
  {
    name: 'eight channels in an AVI',
    file: 'eight.avi',
    make: [...picture('320x180'), ...lavfi('aevalsrc=0.1*sin(440*t)|0|0|0|0|0|0|0:c=7.1:d=6'), '-c:v', 'mpeg4', '-c:a', 'pcm_s16le'],
    rungs: ['180p', 'audio'],
    frames: 150,
    size: '320x180',
  },
]

test.each(ODD)('$name', { timeout: 280_000 }, async ({ file, make, rungs, frames, size }) => {
  const path = join(clips, file)
  await run('ffmpeg', ['-v', 'error', '-y', ...make, path])
  const id = file.replace('.', '-') as AssetId // a test id
  await lab.media.library.reserveAsset(id, file)
  await lab.media.library.importMaster(id, path)
  const asset = await untilSettled(lab.url, id)
  expect([asset.status, asset.rungs.map((rung) => rung.name)]).toEqual(['ready', rungs])
  const top = rungs.filter((rung) => rung !== 'audio').at(-1) ?? ''
  const playlist = join(lab.folder, 'media/assets', id, String(asset.version), top, 'index.m3u8')
  const shown = 'stream=width,height,nb_read_frames'
  const { stdout } = await run('ffprobe', ['-v', 'error', '-count_frames', '-show_entries', shown, '-of', 'csv=p=0', playlist])
  expect(stdout.trim().split('\n')[0]).toBe(`${size.replace('x', ',')},${frames}`)
})

test('a phone held upright gives upright rungs', { timeout: 280_000 }, async () => {
  const lying = join(clips, 'lying.mp4')
  await run('ffmpeg', ['-v', 'error', '-y', ...picture('320x180', '25', 2), ...FAST, lying])
  await run('ffmpeg', ['-v', 'error', '-y', '-i', lying, '-c', 'copy', '-metadata:s:v', 'rotate=90', join(clips, 'upright.mp4')])
  const id = 'upright' as AssetId // a test id
  await lab.media.library.reserveAsset(id, 'upright.mp4')
  await lab.media.library.importMaster(id, join(clips, 'upright.mp4'))
  const asset = await untilSettled(lab.url, id)
  expect(asset).toMatchObject({ status: 'ready', source: { widthPx: 180, heightPx: 320 } })
  lab.publicAssets.add(id)
  expect(await (await fetch(lab.url + asset.playlistUrl)).text()).toContain('RESOLUTION=180x320')
})

test('sound alone is not a programme', async () => {
  await run('ffmpeg', ['-v', 'error', '-y', ...TONE, '-c:a', 'aac', join(clips, 'sound.m4a')])
  const id = 'sound' as AssetId // a test id
  await lab.media.library.reserveAsset(id, 'sound.m4a')
  await lab.media.library.importMaster(id, join(clips, 'sound.m4a'))
  expect((await untilSettled(lab.url, id)).problem?.type).toBe('/problems/not-a-video')
})
