/** A stretch of a text, of a cue or of a page, and whether it is written in traditional Mongolian. */
export type CueRun = { readonly text: string; readonly isMongolian: boolean }

/** Letters with what shapes them and the spaces between words; the block's own marks are inside. */
const MONGOLIAN = /[\u1800-\u18af\u202f\u200c\u200d]+(?: +[\u1800-\u18af\u202f\u200c\u200d]+)*/gu

/** Cuts a text into Mongolian and everything else, in order; nothing is lost. */
export function splitCueRuns(text: string): readonly CueRun[] {
  const runs: CueRun[] = []
  let end = 0
  for (const match of text.matchAll(MONGOLIAN)) {
    if (match.index > end) runs.push({ text: text.slice(end, match.index), isMongolian: false })
    runs.push({ text: match[0], isMongolian: true })
    end = match.index + match[0].length
  }
  if (end < text.length) runs.push({ text: text.slice(end), isMongolian: false })
  return runs
}
