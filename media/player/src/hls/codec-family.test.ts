import Hls, { Events, type LoaderCallbacks, type LoaderContext } from 'hls.js'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { findUpperLevels, joinCodecs } from './codec-family.ts'

type Rung = readonly [shortPx: number, codec: string, bitrateBps: number, range?: string]

const LADDER: readonly Rung[] = [
  [240, 'avc1.640015', 400_000],
  [540, 'avc1.64001f', 1_600_000],
  [1080, 'avc1.640028', 5_000_000],
  [1440, 'hvc1.1.6.L150.90', 7_000_000],
  [2160, 'hvc1.1.6.L153.90', 16_000_000],
]
const AV1: readonly Rung[] = [
  [240, 'av01.0.00M.08', 240_000],
  [1080, 'av01.0.08M.08', 2_800_000],
  [2160, 'av01.0.12M.08', 11_000_000],
]
const HDR: readonly Rung[] = [
  [540, 'hvc1.2.4.L93.90', 1_200_000, 'PQ'],
  [2160, 'hvc1.2.4.L153.90', 17_000_000, 'PQ'],
]
const FAST_BPS = 100_000_000
const SLOW_BPS = 300_000

const playlistOf = (rungs: readonly Rung[]): string =>
  [
    '#EXTM3U',
    '#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="audio",NAME="汉语",LANGUAGE="zh",DEFAULT=YES,AUTOSELECT=YES,CHANNELS="2",URI="audio/index.m3u8"',
    '#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="audio-low",NAME="汉语",LANGUAGE="zh",DEFAULT=YES,AUTOSELECT=YES,CHANNELS="2",URI="low/index.m3u8"',
    ...rungs.flatMap(([shortPx, codec, bps, range = 'SDR']) => [
      `#EXT-X-STREAM-INF:BANDWIDTH=${bps},CODECS="${codec},mp4a.40.2",RESOLUTION=${Math.round((shortPx * 16) / 9)}x${shortPx},FRAME-RATE=25.000,VIDEO-RANGE=${range},AUDIO="audio"`,
      `${shortPx}-${codec}/index.m3u8`,
    ]),
    '#EXT-X-STREAM-INF:BANDWIDTH=48000,CODECS="mp4a.40.2",AUDIO="audio-low"',
    'low/index.m3u8',
  ].join('\n')

/** Brings one playlist, as the network would. */
function loaderOf(text: string) {
  return class {
    context = null
    stats = {
      ...{ aborted: false, loaded: text.length, retry: 0, total: text.length, chunkCount: 0, bwEstimate: 0 },
      ...{ loading: { start: 0, first: 0, end: 0 }, parsing: { start: 0, end: 0 }, buffering: { start: 0, first: 0, end: 0 } },
    }
    load(context: LoaderContext, _config: unknown, callbacks: LoaderCallbacks<LoaderContext>): void {
      queueMicrotask(() => callbacks.onSuccess({ url: context.url, data: text }, this.stats, context, null))
    }
    abort(): void {}
    destroy(): void {}
  }
}

const opened: Hls[] = []

/** hls.js with the levels of a ladder, and not yet begun. */
async function openLadder(rungs: readonly Rung[]): Promise<Hls> {
  const hls = new Hls({ loader: loaderOf(playlistOf(rungs)), autoStartLoad: false })
  opened.push(hls)
  const parsed = new Promise((resolve) => hls.once(Events.MANIFEST_PARSED, resolve))
  hls.loadSource('http://127.0.0.1/master.m3u8')
  await parsed
  return hls
}

/** Name of the level that hls.js would begin with on a link. */
function chosen(hls: Hls, linkBps: number): string {
  hls.bandwidthEstimate = linkBps
  const level = hls.levels[hls.nextAutoLevel]
  return `${level?.height}p ${level?.videoCodec?.slice(0, 4)}`
}

