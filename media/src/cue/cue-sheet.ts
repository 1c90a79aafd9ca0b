import { unicodeOf } from '@ulan/contract/menksoft'
import type { CueNote, CueProblem } from './cue-problem.ts'
import { decodeCueText } from './decode-cue-text.ts'
import { type CueFileOptions, readCueFile } from './read-cue-file.ts'
import { inPieces } from './standard-text.ts'
import { writeOwnWebVtt } from './webvtt-writer.ts'

/** A cue file as WebVTT that a person edits. */
export type CueSheetOutcome =
  | { readonly kind: 'sheet'; readonly text: string; readonly notes: readonly CueNote[] }
  | { readonly kind: 'refused'; readonly problems: readonly CueProblem[] }

const NOT_WEBVTT: CueProblem = { line: 0, code: 'cue-format-unknown' }
/** A line with its end; the last one may have none. */
const LINES = /[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$/g

/** WebVTT with Menksoft's code in the texts of its cues turned into Unicode; everything else stays byte for byte. */
export function inUnicode(text: string): string {
  let isText = false
  return text.replace(LINES, (line) => {
    if (/^[\r\n]*$/.test(line)) isText = false
    if (line.includes('-->')) isText = true
    else if (isText) return inPieces(line, unicodeOf)
    return line
  })
}

/**
 * A file that was taken, to be edited: WebVTT as it is, with comments and what no player reads; another format as what is
 * published of it.
 */
export function sheetOfFile(bytes: Uint8Array): CueSheetOutcome {
  const read = readCueFile(bytes, { wasTaken: true })
  if (read.kind === 'refused') return read
  const decoded = decodeCueText(bytes, { keepsMark: true })
  const isAsItIs = read.format === 'webvtt' && decoded.kind === 'text'
  return { kind: 'sheet', text: isAsItIs ? inUnicode(decoded.text) : writeOwnWebVtt(read.file), notes: read.notes }
}

/** What a person made of it, checked as any file is that is added; `bytesOf` says what it is as UTF-8. */
export function checkSheet(text: string, options: CueFileOptions, bytesOf: (text: string) => Uint8Array): CueSheetOutcome {
  const standard = inUnicode(text)
  const read = readCueFile(bytesOf(standard), options)
  if (read.kind === 'refused') return read
  if (read.format !== 'webvtt') return { kind: 'refused', problems: [NOT_WEBVTT] }
  // Said of the text as it was written: in the standard one nothing is left to say.
  const asWritten = readCueFile(bytesOf(text), options)
  return { kind: 'sheet', text: standard, notes: asWritten.kind === 'cues' ? asWritten.notes : read.notes }
}
