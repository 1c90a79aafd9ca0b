import { expect, test } from 'vitest'
import { averageBitrateBps, peakBitrateBps } from './bitrate.ts'
import { writeKeyPicturePlaylist, writeMediaPlaylist, writeMultivariantPlaylist } from './playlist-writer.ts'
import type { RenditionRecord } from './rendition-record.ts'

const TIMESCALE = 25_000
const segment = (bytes: number, seconds = 4) => ({ bytes, durationTicks: seconds * TIMESCALE })
const rendition = (name: string, codec: string, sizes: readonly number[]): RenditionRecord => ({
  name,
  codec,
  timescale: TIMESCALE,
  initSha256: 'x',
  firstOffsetTicks: 2000,
  frames: sizes.length * 100,
  firstSegment: 0,
  segments: sizes.map((bytes) => segment(bytes)),
})

test('a growing list is EVENT without an end, a whole one VOD with it', () => {
  const list = { timescale: TIMESCALE, segments: [segment(10), segment(10, 1.5)], longestSeconds: 4 }
  const growing = writeMediaPlaylist({ ...list, isComplete: false })
  expect(growing).toContain('#EXT-X-PLAYLIST-TYPE:EVENT')
  expect(growing).not.toContain('#EXT-X-ENDLIST')
  expect(writeMediaPlaylist({ ...list, isComplete: true }).split('\n')).toEqual([
    '#EXTM3U',
    '#EXT-X-VERSION:7',
    '#EXT-X-TARGETDURATION:4',
    '#EXT-X-MEDIA-SEQUENCE:0',
    '#EXT-X-PLAYLIST-TYPE:VOD',
    '#EXT-X-INDEPENDENT-SEGMENTS',
    '#EXT-X-MAP:URI="init.mp4"',
    '#EXTINF:4.00000,',
    '0.m4s',
    '#EXTINF:1.50000,',
    '1.m4s',
    '#EXT-X-ENDLIST',
    '',
  ])
})

test('the target duration holds the longest segment, rounded', () => {
  const list = (seconds: number) =>
    writeMediaPlaylist({ timescale: TIMESCALE, segments: [segment(10, seconds)], longestSeconds: 4, isComplete: true })
  expect(list(4.004)).toContain('TARGETDURATION:4\n')
  expect(list(4.6)).toContain('TARGETDURATION:5\n')
})

test('the peak is that of any window, a short last segment alone does not make one', () => {
  const segments = [segment(1_000_000), segment(3_000_000), segment(1_000_000), segment(200_000, 0.2)]
  expect(peakBitrateBps(segments, TIMESCALE, 4)).toBe(6_000_000)
  expect(averageBitrateBps(segments, TIMESCALE)).toBe(Math.ceil((5_200_000 * 8) / 12.2))
  expect(peakBitrateBps([segment(5_000, 0.5)], TIMESCALE, 4)).toBe(80_000)
})

const PLAIN = { cues: [], folderOf: () => '' }
const RATE = { numerator: 30000, denominator: 1001 }
const picture = { widthPx: 426, heightPx: 240, range: 'sdr' } as const

test('the multivariant playlist says what was measured, the loudest language included', () => {
  const audios = [
    { rendition: rendition('audio', 'mp4a.40.2', [64_000, 64_000]), language: 'zh', label: '汉语', isDefault: true },
    { rendition: rendition('audio-2', 'mp4a.40.2', [66_000, 66_000]), language: 'mn', label: '蒙古语', isDefault: false },
  ]
  const variants = [{ rendition: rendition('240p', 'avc1.640015', [100_000, 200_000]), ...picture }]
  const lines = writeMultivariantPlaylist({ frameRate: RATE, variants, audios, hasKeyPictures: false, ...PLAIN }, 4).split('\n')
  expect(lines.slice(3)).toEqual([
    '#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="audio",NAME="汉语",LANGUAGE="zh",DEFAULT=YES,AUTOSELECT=YES,CHANNELS="2",URI="audio/index.m3u8"',
    '#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="audio",NAME="蒙古语",LANGUAGE="mn",DEFAULT=NO,AUTOSELECT=YES,CHANNELS="2",URI="audio-2/index.m3u8"',
    '#EXT-X-STREAM-INF:BANDWIDTH=532000,AVERAGE-BANDWIDTH=432000,CODECS="avc1.640015,mp4a.40.2",RESOLUTION=426x240,FRAME-RATE=29.970,VIDEO-RANGE=SDR,AUDIO="audio",CLOSED-CAPTIONS=NONE',
    '240p/index.m3u8',
    '',
  ])
})

