import { graphemes } from './graphemes.ts'
import { hasMongolian } from './script.ts'
import { heldPieces, type Token, tokenise } from './tokens.ts'

/** Length of a text along its line, in px. */
export type Measure = (text: string) => number
/** One line, or one column: `length` in px; `scale` below 1 where a word had to shrink to fit. */
export type Line = { readonly text: string; readonly length: number; readonly scale: number }
export type Wrapped = { readonly lines: readonly Line[]; readonly isCut: boolean }
export type WrapLimits = { readonly lengthPx: number; readonly maxLines: number }

const HANZI = /[\u3400-\u9fff]+/g

/** A measure that asks `measure` only for what is not hanzi: those are all one em wide, and asking takes a slow box long. */
export const byHanzi =
  (fontSizePx: number, measure: Measure): Measure =>
  (text) => {
    const rest = text.split(HANZI)
    const hanzi = text.length - rest.reduce((sum, piece) => sum + piece.length, 0)
    return hanzi * fontSizePx + rest.reduce((sum, piece) => (piece === '' ? sum : sum + measure(piece)), 0)
  }

/** A word of lines longer than its line by more than this is broken: smaller letters could not be read from a sofa. */
const MOST_SHRUNK = 1.2
const ELLIPSIS = '…'
/** Marks that part two things; before an ellipsis they would part nothing. */
const PARTING = /^[·、，,:：;；]+$/

/**
 * Breaks a text into lines of at most `lengthPx`. A Mongolian word longer than a line shrinks, since its letters join;
 * any other shrinks a little, and breaks between characters only where that is not enough. What does not fit in `maxLines` is dropped by whole tokens, with an ellipsis.
 */
export function wrapText(text: string, limits: WrapLimits, measure: Measure): Wrapped {
  const lines: Line[] = []
  let tokens: readonly Token[] = tokenise(text).flatMap((token) => breakLongToken(token, limits.lengthPx, measure))
  while (tokens.length > 0 && lines.length < limits.maxLines) {
    const count = countFitting(tokens, limits.lengthPx, measure)
    const isLast = lines.length === limits.maxLines - 1
    if (isLast && count < tokens.length) {
      lines.push(cutLine(tokens.slice(0, count), limits.lengthPx, measure))
      return { lines, isCut: true }
    }
    lines.push(lineOf(joinTokens(tokens.slice(0, count)), limits.lengthPx, measure))
    tokens = tokens.slice(count)
  }
  return { lines, isCut: false }
}

/** How many tokens fit on one line: at least one, and none past the end of a paragraph. */
function countFitting(tokens: readonly Token[], lengthPx: number, measure: Measure): number {
  let text = ''
  for (const [at, token] of tokens.entries()) {
    if (at > 0 && measure(text + token.text) > lengthPx) return at
    if (token.endsParagraph) return at + 1
    text += token.text + token.spaces
  }
  return tokens.length
}

function cutLine(tokens: readonly Token[], lengthPx: number, measure: Measure): Line {
  let kept = tokens
  while (kept.length > 1 && measure(joinTokens(kept) + ELLIPSIS) > lengthPx) kept = kept.slice(0, -1)
  while (kept.length > 1 && PARTING.test(kept.at(-1)?.text ?? '')) kept = kept.slice(0, -1)
  return lineOf(joinTokens(kept) + ELLIPSIS, lengthPx, measure)
}

function lineOf(text: string, lengthPx: number, measure: Measure): Line {
  const length = measure(text)
  return length <= lengthPx ? { text, length, scale: 1 } : { text, length: lengthPx, scale: lengthPx / length }
}

const joinTokens = (tokens: readonly Token[]): string =>
  tokens.map((token, at) => (at === tokens.length - 1 ? token.text : token.text + token.spaces)).join('')

function breakLongToken(token: Token, lengthPx: number, measure: Measure): readonly Token[] {
  if (hasMongolian(token.text) || measure(token.text) <= lengthPx * MOST_SHRUNK) return [token]
  // Marks that are longer than a line, such as a row of exclamation marks, must part somewhere.
  const pieces = heldPieces(token.text).flatMap((piece) => (measure(piece) <= lengthPx * MOST_SHRUNK ? [piece] : graphemes(piece)))
  const parts: string[] = []
  for (const piece of pieces) {
    const last = parts.at(-1)
    if (last !== undefined && measure(last + piece) <= lengthPx) parts[parts.length - 1] = last + piece
    else parts.push(piece)
  }
  return parts.map((text, at) => (at === parts.length - 1 ? { ...token, text } : { text, spaces: '', endsParagraph: false }))
}
