import { graphemes } from './graphemes.ts'
import { isEmoji, isIdeographic } from './script.ts'
import type { Measure } from './wrap.ts'

/**
 * A stretch of one column. `rotated` lies on its side, as Mongolian and Latin do; `upright` stands in one cell: a hanzi,
 * an emoji, or a number of one or two digits standing alone.
 */
export type Run = { readonly kind: 'rotated' | 'upright'; readonly text: string }

const NUMBER = /^\d+$/
const NUMBER_CELL = /^\d{1,2}$/
/** Neighbours that make a number part of something longer, as in HDR10 or 3:05. */
const BOUND = /[A-Za-z.:,%+-]/

/** Cuts the text of one column into runs, in order. */
export function splitRuns(text: string): readonly Run[] {
  const runs: { kind: Run['kind']; text: string }[] = []
  const pieces = piecesOf(text)
  for (const [at, piece] of pieces.entries()) {
    const isCell = NUMBER_CELL.test(piece) && !BOUND.test(pieces[at - 1] ?? '') && !BOUND.test(pieces[at + 1] ?? '')
    const kind = isCell || isIdeographic(piece) || isEmoji(piece) ? 'upright' : 'rotated'
    const last = runs.at(-1)
    if (kind === 'rotated' && last?.kind === 'rotated') last.text += piece
    else runs.push({ kind, text: piece })
  }
  return runs
}

/** What is one to the eye, with the digits of a number in one piece. */
function piecesOf(text: string): readonly string[] {
  const pieces: string[] = []
  for (const unit of graphemes(text)) {
    const last = pieces.at(-1)
    if (last !== undefined && NUMBER.test(unit) && NUMBER.test(last)) pieces[pieces.length - 1] = last + unit
    else pieces.push(unit)
  }
  return pieces
}

/** Length of a text standing in a column, in px; upright cells are one em each. */
export function measureColumn(text: string, fontSizePx: number, measure: Measure): number {
  return splitRuns(text).reduce((sum, run) => sum + runLength(run, fontSizePx, measure), 0)
}

export const runLength = (run: Run, fontSizePx: number, measure: Measure): number =>
  run.kind === 'upright' ? fontSizePx : measure(run.text)
