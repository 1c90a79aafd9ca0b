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
  let isOpen = false
  for (const character of paragraph) {
    const last = tokens.at(-1)
    if (character === ' ') {
      if (last !== undefined) last.spaces += ' '
      isOpen = false
      continue
    }
    if (last !== undefined && last.spaces === '' && (isOpen || joins(last.text, character))) last.text += character
    else tokens.push({ text: character, spaces: '' })
    isOpen = isOpening(character)
  }
  return tokens.map((token, at) => ({ ...token, endsParagraph: hasNext && at === tokens.length - 1 }))
}

/** True when `character` may not be parted from what stands before it. */
function joins(before: string, character: string): boolean {
  if (isClosing(character)) return true
  const last = [...before].at(-1) ?? ''
  return !isIdeographic(character) && !isIdeographic(last) && !(isOpening(character) && isIdeographic(last))
}
