import { EDGE, line, SCREEN, spine, TYPE, type Writing } from './layout.ts'
import { perLook, textFactor } from './look.ts'
import { grown } from './text/grown.ts'
import type { TextSlot } from './text/text-layout.ts'

/** What changes with the size of the letters. */
const sized = perLook((look) => {
  const body = grown(TYPE.body, textFactor(look))
  const captions: Readonly<Record<Writing, TextSlot>> = {
    horizontal: line(body, 500),
    vertical: spine(body, { widthPx: 2 * body.pitchPx, heightPx: 420, maxLines: 2 }),
  }
  return { clock: line(body, 300), captions }
})

/** The lower edge of what stands right over the time line. */
const OVER_BAR_PX = 912
/** Standing buttons are this tall at most. */
const STANDING_PX = 360

/** The numbers of the film's page. */
export const PLAYER = {
  bar: { xPx: EDGE.xPx, yPx: 936, widthPx: SCREEN.widthPx - 2 * EDGE.xPx, heightPx: 10 },
  get clock(): TextSlot {
    return sized().clock
  },
  /** How far the times stand below the time line, with letters of any size in the same middle. */
  get clockGapPx(): number {
    return 35 - (sized().clock.pitchPx - TYPE.body.pitchPx) / 2
  },
  title: {
    horizontal: { ...line(TYPE.title, 1500), isStrong: true },
    /** Where the buttons of chapters may stand beside it. */
    beside: { ...line(TYPE.title, 760), isStrong: true },
    vertical: spine(TYPE.title, { widthPx: 180, heightPx: 560, maxLines: 3 }),
  },
  /** The small picture of the place that is steered to: its lower edge, and how far its middle may go to either side. */
  preview: {
    widthPx: 384,
    highestPx: 384,
    bottomYPx: 826,
    clock: { ...line(TYPE.body, 200), isStrong: true },
    middle: { horizontal: { fromPx: EDGE.xPx + 192, toPx: SCREEN.widthPx - EDGE.xPx - 192 }, vertical: { fromPx: 520, toPx: 1240 } },
  },
  /** Where the buttons of chapters end, right over the time line; what is said of subtitles stands at their right. */
  chapters: {
    horizontal: { endXPx: SCREEN.widthPx - EDGE.xPx, endYPx: OVER_BAR_PX, besideCaptionsPx: 310 },
    // A tall one grows more when it is lit.
    vertical: { endXPx: SCREEN.widthPx - EDGE.xPx, endYPx: OVER_BAR_PX - 18, besideCaptionsPx: 150 },
  },
  get captions(): Readonly<Record<Writing, TextSlot>> {
    return sized().captions
  },
} as const

const FOOT_PX = SCREEN.heightPx - PLAYER.bar.yPx + 110

/** What lies over a film at its head, foot and left edge while its controls are shown: a title in columns takes the edge. */
export const CONTROLS = {
  horizontal: { headPx: 150, footPx: FOOT_PX, edgePx: 0 },
  vertical: { headPx: 150, footPx: FOOT_PX, edgePx: EDGE.xPx + PLAYER.title.vertical.widthPx + 20 },
} as const
/** The same for the buttons of chapters, which may stand there alone: for lines, since columns stand at the other edge. */
export const BUTTONS_FOOT_PX = { horizontal: FOOT_PX, vertical: SCREEN.heightPx - OVER_BAR_PX + STANDING_PX } as const
export const NO_CONTROLS = { headPx: 0, footPx: 0, edgePx: 0 } as const
