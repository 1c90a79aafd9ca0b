import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { AV1_POLICY, DEFAULT_POLICY, HDR_POLICY, type LadderPolicy } from '@ulan/media'
import { encodeFilms, type Master } from './film-server.ts'
import { madeOnce } from './made-once.ts'
import { createRandom } from './seeded-random.ts'
import { LENGTH, SEED } from './test-length.ts'

const run = promisify(execFile)

/** A kind of film that people hand in, how to make one, and what must be true of its rungs. */
export type Film = {
  readonly name: string
  /** Takes so long to encode that only long runs have it. */
  readonly isLarge?: true
  /** Options of the one ffmpeg call that makes the master. */
  readonly make: readonly string[]
  readonly policy?: LadderPolicy
  readonly seconds: number
  /** Pictures per second as a fraction, in lowest terms. */
  readonly rate: readonly [number, number]
  /** Languages of the sound in their order. */
  readonly languages: readonly string[]
  /** Name of each rung, in the order of the playlist, and its size. */
  readonly rungs: Readonly<Record<string, string>>
}

const lavfi = (source: string): readonly string[] => ['-f', 'lavfi', '-i', source]
const picture = (size: string, rate: string, seconds: number): readonly string[] =>
  lavfi(`testsrc2=s=${size}:r=${rate}:d=${seconds},noise=alls=8:allf=t`)
const tone = (hz: number, seconds: number): readonly string[] => lavfi(`sine=${hz}:sample_rate=48000:d=${seconds}`)
const H264 = ['-c:v', 'libx264', '-preset', 'ultrafast', '-crf', '20', '-pix_fmt', 'yuv420p']
const HEVC10 = ['-c:v', 'libx265', '-preset', 'ultrafast', '-x265-params', 'log-level=none', '-pix_fmt', 'yuv420p10le']
const AAC = ['-c:a', 'aac']
const wideGamut = (transfer: string): readonly string[] => [
  ...['-color_primaries', 'bt2020', '-color_trc', transfer, '-colorspace', 'bt2020nc'],
]

/** Ladders in small, so that a small film has rungs that only large ones usually have. */
const SMALL: LadderPolicy = { ...DEFAULT_POLICY, h264: { ...DEFAULT_POLICY.h264, shortSidesPx: [120, 180] } }
const WITH_HEVC: LadderPolicy = { ...SMALL, hevc: { ...DEFAULT_POLICY.hevc, shortSidesPx: [270, 360] } }
const WITH_AV1: LadderPolicy = { ...SMALL, hevc: SMALL.h264, av1: { ...AV1_POLICY, shortSidesPx: [120, 240] } }
const WITH_HDR: LadderPolicy = { ...SMALL, hevc: SMALL.h264, hdr: { ...HDR_POLICY, shortSidesPx: [120, 240] } }

const bilingual = (seconds: number): readonly string[] => [
  ...[...tone(440, seconds), ...tone(880, seconds)],
  ...['-map', '0:v', '-map', '1:a', '-map', '2:a', '-metadata:s:a:0', 'language=chi', '-metadata:s:a:1', 'language=mon'],
]

