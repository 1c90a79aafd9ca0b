import { area, EDGE, forLetters, line, type Place, SCREEN, spine, TYPE, type Writing } from './layout.ts'
import { grown } from './text/grown.ts'
import type { TextSlot } from './text/text-layout.ts'

/** The numbers of the settings and of what is told of this box. */
export type SettingsLayout = {
  readonly title: TextSlot & Place
  readonly rows: Place
  /** Rows, or columns, that are wholly in view at once. */
  readonly inView: number
  /** The middles of the two signs that there are more rows before those in view, and after them. */
  readonly before: Place
  readonly after: Place
  readonly row: {
    readonly widthPx: number
    readonly heightPx: number
    readonly gapPx: number
    readonly paddingPx: number
    readonly label: TextSlot
    readonly value: TextSlot
    /** Room of the value between its two arrows, along the row. */
    readonly valuePx: number
  }
}
const LYING = { xPx: EDGE.xPx, yPx: 290, heightPx: 100, gapPx: 16, inView: 6 } as const
const STANDING = { xPx: EDGE.xPx + 190, yPx: 176, widthPx: 176, gapPx: 28, inView: 7 } as const
/** A sign stands so far from the rows, px from its middle. */
const SIGN_GAP_PX = 32

export const SETTINGS = forLetters((factor): Readonly<Record<Writing, SettingsLayout>> => {
  const rail = grown(TYPE.rail, factor)
  const rowsEndPx = LYING.yPx + LYING.inView * (LYING.heightPx + LYING.gapPx) - LYING.gapPx
  const columnsEndPx = STANDING.xPx + STANDING.inView * (STANDING.widthPx + STANDING.gapPx) - STANDING.gapPx
  return {
    horizontal: {
      title: { ...line(TYPE.title, 900), xPx: EDGE.xPx, yPx: 176, isStrong: true },
      rows: { xPx: LYING.xPx, yPx: LYING.yPx },
      inView: LYING.inView,
      before: { xPx: SCREEN.widthPx / 2, yPx: LYING.yPx - SIGN_GAP_PX },
      after: { xPx: SCREEN.widthPx / 2, yPx: rowsEndPx + SIGN_GAP_PX },
      row: {
        widthPx: SCREEN.widthPx - 2 * EDGE.xPx,
        heightPx: LYING.heightPx,
        gapPx: LYING.gapPx,
        paddingPx: 40,
        label: { ...line(rail, 700), isStrong: true },
        value: { ...area(rail, { widthPx: 420, heightPx: 96, maxLines: 2 }), align: 'center' },
        valuePx: 460,
      },
    },
    vertical: {
      title: { ...spine(TYPE.title, { widthPx: 120, heightPx: 800, maxLines: 2 }), xPx: EDGE.xPx, yPx: 176 },
      rows: { xPx: STANDING.xPx, yPx: STANDING.yPx },
      inView: STANDING.inView,
      before: { xPx: STANDING.xPx - SIGN_GAP_PX, yPx: SCREEN.heightPx / 2 },
      after: { xPx: columnsEndPx + SIGN_GAP_PX, yPx: SCREEN.heightPx / 2 },
      row: {
        widthPx: STANDING.widthPx,
        heightPx: 830,
        gapPx: STANDING.gapPx,
        paddingPx: 40,
        label: { ...spine(rail, { widthPx: 120, heightPx: 330, maxLines: 2 }), isStrong: true },
        value: { ...spine(rail, { widthPx: 150, heightPx: 250, maxLines: 3 }), align: 'center' },
        valuePx: 270,
      },
    },
  }
})
export const DIAGNOSTICS = {
  title: { ...line(TYPE.title, 1200), isStrong: true },
  tip: line(TYPE.caption, SCREEN.widthPx - 2 * EDGE.xPx),
  firstYPx: 330,
  rowPx: 56,
  label: line(TYPE.body, 300),
  valueXPx: EDGE.xPx + 330,
  value: line(TYPE.body, SCREEN.widthPx - 2 * EDGE.xPx - 330),
} as const

/** The first screen of all: emblem and name over one card for each language. */
export const WELCOME = {
  widthPx: SCREEN.widthPx,
  emblemPx: 120,
  emblem: { x: SCREEN.widthPx / 2, y: 120 },
  brand: { x: SCREEN.widthPx / 2, y: 360 },
  brandSlot: {
    horizontal: { ...line(TYPE.title, 900), isStrong: true },
    vertical: spine(TYPE.title, { widthPx: 140, heightPx: 200, maxLines: 2 }),
  },
  card: {
    yPx: 520,
    widthPx: 420,
    heightPx: 340,
    gapPx: 60,
    name: { ...area(TYPE.hero, { widthPx: 380, heightPx: 300, maxLines: 2 }), align: 'center' },
  },
} as const
