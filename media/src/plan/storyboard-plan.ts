import type { FrameRate } from './frame-rate.ts'
import type { Rung } from './rung-plan.ts'

/** Small pictures of a title at equal distances, on sheets, for whoever looks for a place in it. */
export type StoryboardPlan = {
  /** Rung whose key pictures are taken: smaller ones are quicker to read. */
  readonly rungName: string
  /** A whole number of GOPs, to the frame: two seconds at 29.97 are 2.002, and an hour later the pictures would be four seconds off. */
  readonly everySeconds: number
  readonly widthPx: number
  readonly heightPx: number
  readonly columns: number
  readonly rows: number
}

/** Enough to find a scene, few enough to load at once. */
const MOST_PICTURES = 400
const LONG_SIDE_PX = 320
const SHEET_SIDE = 5

const even = (lengthPx: number): number => Math.max(2, Math.round(lengthPx / 2) * 2)

/** Pictures come from the lowest rung; their number is bounded, so long titles have them farther apart. */
export function planStoryboard(rungs: readonly Rung[], durationSeconds: number, gopFrames: number, rate: FrameRate): StoryboardPlan {
  const gopSeconds = (gopFrames * rate.denominator) / rate.numerator
  const [lowest] = rungs
  const { widthPx = LONG_SIDE_PX, heightPx = LONG_SIDE_PX, name: rungName = '' } = lowest ?? {}
  const scale = LONG_SIDE_PX / Math.max(widthPx, heightPx)
  return {
    rungName,
    everySeconds: gopSeconds * Math.max(1, Math.ceil(durationSeconds / gopSeconds / MOST_PICTURES)),
    widthPx: even(widthPx * scale),
    heightPx: even(heightPx * scale),
    columns: SHEET_SIDE,
    rows: SHEET_SIDE,
  }
}
