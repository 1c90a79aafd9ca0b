import type { AssRow, AssScript } from './ass-script.ts'
import { PLAIN, type TextStyle } from './cue-markup.ts'
import { DEFAULT_PLACE, type Place, placeOfKey } from './cue-settings.ts'

/** As much of an ASS style as WebVTT can say. */
export type AssStyle = { readonly text: TextStyle; readonly place: Place; readonly isVertical: boolean }

export const DEFAULT_STYLE: AssStyle = { text: PLAIN, place: DEFAULT_PLACE, isVertical: false }

/** SSA's numbering: 1 to 3 from left to right below, plus 4 above, plus 8 in the middle. */
export function placeOfSsaKey(key: number): Place | undefined {
  const row = key >= 9 ? 3 : key >= 5 ? 6 : 0
  const column = key >= 9 ? key - 8 : key >= 5 ? key - 4 : key
  return column >= 1 && column <= 3 ? placeOfKey(row + column) : undefined
}

/** A quarter turn lays the glyphs of an `@` font, or Mongolian words, into columns. */
export const isQuarterTurn = (degrees: number): boolean => Math.abs(degrees) % 180 === 90

const isOn = (field: string | undefined): boolean => Number(field) !== 0 && Number.isFinite(Number(field))

function styleOf({ fields }: AssRow, isSsa: boolean): AssStyle {
  const key = Number(fields.get('alignment'))
  return {
    text: {
      isBold: isOn(fields.get('bold') ?? '0'),
      isItalic: isOn(fields.get('italic') ?? '0'),
      isUnderlined: isOn(fields.get('underline') ?? '0'),
    },
    place: (isSsa ? placeOfSsaKey(key) : placeOfKey(key)) ?? DEFAULT_PLACE,
    isVertical: (fields.get('fontname') ?? '').startsWith('@') || isQuarterTurn(Number(fields.get('angle') ?? 0)),
  }
}

/** Styles by name; players take a name's leading star for decoration. */
export const assStyles = ({ styles, isSsa }: AssScript): ReadonlyMap<string, AssStyle> =>
  new Map(styles.map((row) => [styleName(row.fields.get('name')), styleOf(row, isSsa)]))

export const styleName = (name: string | undefined): string => (name ?? '').replace(/^\*+/, '')
