import {
  area,
  BADGE,
  BESIDE_POSTER_PX,
  type Box,
  type ButtonLayout,
  besidePoster,
  type CardLayout,
  EDGE,
  forLetters,
  line,
  MOST_CAPTION,
  type Place,
  SCREEN,
  spine,
  TYPE,
} from './layout.ts'
import { grown } from './text/grown.ts'
import type { TextSlot } from './text/text-layout.ts'

/** The numbers of the search page. */
export type SearchLayout = {
  readonly word: ButtonLayout
  readonly hint: TextSlot & Place
  readonly heading: TextSlot & Place
  readonly results: ResultsLayout
  readonly none: { readonly box: Box; readonly gapPx: number; readonly text: TextSlot; readonly tip: TextSlot }
}
export type ResultsLayout = Place & { readonly columns: number; readonly rowPx: number; readonly card: CardLayout }

/** One key of a pad, and its letter. */
export type KeyLayout = { readonly key: { readonly widthPx: number; readonly heightPx: number }; readonly letter: TextSlot }
/** What is typed, and the keys: the same in both writings, since the letters are Latin. */
export const FIELD = {
  box: { xPx: EDGE.xPx, yPx: 154, widthPx: 562, heightPx: 84 },
  iconPx: 40,
  paddingPx: 26,
  caret: { widthPx: 4, heightPx: 50, gapPx: 8 },
  letters: { ...line(TYPE.title, 440), isStrong: true },
} as const
export const PAD = {
  xPx: EDGE.xPx,
  yPx: 256,
  /** The ring of a focused key, a step larger, ends short of its neighbours. */
  key: { widthPx: 82, heightPx: 80 },
  gapPx: 14,
  letter: { ...line(TYPE.rail, 80), align: 'center', isStrong: true },
  /** Where the row of words begins, and how wide its keys are. */
  wordYPx: 826,
  wordWidthPx: 270,
} as const satisfies Place & KeyLayout & { [name: string]: unknown }

const RIGHT_PX = SCREEN.widthPx - EDGE.xPx
/** Where the results begin in lines, and where the strip of words beside them in columns. */
const RESULTS_X_PX = 726
const STRIP_X_PX = 688
const COLUMNS_X_PX = 784
/** From one result to the next beside it, in columns. */
const COLUMNS_PITCH_PX = 532

const lettersFor = (factor: number) => ({
  body: grown(TYPE.body, factor),
  card: grown(TYPE.card, factor),
  caption: grown(TYPE.caption, Math.min(factor, MOST_CAPTION)),
  none: grown(TYPE.title, factor),
})

/** The numbers of a page in lines, for letters `factor` times as large. */
function linesFor(factor: number): SearchLayout {
  const { body, card, caption, none } = lettersFor(factor)
  return {
    word: { heightPx: 84, widthPx: 0, paddingPx: 80, gapPx: 22, label: { ...line(TYPE.body, 120), isStrong: true } },
    hint: { ...area(TYPE.caption, { widthPx: 562, heightPx: 80, maxLines: 2 }), xPx: EDGE.xPx, yPx: 928 },
    heading: { ...line(TYPE.rail, RIGHT_PX - RESULTS_X_PX), xPx: RESULTS_X_PX, yPx: 168, isStrong: true },
    results: {
      xPx: RESULTS_X_PX,
      yPx: 238,
      columns: 3,
      rowPx: 336,
      card: {
        poster: { xPx: 0, yPx: 0, widthPx: 342, heightPx: 192 },
        title: { ...line(card, 342), xPx: 0, yPx: 210 },
        caption: { ...line(caption, 342), xPx: 0, yPx: 208 + card.pitchPx },
        badge: BADGE.horizontal,
        pitchPx: 378,
      },
    },
    none: {
      box: { xPx: RESULTS_X_PX, yPx: 154, widthPx: RIGHT_PX - RESULTS_X_PX, heightPx: 756 },
      gapPx: 28,
      text: { ...line(none, 1000), align: 'center' },
      tip: { ...line(body, 1000), align: 'center' },
    },
  }
}

/** The same in columns: beside those that have grown wider, posters are a little smaller. */
function columnsFor(factor: number): SearchLayout {
  const { body, card, caption, none } = lettersFor(factor)
  const textEndPx = besidePoster(card, caption)
  const posterXPx = textEndPx + BESIDE_POSTER_PX
  const posterPx = COLUMNS_PITCH_PX - 24 - posterXPx
  return {
    word: {
      heightPx: 190,
      widthPx: PAD.wordWidthPx,
      paddingPx: 16,
      gapPx: 22,
      label: { ...spine(TYPE.body, { widthPx: 92, heightPx: 116, maxLines: 1 }), isStrong: true },
    },
    hint: { ...spine(TYPE.caption, { widthPx: 80, heightPx: 500, maxLines: 2 }), xPx: STRIP_X_PX, yPx: 520 },
    heading: { ...spine(TYPE.rail, { widthPx: 96, heightPx: 330, maxLines: 2 }), xPx: STRIP_X_PX, yPx: 160, isStrong: true },
    results: {
      xPx: COLUMNS_X_PX,
      yPx: 160,
      columns: 2,
      rowPx: 310,
      card: {
        poster: { xPx: posterXPx, yPx: 0, widthPx: posterPx, heightPx: Math.floor((posterPx * 9) / 16) },
        textEndPx,
        title: { ...spine(card, { widthPx: 2 * card.pitchPx, heightPx: 270, maxLines: 2 }), xPx: 0, yPx: 0 },
        caption: { ...spine(caption, { widthPx: 2 * caption.pitchPx, heightPx: 270, maxLines: 2 }), xPx: 2 * card.pitchPx, yPx: 0 },
        badge: { ...BADGE.vertical, heightPx: 150 },
        pitchPx: COLUMNS_PITCH_PX,
      },
    },
    none: {
      box: { xPx: COLUMNS_X_PX, yPx: 154, widthPx: RIGHT_PX - COLUMNS_X_PX, heightPx: 860 },
      gapPx: 40,
      text: spine(none, { widthPx: 2 * none.pitchPx, heightPx: 520, maxLines: 2 }),
      tip: spine(body, { widthPx: 2 * body.pitchPx, heightPx: 520, maxLines: 2 }),
    },
  }
}

export const SEARCH_LAYOUT = forLetters((factor) => ({ horizontal: linesFor(factor), vertical: columnsFor(factor) }))

/** Rows of results wholly on screen; a part of one more shows that there are more. */
export const wholeRows = ({ yPx, rowPx }: ResultsLayout): number => Math.floor((SCREEN.heightPx - EDGE.yPx - yPx) / rowPx)
