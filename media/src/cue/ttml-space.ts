import type { TextRun } from './cue-markup.ts'

/** `keepsSpace`: under `xml:space="preserve"`. */
export type SpacedRun = TextRun & { readonly keepsSpace: boolean }

/**
 * Runs of white space are one space, and none beside a line's end. Only XML's own white space counts: the spaces of
 * Mongolian words (U+202F, U+180E) are letters here. A run that is `\n` is a `br`.
 */
export function collapseSpace(runs: readonly SpacedRun[]): TextRun[] {
  let isAtStart = true
  const collapsed = runs.map((run) => {
    if (run.text === '\n' || run.keepsSpace) {
      isAtStart = run.text.endsWith('\n')
      return run
    }
    const single = run.text.replace(/[ \t\r\n]+/g, ' ')
    const text = isAtStart ? single.replace(/^ /, '') : single
    if (text !== '') isAtStart = text.endsWith(' ')
    return { ...run, text }
  })
  let isAtEnd = true
  return collapsed
    .toReversed()
    .map(({ text, style, keepsSpace }) => {
      const shown = isAtEnd && !keepsSpace && text !== '\n' ? text.replace(/ $/, '') : text
      if (shown !== '') isAtEnd = shown.startsWith('\n')
      return { text: shown, style }
    })
    .toReversed()
}
