import type { SearchFocus } from '../routes.ts'
import type { Direction } from './browse-focus.ts'
import { PAD_COLUMNS, WORD_ROW } from './letter-pad.ts'

/** How many results there are, and how many stand side by side. */
export type ResultSize = { readonly count: number; readonly columns: number }

/** A search page opens on its first letter. */
export const FIRST_KEY: SearchFocus = { area: 'pad', row: 0, column: 0, result: 0 }

/** The focus among the results there are now: where they have gone the pad has it. */
export function settleSearchFocus(focus: SearchFocus, count: number): SearchFocus {
  const result = Math.max(0, Math.min(focus.result, count - 1))
  return { ...focus, result, area: count === 0 ? 'pad' : focus.area }
}

/**
 * One press of an arrow. Undefined only above the top row, for the header: at every other edge the focus stays, since
 * who moves fast along the letters must not land elsewhere.
 */
export function moveSearchFocus(focus: SearchFocus, direction: Direction, size: ResultSize): SearchFocus | undefined {
  return focus.area === 'pad' ? moveOnPad(focus, direction, size) : moveInResults(focus, direction, size)
}

function moveOnPad(focus: SearchFocus, direction: Direction, { count }: ResultSize): SearchFocus | undefined {
  if (direction === 'up') return focus.row === 0 ? undefined : { ...focus, row: focus.row - 1 }
  if (direction === 'down') return { ...focus, row: Math.min(focus.row + 1, WORD_ROW) }
  const column = columnAfter(focus, direction === 'left' ? -1 : 1)
  if (column < 0) return focus
  if (column < PAD_COLUMNS) return { ...focus, column }
  return count === 0 ? focus : { ...focus, area: 'results' }
}

/** A word is as wide as three letters, and one press leads past it. */
function columnAfter({ row, column }: SearchFocus, step: -1 | 1): number {
  if (row !== WORD_ROW) return column + step
  const width = PAD_COLUMNS / 2
  const word = Math.floor(column / width) + step
  return word < 0 || word > 1 ? word * width : column + step * width
}

function moveInResults(focus: SearchFocus, direction: Direction, { count, columns }: ResultSize): SearchFocus | undefined {
  const { result } = focus
  if (direction === 'left') return result % columns === 0 ? { ...focus, area: 'pad' } : { ...focus, result: result - 1 }
  if (direction === 'right') {
    const isLast = result % columns === columns - 1 || result === count - 1
    return isLast ? focus : { ...focus, result: result + 1 }
  }
  if (direction === 'up') return result < columns ? undefined : { ...focus, result: result - columns }
  const isLastRow = rowOf(result, columns) === rowOf(count - 1, columns)
  return isLastRow ? focus : { ...focus, result: Math.min(result + columns, count - 1) }
}

/** The row of a result in the grid. */
const rowOf = (result: number, columns: number): number => Math.floor(result / columns)

/** How many rows a grid is moved up: the row above the focused one stays in sight, until the end of the grid is reached. */
export function gridOffset(result: number, { count, columns }: ResultSize, wholeRows: number): number {
  const rows = Math.ceil(count / columns)
  return Math.max(0, Math.min(rowOf(result, columns) - 1, rows - wholeRows))
}

/** The results a grid keeps drawn: those on screen, the part of a row at its end, and `spares` rows more on either side. */
export function gridWindow(
  result: number,
  size: ResultSize,
  wholeRows: number,
  spares: 0 | 1,
): { readonly first: number; readonly last: number } {
  const offset = gridOffset(result, size, wholeRows)
  const first = Math.max(0, offset - spares) * size.columns
  const last = (offset + wholeRows + 1 + spares) * size.columns - 1
  return { first, last: Math.min(last, size.count - 1) }
}
