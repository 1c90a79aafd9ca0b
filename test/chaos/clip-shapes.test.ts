import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Asset } from '@ulan/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ApiClient } from '../lab/api-client.ts'
import { createLab, type Lab, waitForAsset } from '../lab/lab.ts'
import { createRandom } from '../lab/seeded-random.ts'
import { REPOSITORY } from '../lab/server-process.ts'
import { LENGTH, SEED } from '../lab/test-length.ts'
import { CLIP_SHAPES, type Film } from './clip-table.ts'
import { hasEncoder } from './encoders.ts'
import { makeFile } from './file-recipe.ts'

const run = promisify(execFile)
/** What encoders put before and behind a sound: one frame of ours, one of the source at its own rate. */
const SOUND_SLACK_SECONDS = 0.2
/** None of these files looks around. */
const NOBODY_NEAR = { secretPath: '', listenerUrl: '' }

const shapes = createRandom(SEED).sample(CLIP_SHAPES, LENGTH.clipShapes)

describe(`${shapes.length} of ${CLIP_SHAPES.length} kinds of files people have, seed ${SEED}`, () => {
  let lab: Lab
  let staff: ApiClient
  let folder: string

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'legal-shapes-'))
    lab = await createLab()
    staff = await lab.signIn()
  })
  afterAll(async () => {
    await lab?.stop()
    await rm(folder, { recursive: true, force: true })
  })

  it.for(shapes)('$name', { timeout: 280_000 }, async (shape, { skip }) => {
    const { encoder } = shape
    if (encoder !== undefined && !(await hasEncoder(encoder))) return skip(`this ffmpeg has no ${encoder}`)
    const { id, fileName } = await staff.uploadAsset(await makeFile(shape, folder, NOBODY_NEAR), shape.file)
    expect(fileName, 'as its sender calls it').toBe(shape.file)
    await compareFilm(await waitForAsset(staff, id, 240_000), shape.becomes)
    for (const place of [REPOSITORY, folder, lab.dataDir]) expect(existsSync(join(place, 'pwned')), 'a name is a name').toBe(false)
  })

  /** The film is as long as its source, and the playlists are true of every rung. */
  async function compareFilm(asset: Asset, film: Film): Promise<void> {
    const { version, durationSeconds = 0, playlistUrl = '' } = asset
    const frameSeconds = 1 / Number(film.rate)
    expect(Math.abs(durationSeconds - film.seconds), `${durationSeconds} s of ${film.seconds}`).toBeLessThan(1.01 * frameSeconds)
    const master = await readText(playlistUrl)
    // One variant has the sound alone.
    const variants = [...master.matchAll(/^#EXT-X-STREAM-INF:(.*RESOLUTION=.*)\n(.*)$/gm)].map(([, line = '', uri = '']) => ({ line, uri }))
    const files = join(lab.dataDir, 'media/assets', asset.id, String(version))
    for (const { line, uri } of variants) {
      const [video] = await probe(join(files, uri))
      expect(video).toMatchObject({ ...GOOD_PICTURE, nb_read_frames: String(Math.round(durationSeconds / frameSeconds)) })
      expect(['progressive', undefined], 'no combs').toContain(video?.field_order)
      expect(line).toContain(`CODECS="${avc(video)}${film.hasSound ? ',mp4a.40.2' : ''}",RESOLUTION=${video?.width}x${video?.height},`)
      expect(line).toContain(`FRAME-RATE=${film.rate},VIDEO-RANGE=SDR`)
      expect(rateOf(video)).toBeCloseTo(Number(film.rate), 3)
      expect(await secondsOf(playlistUrl, uri)).toBeCloseTo(durationSeconds, 3)
    }
    expect(variants).toHaveLength(film.rungs)
    expect(variants.at(-1)?.line, 'the top rung has the size of the source').toContain(`RESOLUTION=${film.size},`)
    expect(master.includes('TYPE=AUDIO')).toBe(film.hasSound)
    if (!film.hasSound) return
    const [sound] = await probe(join(files, 'audio/index.m3u8'))
    expect(sound).toMatchObject(GOOD_SOUND)
    expect(Math.abs((await secondsOf(playlistUrl, 'audio/index.m3u8')) - (film.soundSeconds ?? film.seconds))).toBeLessThan(
      SOUND_SLACK_SECONDS,
    )
  }

  async function readText(path: string): Promise<string> {
    const { status, text } = await staff.raw('GET', path)
    expect(status, path).toBe(200)
    return text
  }

  /** Sum of the segments of one rung or sound. */
  async function secondsOf(master: string, uri: string): Promise<number> {
    const text = await readText(master.replace('master.m3u8', uri))
    return [...text.matchAll(/^#EXTINF:([\d.]+)/gm)].reduce((sum, [, seconds]) => sum + Number(seconds), 0)
  }
})

/** As ffprobe writes it. */
type Stream = {
  readonly profile: string
  readonly level: number
  readonly width: number
  readonly height: number
  readonly r_frame_rate: string
  readonly field_order?: string
}
/** What every box can show. */
const GOOD_PICTURE = { codec_name: 'h264', pix_fmt: 'yuv420p', sample_aspect_ratio: '1:1' }
const GOOD_SOUND = { codec_name: 'aac', profile: 'LC', channels: 2, sample_rate: '48000' }
const PROFILES: Readonly<Record<string, string>> = { 'Constrained Baseline': '42e0', Main: '4d40', High: '6400' }

async function probe(playlist: string): Promise<readonly Stream[]> {
  const { stdout } = await run('ffprobe', ['-v', 'error', '-count_frames', '-show_streams', '-of', 'json', playlist])
  const { streams }: { streams: readonly Stream[] } = JSON.parse(stdout)
  return streams
}

/** The codec of RFC 6381, from what the decoder sees. */
const avc = (video: Stream | undefined): string =>
  `avc1.${PROFILES[video?.profile ?? '']}${(video?.level ?? 0).toString(16).padStart(2, '0')}`

function rateOf(video: Stream | undefined): number {
  const [numerator = 0, denominator = 1] = (video?.r_frame_rate ?? '').split('/').map(Number)
  return numerator / denominator
}
