import { graphemes } from './graphemes.ts'
import { isClosing, isIdeographic, isOpening } from './script.ts'

/** A piece of text that no line break may enter; `spaces` follow it unless the line ends there. */
export type Token = { readonly text: string; readonly spaces: string; readonly endsParagraph: boolean }

/**
 * Cuts a text where lines may break. Only U+0020 and line feeds separate words: U+202F and U+180E belong to a Mongolian
 * word. Each hanzi is a token of its own, with closing marks glued to its end and opening ones to its start.
 */
export function tokenise(text: string): readonly Token[] {
  const paragraphs = text.split('\n')
  return paragraphs.flatMap((paragraph, at) => tokeniseParagraph(paragraph, at < paragraphs.length - 1))
}

function tokeniseParagraph(paragraph: string, hasNext: boolean): Token[] {
  const tokens: { text: string; spaces: string }[] = []
  let before = ''
  for (const unit of graphemes(paragraph)) {
    const last = tokens.at(-1)
    if (unit === ' ') {
      if (last !== undefined) last.spaces += ' '
    } else if (last !== undefined && last.spaces === '' && joins(before, unit)) last.text += unit
    else tokens.push({ text: unit, spaces: '' })
    before = unit
  }
  return tokens.map((token, at) => ({ ...token, endsParagraph: hasNext && at === tokens.length - 1 }))
}

/** True when `unit` may not be parted from the one before it. */
const joins = (before: string, unit: string): boolean => isHeld(before, unit) || (!isIdeographic(unit) && !isIdeographic(before))

/** True when a mark holds the two together: none that closes begins a line, none that opens ends one. */
const isHeld = (before: string, unit: string): boolean => isClosing(unit) || isOpening(before)

/** Cuts a token that is longer than its line into pieces that marks hold together. */
export function heldPieces(text: string): readonly string[] {
  const pieces: string[] = []
  let before = ''
  for (const unit of graphemes(text)) {
    if (before !== '' && isHeld(before, unit)) pieces[pieces.length - 1] += unit
    else pieces.push(unit)
    before = unit
  }
  return pieces
}