describe('a ladder that goes on in HEVC above H.264', () => {
  let decodes: readonly string[]

  beforeEach(() => {
    decodes = ['avc1', 'hvc1', 'av01', 'mp4a']
    // A browser, as far as hls.js asks it what it can do.
    vi.stubGlobal('self', globalThis)
    vi.stubGlobal('location', new URL('http://127.0.0.1/tv/'))
    vi.stubGlobal('MediaSource', { isTypeSupported: (type: string) => decodes.some((codec) => type.includes(codec)) })
  })
  afterEach(() => {
    for (const hls of opened.splice(0)) hls.destroy()
    vi.unstubAllGlobals()
  })

  it('is two ladders to hls.js, which never leaves the first', async () => {
    const hls = await openLadder(LADDER)
    expect(hls.levels.map(({ codecSet }) => codecSet)).toEqual(['avc1,mp4a', 'avc1,mp4a', 'avc1,mp4a', 'hvc1,mp4a', 'hvc1,mp4a'])
    expect(chosen(hls, FAST_BPS)).toBe('1080p avc1')
  })

  it.each([
    [FAST_BPS, '2160p hvc1'],
    [9_000_000, '1440p hvc1'],
    [6_000_000, '1080p avc1'],
    [SLOW_BPS, '240p avc1'],
  ])('is one once joined: a link of %i bit/s gets %s', async (linkBps, level) => {
    const hls = await openLadder(LADDER)
    expect(joinCodecs(hls, true).map(({ height }) => height)).toEqual([1440, 2160])
    expect(chosen(hls, linkBps)).toBe(level)
  })

  it('ends with H.264 on a device that decodes no HEVC', async () => {
    decodes = ['avc1', 'mp4a']
    const hls = await openLadder(LADDER)
    expect(joinCodecs(hls, true)).toEqual([])
    expect(chosen(hls, FAST_BPS)).toBe('1080p avc1')
  })

  it('ends with H.264 on a device that cannot change the codec of a buffer, whatever fails', async () => {
    const hls = await openLadder(LADDER)
    expect(joinCodecs(hls, false)).toEqual([])
    expect(hls.levels.map(({ height }) => height)).toEqual([240, 540, 1080])
    expect(chosen(hls, FAST_BPS)).toBe('1080p avc1')
  })

  it('leaves ladders of AV1 and of HDR alone', async () => {
    const hls = await openLadder([...LADDER, ...AV1, ...HDR])
    expect(joinCodecs(hls, true).map(({ videoCodec }) => videoCodec)).toEqual(['hvc1.1.6.L150.90', 'hvc1.1.6.L153.90'])
    expect(hls.levels.filter(({ codecSet }) => codecSet === 'av01,mp4a')).toHaveLength(AV1.length)
    expect(hls.levels.filter(({ codecSet }) => codecSet === 'hvc1,mp4a').map(({ videoRange }) => videoRange)).toEqual(['PQ', 'PQ'])
  })

  it('never offers the sound alone where there are pictures', async () => {
    const hls = await openLadder(LADDER)
    expect(hls.levels).toHaveLength(LADDER.length)
    expect(chosen(hls, 50_000)).toBe('240p avc1')
  })
})

describe('findUpperLevels', () => {
  const level = (shortPx: number, videoCodec: string, audioCodec: string | undefined = 'mp4a.40.2') => ({
    ...{ videoCodec, audioCodec, videoRange: 'SDR' as const, width: shortPx, height: shortPx * 2 },
    codecSet: `${videoCodec.slice(0, 4)},${audioCodec?.slice(0, 4)}`,
  })
  it('goes by the short side, as a portrait ladder is no taller than another', () => {
    expect(findUpperLevels([level(1080, 'avc1'), level(1440, 'hvc1')])).toHaveLength(1)
    expect(findUpperLevels([level(1080, 'avc1'), level(1080, 'hvc1')])).toHaveLength(0)
  })
  it('joins nothing with another sound, and nothing to nothing', () => {
    expect(findUpperLevels([level(1080, 'avc1'), level(1440, 'hvc1', 'ac-3')])).toHaveLength(0)
    expect(findUpperLevels([level(1440, 'hvc1')])).toHaveLength(0)
    expect(findUpperLevels([])).toHaveLength(0)
  })
})
