import { area, type ButtonLayout, EDGE, line, type Place, spine, TYPE, type Writing } from './layout.ts'
import type { KeyLayout } from './search-layout.ts'
import type { TextSlot } from './text/text-layout.ts'

/** The numbers of the questions that are answered in digits. */
export type PinLayout = {
  readonly heading: TextSlot & Place
  readonly hint: TextSlot & Place
  readonly note: TextSlot & Place
  /** Where the places of the answer begin; a sum stands before them. */
  readonly boxes: Place
  readonly word: ButtonLayout
}

const TOP_PX = 200
const COLUMN_PX = 780

export const PIN: Readonly<Record<Writing, PinLayout>> = {
  horizontal: {
    heading: { ...line(TYPE.title, 980), xPx: EDGE.xPx, yPx: TOP_PX, isStrong: true },
    hint: { ...area(TYPE.body, { widthPx: 980, heightPx: 92, maxLines: 2 }), xPx: EDGE.xPx, yPx: TOP_PX + 84 },
    boxes: { xPx: EDGE.xPx, yPx: TOP_PX + 240 },
    note: { ...area(TYPE.body, { widthPx: 980, heightPx: 138, maxLines: 3 }), xPx: EDGE.xPx, yPx: TOP_PX + 410 },
    word: { heightPx: 84, widthPx: 0, paddingPx: 32, gapPx: 20, label: { ...line(TYPE.body, 240), isStrong: true } },
  },
  vertical: {
    heading: { ...spine(TYPE.title, { widthPx: 120, heightPx: COLUMN_PX, maxLines: 2 }), xPx: EDGE.xPx, yPx: TOP_PX, isStrong: true },
    hint: { ...spine(TYPE.body, { widthPx: 138, heightPx: COLUMN_PX, maxLines: 3 }), xPx: EDGE.xPx + 150, yPx: TOP_PX },
    boxes: { xPx: 500, yPx: TOP_PX },
    note: { ...spine(TYPE.body, { widthPx: 138, heightPx: COLUMN_PX - 180, maxLines: 3 }), xPx: 500, yPx: TOP_PX + 180 },
    word: {
      heightPx: 250,
      widthPx: 208,
      paddingPx: 20,
      gapPx: 20,
      label: { ...spine(TYPE.body, { widthPx: 92, heightPx: 160, maxLines: 1 }), isStrong: true },
    },
  },
}

/** Digits are the same in every script: keys as large as the room beside them allows. */
export const DIGITS = {
  xPx: 1174,
  yPx: TOP_PX,
  key: { widthPx: 132, heightPx: 112 },
  gapPx: 20,
  letter: { ...line(TYPE.title, 130), align: 'center', isStrong: true },
} as const satisfies Place & KeyLayout & { [name: string]: unknown }

export const PIN_BOX = {
  widthPx: 100,
  heightPx: 124,
  gapPx: 24,
  dotPx: 28,
  digit: { ...line(TYPE.title, 100), align: 'center', isStrong: true },
  sum: { ...line(TYPE.title, 320), isStrong: true },
  sumGapPx: 28,
} as const
