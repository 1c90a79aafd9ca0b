import { area, EDGE, line, type Place, SCREEN, spine, TYPE, type Writing } from './layout.ts'
import type { TextSlot } from './text/text-layout.ts'

/** The numbers of the settings and of what is told of this box. */
export type SettingsLayout = {
  readonly title: TextSlot & Place
  readonly rows: Place
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
export const SETTINGS: Readonly<Record<Writing, SettingsLayout>> = {
  horizontal: {
    title: { ...line(TYPE.title, 900), xPx: EDGE.xPx, yPx: 176, isStrong: true },
    rows: { xPx: EDGE.xPx, yPx: 290 },
    row: {
      widthPx: SCREEN.widthPx - 2 * EDGE.xPx,
      heightPx: 94,
      gapPx: 12,
      paddingPx: 40,
      label: { ...line(TYPE.rail, 700), isStrong: true },
      value: { ...area(TYPE.rail, { widthPx: 420, heightPx: 96, maxLines: 2 }), align: 'center' },
      valuePx: 460,
    },
  },
  vertical: {
    title: { ...spine(TYPE.title, { widthPx: 120, heightPx: 800, maxLines: 2 }), xPx: EDGE.xPx, yPx: 176 },
    rows: { xPx: EDGE.xPx + 190, yPx: 176 },
    row: {
      widthPx: 176,
      heightPx: 830,
      gapPx: 28,
      paddingPx: 40,
      label: { ...spine(TYPE.rail, { widthPx: 120, heightPx: 330, maxLines: 2 }), isStrong: true },
      value: { ...spine(TYPE.rail, { widthPx: 150, heightPx: 250, maxLines: 3 }), align: 'center' },
      valuePx: 270,
    },
  },
}

export const DIAGNOSTICS = {
  title: { ...line(TYPE.title, 1200), isStrong: true },
  tip: line(TYPE.caption, SCREEN.widthPx - 2 * EDGE.xPx),
  firstYPx: 330,
  rowPx: 58,
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
