/** A key of the search page's pad. */
export type PadKey = { readonly kind: 'letter'; readonly letter: string } | { readonly kind: 'delete' } | { readonly kind: 'clear' }

export const PAD_COLUMNS = 6
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'
/** A to Z, then the digits, row by row. */
export const PAD_ROWS: readonly (readonly string[])[] = Array.from({ length: LETTERS.length / PAD_COLUMNS }, (_, row) => [
  ...LETTERS.slice(row * PAD_COLUMNS, (row + 1) * PAD_COLUMNS),
])
/** The row below them: two keys with words, each half as wide as the pad. */
export const WORD_ROW = PAD_ROWS.length
/** Nothing is called by more initials than this. */
export const MOST_LETTERS = 20

/** The key at a place; in the row of words each stands under three letters. */
export function padKey(row: number, column: number): PadKey {
  const letter = PAD_ROWS[row]?.[column]
  if (letter !== undefined) return { kind: 'letter', letter }
  return { kind: column < PAD_COLUMNS / 2 ? 'delete' : 'clear' }
}

/** The digit of a number key of a remote control or keyboard, by its `keyCode`; undefined for any other. */
export function digitOf(keyCode: number): string | undefined {
  const digit = keyCode >= 96 ? keyCode - 96 : keyCode - 48
  return digit >= 0 && digit <= 9 ? String(digit) : undefined
}

/** What is typed after OK on a key. */
export function pressKey(letters: string, key: PadKey): string {
  if (key.kind === 'clear') return ''
  if (key.kind === 'delete') return letters.slice(0, -1)
  return letters.length < MOST_LETTERS ? letters + key.letter : letters
}

/** What the field has room for, were all of it W. */
const SHOWN_LETTERS = 10

/** What the field shows: the end of a long row of letters, where the next one will stand. */
export const shownLetters = (letters: string): string => (letters.length <= SHOWN_LETTERS ? letters : `…${letters.slice(-SHOWN_LETTERS)}`)