const FILMS: readonly Film[] = [
  {
    name: 'two-languages',
    make: [...picture('320x180', '25', 9.52), ...bilingual(9.52), ...H264, ...AAC],
    policy: SMALL,
    seconds: 9.52,
    rate: [25, 1],
    languages: ['zh', 'mn'],
    rungs: { '120p': '214x120', '180p': '320x180' },
  },
  {
    name: 'ntsc',
    make: [...picture('426x240', '30000/1001', 4.6046), ...tone(440, 4.6), ...H264, ...AAC],
    seconds: 4.6046,
    rate: [30_000, 1001],
    languages: ['zh'],
    rungs: { '240p': '426x240' },
  },
  {
    name: 'fifty',
    make: [...picture('320x180', '50', 4.6), ...tone(440, 4.6), ...H264, ...AAC],
    seconds: 4.6,
    rate: [50, 1],
    languages: ['zh'],
    rungs: { '180p': '320x180' },
  },
  {
    name: 'hevc',
    make: [...picture('640x360', '25', 4.6), ...tone(440, 4.6), ...H264, ...AAC],
    policy: WITH_HEVC,
    seconds: 4.6,
    rate: [25, 1],
    languages: ['zh'],
    rungs: { '120p': '214x120', '180p': '320x180', '270p': '480x270', '360p': '640x360' },
  },
  {
    name: 'av1',
    make: [...picture('426x240', '25', 4.6), ...tone(440, 4.6), ...H264, ...AAC],
    policy: WITH_AV1,
    seconds: 4.6,
    rate: [25, 1],
    languages: ['zh'],
    rungs: { '120p': '214x120', '180p': '320x180', '120p-av1': '214x120', '240p-av1': '426x240' },
  },
  {
    name: 'hdr10',
    make: [...picture('426x240', '25', 4.6), ...tone(440, 4.6), ...HEVC10, ...wideGamut('smpte2084'), ...AAC],
    policy: WITH_HDR,
    seconds: 4.6,
    rate: [25, 1],
    languages: ['zh'],
    rungs: { '120p': '214x120', '180p': '320x180', '120p-hdr': '214x120', '240p-hdr': '426x240' },
  },
  {
    name: 'silent',
    make: [...picture('320x180', '24', 4.5), ...H264],
    seconds: 4.5,
    rate: [24, 1],
    languages: [],
    rungs: { '180p': '320x180' },
  },
  {
    name: 'portrait',
    make: [...picture('180x320', '30', 4.6), ...tone(440, 4.6), ...H264, ...AAC],
    policy: SMALL,
    seconds: 4.6,
    rate: [30, 1],
    languages: ['zh'],
    rungs: { '120p': '120x214', '180p': '180x320' },
  },
  {
    name: 'three-seconds',
    make: [...picture('320x180', '25', 3), ...tone(440, 3), ...H264, ...AAC],
    seconds: 3,
    rate: [25, 1],
    languages: ['zh'],
    rungs: { '180p': '320x180' },
  },
  {
    name: 'hlg',
    make: [...picture('426x240', '50', 6), ...tone(440, 6), ...HEVC10, ...wideGamut('arib-std-b67'), ...AAC],
    policy: WITH_HDR,
    seconds: 6,
    rate: [50, 1],
    languages: ['zh'],
    rungs: { '120p': '214x120', '180p': '320x180', '120p-hdr': '214x120', '240p-hdr': '426x240' },
  },
  {
    name: 'full-hd',
    isLarge: true,
    make: [...picture('1920x1080', '25', 21), ...bilingual(21), ...H264, ...AAC],
    seconds: 21,
    rate: [25, 1],
    languages: ['zh', 'mn'],
    rungs: { '240p': '426x240', '360p': '640x360', '540p': '960x540', '720p': '1280x720', '1080p': '1920x1080' },
  },
]

/** Two languages, and the codec of the large rungs. */
const OF_EVERY_RUN = ['two-languages', 'hevc']

/** Films of this run: those of every run, and some of the others, or all of them. */
export const FILMS_OF_RUN: readonly Film[] = [
  ...FILMS.filter(({ name }) => OF_EVERY_RUN.includes(name)),
  ...createRandom(SEED).sample(
    FILMS.filter(({ name, isLarge }) => !OF_EVERY_RUN.includes(name) && (LENGTH.hasLargeFilms || isLarge === undefined)),
    LENGTH.drawnFilms,
  ),
]

/** Renders a master into a folder. */
async function renderFilm({ name, make, policy }: Film, folder: string): Promise<Master> {
  const path = join(folder, `${name}.mp4`)
  await run('ffmpeg', ['-v', 'error', '-y', ...make, path])
  return { name, path, ...(policy && { policy }) }
}

/** The films of this run, encoded once for all who read or play them: a folder for `serveFilms`, to be left as it is. */
export const encodedFilms = (): Promise<string> =>
  madeOnce('films', async (folder) => {
    const drafts = await mkdtemp(join(tmpdir(), 'legal-masters-'))
    const masters: Master[] = []
    for (const film of FILMS_OF_RUN) masters.push(await renderFilm(film, drafts))
    await encodeFilms(masters, folder)
    await rm(drafts, { recursive: true, force: true })
  })
