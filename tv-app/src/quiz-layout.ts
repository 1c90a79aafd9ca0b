import { area, type Box, EDGE, line, type Place, spine, TYPE, type Writing } from './layout.ts'
import type { TextSlot } from './text/text-layout.ts'

/** The numbers of the quiz. */
export type QuizLayout = {
  readonly question: TextSlot & Place
  readonly progress: TextSlot & Place
  readonly options: Place
  readonly option: { readonly widthPx: number; readonly heightPx: number; readonly gapPx: number; readonly label: TextSlot }
  readonly verdict: Box
  readonly explanation: TextSlot
}
export const QUIZ: Readonly<Record<Writing, QuizLayout>> = {
  horizontal: {
    progress: { ...line(TYPE.caption, 600), xPx: EDGE.xPx, yPx: 172 },
    question: { ...area(TYPE.title, { widthPx: 1728, heightPx: 180, maxLines: 3 }), xPx: EDGE.xPx, yPx: 220, isStrong: true },
    options: { xPx: EDGE.xPx, yPx: 430 },
    option: { widthPx: 900, heightPx: 120, gapPx: 22, label: area(TYPE.rail, { widthPx: 720, heightPx: 96, maxLines: 2 }) },
    verdict: { xPx: 1048, yPx: 430, widthPx: 776, heightPx: 546 },
    explanation: area(TYPE.body, { widthPx: 696, heightPx: 276, maxLines: 6 }),
  },
  vertical: {
    progress: { ...spine(TYPE.caption, { widthPx: 40, heightPx: 300, maxLines: 1 }), xPx: EDGE.xPx, yPx: 168 },
    question: { ...spine(TYPE.title, { widthPx: 300, heightPx: 820, maxLines: 5 }), xPx: EDGE.xPx + 60, yPx: 168 },
    options: { xPx: 480, yPx: 168 },
    option: { widthPx: 150, heightPx: 820, gapPx: 24, label: spine(TYPE.rail, { widthPx: 100, heightPx: 640, maxLines: 2 }) },
    verdict: { xPx: 1190, yPx: 168, widthPx: 634, heightPx: 820 },
    explanation: area(TYPE.body, { widthPx: 554, heightPx: 420, maxLines: 12 }),
  },
}
