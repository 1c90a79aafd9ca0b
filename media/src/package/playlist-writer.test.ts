import { expect, test } from 'vitest'
import { averageBitrateBps, peakBitrateBps, writeMediaPlaylist, writeMultivariantPlaylist } from './playlist-writer.ts'
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

test('the multivariant playlist says what was measured, sound included', () => {
  const audio = { rendition: rendition('audio', 'mp4a.40.2', [64_000, 64_000]), language: 'mn', label: '蒙古语' }
  const variants = [{ rendition: rendition('240p', 'avc1.640015', [100_000, 200_000]), widthPx: 426, heightPx: 240 }]
  const text = writeMultivariantPlaylist({ frameRate: { numerator: 30000, denominator: 1001 }, variants, audio }, 4)
  expect(text).toContain('#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="audio",NAME="蒙古语",LANGUAGE="mn",DEFAULT=YES')
  expect(text).toContain(
    'BANDWIDTH=528000,AVERAGE-BANDWIDTH=428000,CODECS="avc1.640015,mp4a.40.2",RESOLUTION=426x240,FRAME-RATE=29.970,VIDEO-RANGE=SDR,AUDIO="audio"',
  )
})

test('a silent title has no audio group', () => {
  const variants = [{ rendition: rendition('240p', 'avc1.640015', [100_000]), widthPx: 426, heightPx: 240 }]
  const text = writeMultivariantPlaylist({ frameRate: { numerator: 25, denominator: 1 }, variants }, 4)
  expect(text).not.toContain('AUDIO')
  expect(text).toContain('CODECS="avc1.640015",')
})
