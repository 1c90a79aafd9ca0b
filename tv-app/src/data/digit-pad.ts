import type { Direction } from './browse-focus.ts'

/** A key of the pad of digits, by row and column; the last row holds one word or two. */
export type DigitFocus = { readonly row: number; readonly column: number }
export type DigitKey = { readonly kind: 'digit'; readonly digit: string } | { readonly kind: 'delete' } | { readonly kind: 'forget' }

/** As on a remote control: the zero stands alone in the middle. */
export const DIGIT_ROWS = [['1', '2', '3'], ['4', '5', '6'], ['7', '8', '9'], ['0']] as const satisfies readonly (readonly string[])[]
const WORD_ROW = DIGIT_ROWS.length
const LAST_COLUMN = 2
/** In the middle of the digits: nothing is far. */
export const MIDDLE_KEY: DigitFocus = { row: 1, column: 1 }

/** What stands at a place. The word on the right, where there is one, begins at the middle column. */
export function digitKey({ row, column }: DigitFocus, hasForget: boolean): DigitKey {
  if (row === WORD_ROW) return { kind: hasForget && column > 0 ? 'forget' : 'delete' }
  const keys: readonly string[] = DIGIT_ROWS[row] ?? []
  return { kind: 'digit', digit: keys[Math.min(column, keys.length - 1)] ?? '0' }
}

/** One press of an arrow; undefined above the top row, for the header. At every other edge the focus stays. */
export function moveOnDigits(focus: DigitFocus, direction: Direction, hasForget: boolean): DigitFocus | undefined {
  const { row, column } = focus
  if (direction === 'up') return row === 0 ? undefined : { row: row - 1, column }
  if (direction === 'down') return { row: Math.min(row + 1, WORD_ROW), column }
  if (row === WORD_ROW) return hasForget ? { row, column: direction === 'left' ? 0 : LAST_COLUMN } : focus
  const isAlone = DIGIT_ROWS[row]?.length === 1
  return isAlone ? focus : { row, column: Math.max(0, Math.min(LAST_COLUMN, column + (direction === 'left' ? -1 : 1))) }
}
