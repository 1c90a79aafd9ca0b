/** What an operator may want otherwise; everything else of a plan follows from the source. */
export type LadderPolicy = {
  readonly shortSidesPx: readonly number[]
  /** A standard rung nearer than this to the source's own size is left out: nobody can see the difference. */
  readonly leastStep: number
  readonly tallestPx: number
  readonly crf: number
  readonly audioBitrateBps: number
  readonly segmentsPerUnit: number
  /** Longer units cost less CPU; titles of more than `longTitleSegments` segments take these. */
  readonly segmentsPerLongUnit: number
  readonly longTitleSegments: number
  readonly encoderThreads: number
  readonly longestSeconds: number
  readonly mostPixels: number
}

export const DEFAULT_POLICY: LadderPolicy = {
  shortSidesPx: [240, 360, 480, 720, 1080],
  leastStep: 0.87,
  tallestPx: 1080,
  crf: 23,
  audioBitrateBps: 128_000,
  segmentsPerUnit: 5,
  segmentsPerLongUnit: 15,
  longTitleSegments: 90,
  // Fixed, so that machines of different size make the same bytes.
  encoderThreads: 4,
  longestSeconds: 8 * 3600,
  mostPixels: 40_000_000,
}

/** Caps for 25 to 30 frames per second, by short side; between two of them the line is straight. */
const CAPS: readonly (readonly [shortSidePx: number, bitrateBps: number])[] = [
  [144, 200_000],
  [240, 400_000],
  [360, 800_000],
  [480, 1_400_000],
  [720, 2_800_000],
  [1080, 5_000_000],
]

/** Highest bit rate of a rung in bit/s; twice the frames get half as much again. */
export function capBitrateBps(shortSidePx: number, perSecond: number): number {
  const above = CAPS.findIndex(([side]) => side >= shortSidePx)
  const upper = CAPS[above] ?? CAPS[CAPS.length - 1] ?? [1080, 5_000_000]
  const lower = CAPS[above - 1] ?? upper
  const span = upper[0] - lower[0]
  const share = span === 0 ? 1 : (Math.min(shortSidePx, upper[0]) - lower[0]) / span
  const base = lower[1] + (upper[1] - lower[1]) * share
  return Math.round((base * (perSecond > 31 ? 1.5 : 1)) / 1000) * 1000
}
