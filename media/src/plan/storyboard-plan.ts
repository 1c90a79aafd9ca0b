import type { Rung } from './rung-plan.ts'

/** Small pictures of a title at equal distances, on sheets, for whoever looks for a place in it. */
export type StoryboardPlan = {
  /** Rung whose key pictures are taken: smaller ones are quicker to read. */
  readonly rungName: string
  /** A whole number of GOPs of two seconds. */
  readonly everySeconds: number
  readonly widthPx: number
  readonly heightPx: number
  readonly columns: number
  readonly rows: number
}

const GOP_SECONDS = 2
/** Enough to find a scene, few enough to load at once. */
const MOST_PICTURES = 400
const LONG_SIDE_PX = 320
const SHEET_SIDE = 5

const even = (lengthPx: number): number => Math.max(2, Math.round(lengthPx / 2) * 2)

/** Pictures come from the lowest rung; their number is bounded, so long titles have them farther apart. */
export function planStoryboard(rungs: readonly Rung[], durationSeconds: number): StoryboardPlan {
  const [lowest] = rungs
  const { widthPx = LONG_SIDE_PX, heightPx = LONG_SIDE_PX, name: rungName = '' } = lowest ?? {}
  const scale = LONG_SIDE_PX / Math.max(widthPx, heightPx)
  return {
    rungName,
    everySeconds: GOP_SECONDS * Math.max(1, Math.ceil(durationSeconds / GOP_SECONDS / MOST_PICTURES)),
    widthPx: even(widthPx * scale),
    heightPx: even(heightPx * scale),
    columns: SHEET_SIDE,
    rows: SHEET_SIDE,
  }
}
