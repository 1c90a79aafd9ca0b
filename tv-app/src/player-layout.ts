import { EDGE, line, SCREEN, spine, TYPE } from './layout.ts'

/** The numbers of the film's page. */
export const PLAYER = {
  bar: { xPx: EDGE.xPx, yPx: 936, widthPx: SCREEN.widthPx - 2 * EDGE.xPx, heightPx: 10 },
  clock: line(TYPE.body, 300),
  title: {
    horizontal: { ...line(TYPE.title, 1500), isStrong: true },
    vertical: spine(TYPE.title, { widthPx: 180, heightPx: 560, maxLines: 3 }),
  },
  hint: { horizontal: line(TYPE.body, 800), vertical: spine(TYPE.body, { widthPx: 100, heightPx: 400, maxLines: 2 }) },
} as const
