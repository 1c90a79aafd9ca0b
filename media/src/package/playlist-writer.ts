import type { FrameRate } from '../plan/frame-rate.ts'
import type { RenditionRecord, SegmentRecord } from './rendition-record.ts'

export type MediaPlaylist = {
  readonly timescale: number
  readonly segments: readonly SegmentRecord[]
  /** Longest segment that the plan allows, seconds; stays the same while the list grows. */
  readonly longestSeconds: number
  readonly isComplete: boolean
}
type VariantRecord = {
  readonly rendition: RenditionRecord
  readonly widthPx: number
  readonly heightPx: number
}
export type MultivariantPlaylist = {
  readonly frameRate: FrameRate
  readonly variants: readonly VariantRecord[]
  readonly audio?: { readonly rendition: RenditionRecord; readonly language: string; readonly label: string }
}

const secondsOf = (ticks: number, timescale: number): number => ticks / timescale

/** RFC 8216bis media playlist; `EVENT` while an encode goes on, `VOD` once complete. Segments are `<number>.m4s` from 0. */
export function writeMediaPlaylist({ timescale, segments, longestSeconds, isComplete }: MediaPlaylist): string {
  const durations = segments.map((segment) => secondsOf(segment.durationTicks, timescale))
  // EXTINF rounded to the nearest integer must not exceed it (§4.4.3.1).
  const target = Math.max(1, Math.round(Math.max(longestSeconds, ...durations)))
  return [
    '#EXTM3U',
    '#EXT-X-VERSION:7',
    `#EXT-X-TARGETDURATION:${target}`,
    '#EXT-X-MEDIA-SEQUENCE:0',
    `#EXT-X-PLAYLIST-TYPE:${isComplete ? 'VOD' : 'EVENT'}`,
    '#EXT-X-INDEPENDENT-SEGMENTS',
    '#EXT-X-MAP:URI="init.mp4"',
    ...durations.flatMap((duration, index) => [`#EXTINF:${duration.toFixed(5)},`, `${index}.m4s`]),
    ...(isComplete ? ['#EXT-X-ENDLIST'] : []),
    '',
  ].join('\n')
}

/**
 * Peak bit rate in bit/s as RFC 8216bis defines it: the largest over any run of whole segments between half
 * and one and a half target durations long.
 */
export function peakBitrateBps(segments: readonly SegmentRecord[], timescale: number, targetSeconds: number): number {
  let peak = 0
  for (let first = 0; first < segments.length; first += 1) {
    let bits = 0
    let seconds = 0
    for (const segment of segments.slice(first, first + 16)) {
      bits += segment.bytes * 8
      seconds += secondsOf(segment.durationTicks, timescale)
      if (seconds > targetSeconds * 1.5) break
      if (seconds >= targetSeconds * 0.5) peak = Math.max(peak, bits / seconds)
    }
  }
  return Math.ceil(peak > 0 ? peak : averageBitrateBps(segments, timescale))
}

/** Average bit rate over the whole run, bit/s. */
export function averageBitrateBps(segments: readonly SegmentRecord[], timescale: number): number {
  const bits = segments.reduce((sum, segment) => sum + segment.bytes * 8, 0)
  const seconds = secondsOf(
    segments.reduce((sum, segment) => sum + segment.durationTicks, 0),
    timescale,
  )
  return seconds === 0 ? 0 : Math.ceil(bits / seconds)
}

const quote = (text: string): string => `"${text.replaceAll(/["\r\n]/g, '')}"`

function variantLines(variant: VariantRecord, list: MultivariantPlaylist, targetSeconds: number): readonly string[] {
  const { rendition } = variant
  const sound = list.audio?.rendition
  const peak = (record: RenditionRecord | undefined): number =>
    record === undefined ? 0 : peakBitrateBps(record.segments, record.timescale, targetSeconds)
  const average = (record: RenditionRecord | undefined): number =>
    record === undefined ? 0 : averageBitrateBps(record.segments, record.timescale)
  const attributes = [
    `BANDWIDTH=${peak(rendition) + peak(sound)}`,
    `AVERAGE-BANDWIDTH=${average(rendition) + average(sound)}`,
    `CODECS=${quote([rendition.codec, ...(sound ? [sound.codec] : [])].join(','))}`,
    `RESOLUTION=${variant.widthPx}x${variant.heightPx}`,
    `FRAME-RATE=${(list.frameRate.numerator / list.frameRate.denominator).toFixed(3)}`,
    'VIDEO-RANGE=SDR',
    ...(sound ? ['AUDIO="audio"'] : []),
    'CLOSED-CAPTIONS=NONE',
  ]
  return [`#EXT-X-STREAM-INF:${attributes.join(',')}`, `${rendition.name}/index.m3u8`]
}

/** Multivariant playlist from measured sizes and the codec boxes; lowest rung first, so that a first picture is quick. */
export function writeMultivariantPlaylist(list: MultivariantPlaylist, targetSeconds: number): string {
  const audio = list.audio && [
    'TYPE=AUDIO',
    'GROUP-ID="audio"',
    `NAME=${quote(list.audio.label)}`,
    `LANGUAGE=${quote(list.audio.language)}`,
    'DEFAULT=YES',
    'AUTOSELECT=YES',
    'CHANNELS="2"',
    `URI=${quote(`${list.audio.rendition.name}/index.m3u8`)}`,
  ]
  return [
    '#EXTM3U',
    '#EXT-X-VERSION:7',
    '#EXT-X-INDEPENDENT-SEGMENTS',
    ...(audio ? [`#EXT-X-MEDIA:${audio.join(',')}`] : []),
    ...list.variants.flatMap((variant) => variantLines(variant, list, targetSeconds)),
    '',
  ].join('\n')
}
