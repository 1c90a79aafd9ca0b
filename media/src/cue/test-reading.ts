import type { CueFile } from './cue-file.ts'
import type { CueNote } from './cue-problem.ts'
import { type CueFileOptions, readCueFile } from './read-cue-file.ts'
import { utf8 } from './test-bytes.ts'

/** A file that must be taken, with its notes as `line code×count`. */
export function taken(text: string, options?: CueFileOptions): { readonly file: CueFile; readonly notes: readonly string[] } {
  const outcome = readCueFile(utf8(text), options)
  if (outcome.kind === 'refused') throw new Error(`refused: ${JSON.stringify(outcome.problems)}`)
  return { file: outcome.file, notes: outcome.notes.map(({ line, code, count }: CueNote) => `${line} ${code}×${count}`) }
}

/** Problems of a file that must be refused, as `line code`. */
export function refusals(bytes: Uint8Array | string, options?: CueFileOptions): readonly string[] {
  const outcome = readCueFile(typeof bytes === 'string' ? utf8(bytes) : bytes, options)
  return outcome.kind === 'cues'
    ? [`taken with ${outcome.file.cues.length} cues`]
    : outcome.problems.map(({ line, code }) => `${line} ${code}`)
}
