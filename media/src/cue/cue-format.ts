import { readTimingLine } from '@ulan/contract/cue-times'

export type CueFormat = 'webvtt' | 'srt' | 'ass' | 'ttml'

const ASS_MARK = /^[ \t]*(?:\[(?:script info|v4\+? styles|events)\]|dialogue[ \t]*:)/i

/** The format that the content shows, whatever the file is called; undefined when it is none of a cue file's. */
export function cueFormatOf(lines: readonly string[]): CueFormat | undefined {
  const first = lines.find((line) => !/^[ \t]*$/.test(line)) ?? ''
  if (/^WEBVTT(?:[ \t]|$)/.test(first)) return 'webvtt'
  // The root element decides in the reader, which knows how to get past comments.
  if (/^[ \t]*<(?:[?!]|(?:[\w-]{1,40}:)?tt[ \t>]|(?:[\w-]{1,40}:)?tt$)/.test(first)) return 'ttml'
  if (lines.some((line) => ASS_MARK.test(line))) return 'ass'
  const isSrt = lines.some((line) => line.includes('->') && (readTimingLine(line) !== undefined || /\d[ \t]*-{1,3}>[ \t]*\d/.test(line)))
  return isSrt ? 'srt' : undefined
}
