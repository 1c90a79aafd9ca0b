/** Presentation forms for brackets in columns; the marks below them have none in the font and are shifted instead. */
const VERTICAL_FORMS: Readonly<Record<string, string>> = {
  '（': '︵',
  '）': '︶',
  '《': '︽',
  '》': '︾',
  '〈': '︿',
  '〉': '﹀',
  '「': '﹁',
  '」': '﹂',
  '『': '﹃',
  '』': '﹄',
  '【': '︻',
  '】': '︼',
}
const SHIFTED = '，。、：；'
const TURNED = '…—～'

/** How an upright cell is drawn: `isTurned` by a quarter, `isShifted` to the upper right of its cell. */
export type ColumnForm = { readonly glyph: string; readonly isTurned: boolean; readonly isShifted: boolean }

/** The form that the text of an upright cell takes in a column; a selector behind a mark changes nothing. */
export function columnForm(text: string): ColumnForm {
  const character = text.charAt(0)
  return { glyph: VERTICAL_FORMS[character] ?? text, isTurned: TURNED.includes(character), isShifted: SHIFTED.includes(character) }
}
