import type { VideoCodec } from './rung-plan.ts'

type Cap = readonly [shortSidePx: number, bitrateBps: number]

/** Caps for 25 to 30 frames per second, by short side; between two of them the line is straight. */
const CAPS: Readonly<Record<VideoCodec, readonly Cap[]>> = {
  h264: [
    [144, 200_000],
    [240, 400_000],
    [360, 800_000],
    [540, 1_600_000],
    [720, 2_800_000],
    [1080, 5_000_000],
  ],
  hevc: [
    [240, 280_000],
    [540, 1_100_000],
    [1080, 3_500_000],
    [1440, 7_000_000],
    [2160, 16_000_000],
  ],
  av1: [
    [240, 240_000],
    [540, 900_000],
    [1080, 2_800_000],
    [1440, 5_000_000],
    [2160, 11_000_000],
  ],
}
/** Twice the pictures are more alike. */
const FAST_SHARE = 1.5

/** Highest bit rate of a rung in bit/s; twice the frames get half as much again. */
export function capBitrateBps(codec: VideoCodec, shortSidePx: number, perSecond: number): number {
  const caps = CAPS[codec]
  const above = caps.findIndex(([side]) => side >= shortSidePx)
  const upper = caps[above] ?? caps[caps.length - 1] ?? [1080, 5_000_000]
  const lower = caps[above - 1] ?? upper
  const span = upper[0] - lower[0]
  const share = span === 0 ? 1 : (Math.min(shortSidePx, upper[0]) - lower[0]) / span
  const base = lower[1] + (upper[1] - lower[1]) * share
  return Math.round((base * (perSecond > 31 ? FAST_SHARE : 1)) / 1000) * 1000
}
