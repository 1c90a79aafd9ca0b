import type { RenditionRecord, SegmentRecord } from './rendition-record.ts'

const secondsOf = (ticks: number, timescale: number): number => ticks / timescale

/** Average bit rate over the whole run, bit/s. */
export function averageBitrateBps(segments: readonly SegmentRecord[], timescale: number): number {
  const bits = segments.reduce((sum, segment) => sum + segment.bytes * 8, 0)
  const ticks = segments.reduce((sum, segment) => sum + segment.durationTicks, 0)
  return ticks === 0 ? 0 : Math.ceil(bits / secondsOf(ticks, timescale))
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

/** Peak and average bit rate, bit/s. */
export type Bitrates = { readonly peakBps: number; readonly averageBps: number }

export const NO_BITRATE: Bitrates = { peakBps: 0, averageBps: 0 }

export const bitratesOf = ({ segments, timescale }: RenditionRecord, targetSeconds: number): Bitrates => ({
  peakBps: peakBitrateBps(segments, timescale, targetSeconds),
  averageBps: averageBitrateBps(segments, timescale),
})

/** Of the key pictures alone, each shown as long as its GOP. */
export function keyPictureBitrates({ segments, timescale }: RenditionRecord): Bitrates {
  const pictures = segments.flatMap(({ keyPictures = [] }) => keyPictures)
  const peakBps = Math.max(0, ...pictures.map(({ bytes, durationTicks }) => (bytes * 8) / secondsOf(durationTicks, timescale)))
  return { peakBps: Math.ceil(peakBps), averageBps: averageBitrateBps(pictures, timescale) }
}
