import type { FieldProblem } from '@ulan/contract'

/** Why a cue file is refused. Stable: each is a key of `fields` in the contract's `problem` texts. */
export const CUE_PROBLEM_CODES = [
  'cue-file-too-big',
  'cue-file-empty',
  'cue-file-not-text',
  'cue-format-unknown',
  'cue-time-malformed',
  'cue-time-missing',
  'cue-end-missing',
  'cue-end-before-start',
  'cue-outside-title',
  'cue-fields-missing',
  'cue-text-too-long',
  'cue-private-use',
  'cue-xml-malformed',
  'cue-xml-with-dtd',
  'cue-xml-too-deep',
  'too-many-cues',
  'more-cue-problems',
] as const
export type CueProblemCode = (typeof CUE_PROBLEM_CODES)[number]

/** What was changed or doubtful in a file that was taken; keys like {@link CUE_PROBLEM_CODES}. */
export const CUE_NOTE_CODES = [
  'cue-encoding-converted',
  'cue-menksoft-converted',
  'cue-out-of-order',
  'cue-setting-unknown',
  'cue-text-missing',
  'cue-never-shown',
  'cue-id-repeated',
  'cue-blank-line-missing',
  'cue-block-late',
  'cue-map-replaced',
  'cue-style-dropped',
  'cue-position-dropped',
  'cue-drawing-dropped',
  'cue-duplicate-dropped',
  'cue-made-vertical',
  'cue-mongolian-horizontal',
] as const
export type CueNoteCode = (typeof CUE_NOTE_CODES)[number]

type Params = { readonly [name: string]: string | number }

/** `line`: counted from 1 in the uploaded file; 0 is the file as a whole. */
export type CueProblem = { readonly line: number; readonly code: CueProblemCode; readonly params?: Params }

/** One per code, at the first line that it is about; `count`: how often in all. */
export type CueNote = { readonly line: number; readonly code: CueNoteCode; readonly count: number; readonly params?: Params }

/** Problems or notes as the contract words them; a sentence names its line itself, as newsroom pages do not show paths. */
export const cueFieldProblems = (findings: readonly (CueProblem | CueNote)[]): FieldProblem[] =>
  findings.map(({ line, code, params, ...rest }) => ({
    path: line === 0 ? '' : `line ${line}`,
    code,
    params: { ...params, line, ...('count' in rest ? { count: rest.count } : {}) },
  }))