test('a link that carries no picture still carries the sound, as the last variant', () => {
  const low = rendition('audio-low', 'mp4a.40.2', [24_000])
  const audios = [{ rendition: rendition('audio', 'mp4a.40.2', [64_000]), low, language: 'zh', label: '汉语', isDefault: true }]
  const variants = [{ rendition: rendition('240p', 'avc1.640015', [100_000]), ...picture }]
  const lines = writeMultivariantPlaylist({ frameRate: RATE, variants, audios, hasKeyPictures: false, ...PLAIN }, 4).split('\n')
  expect(lines[4]).toContain('GROUP-ID="audio-low",NAME="汉语"')
  expect(lines.slice(-3)).toEqual([
    '#EXT-X-STREAM-INF:BANDWIDTH=48000,AVERAGE-BANDWIDTH=48000,CODECS="mp4a.40.2",AUDIO="audio-low"',
    'audio-low/index.m3u8',
    '',
  ])
})

test('a silent title has no audio group, and HDR says which', () => {
  const variants = [
    { rendition: rendition('2160p-hdr', 'hvc1.2.4.L150.90', [100_000]), widthPx: 3840, heightPx: 2160, range: 'pq' } as const,
  ]
  const text = writeMultivariantPlaylist({ frameRate: RATE, variants, audios: [], hasKeyPictures: false, ...PLAIN }, 4)
  expect(text).not.toContain('AUDIO')
  expect(text).toContain('CODECS="hvc1.2.4.L150.90",RESOLUTION=3840x2160,FRAME-RATE=29.970,VIDEO-RANGE=PQ,')
})

test('key pictures are ranges of the segments, each as long as its GOP', () => {
  const keyPictures = [
    { startBytes: 0, bytes: 9_000, durationTicks: 2 * TIMESCALE },
    { startBytes: 50_000, bytes: 8_000, durationTicks: 1.5 * TIMESCALE },
  ]
  const scanned = { ...rendition('240p', 'avc1.640015', []), segments: [{ ...segment(90_000, 3.5), keyPictures }] }
  expect(writeKeyPicturePlaylist(scanned).split('\n').slice(2)).toEqual([
    '#EXT-X-TARGETDURATION:2',
    '#EXT-X-MEDIA-SEQUENCE:0',
    '#EXT-X-PLAYLIST-TYPE:VOD',
    '#EXT-X-I-FRAMES-ONLY',
    '#EXT-X-MAP:URI="init.mp4"',
    '#EXTINF:2.00000,',
    '#EXT-X-BYTERANGE:9000@0',
    '0.m4s',
    '#EXTINF:1.50000,',
    '#EXT-X-BYTERANGE:8000@50000',
    '0.m4s',
    '#EXT-X-ENDLIST',
    '',
  ])
  const text = writeMultivariantPlaylist(
    { frameRate: RATE, variants: [{ rendition: scanned, ...picture }], audios: [], hasKeyPictures: true, ...PLAIN },
    4,
  )
  expect(text).toContain(
    `#EXT-X-I-FRAME-STREAM-INF:BANDWIDTH=${Math.ceil(64_000 / 1.5)},AVERAGE-BANDWIDTH=${Math.ceil((17_000 * 8) / 3.5)},CODECS="avc1.640015",RESOLUTION=426x240,VIDEO-RANGE=SDR,URI="240p/iframes.m3u8"`,
  )
})

test('subtitles are a group of their own, and what is part of an older version is named where it lies', () => {
  const variants = [{ rendition: rendition('240p', 'avc1.640015', [100_000]), ...picture }]
  const cues = [{ name: 'cues', language: 'mn-Mong', label: '蒙古文' }]
  const folderOf = (name: string) => (name === '240p' ? '../7/' : '')
  const text = writeMultivariantPlaylist({ frameRate: RATE, variants, audios: [], cues, folderOf, hasKeyPictures: true }, 4)
  expect(text).toContain(
    '#EXT-X-MEDIA:TYPE=SUBTITLES,GROUP-ID="subtitles",NAME="蒙古文",LANGUAGE="mn-Mong",DEFAULT=NO,AUTOSELECT=YES,FORCED=NO,URI="cues/index.m3u8"',
  )
  expect(text).toContain('VIDEO-RANGE=SDR,SUBTITLES="subtitles",CLOSED-CAPTIONS=NONE\n../7/240p/index.m3u8')
  expect(text).toContain('URI="../7/240p/iframes.m3u8"')
})
