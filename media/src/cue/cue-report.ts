import type { CueNote, CueNoteCode, CueProblem, CueProblemCode } from './cue-problem.ts'

/** An editor mends a handful and tries again; a thousand lines help nobody. */
const MOST_PROBLEMS = 20

type Params = { readonly [name: string]: string | number }

/** What reading one file brings to light, gathered in the order of reading. */
export type CueReport = {
  problem(line: number, code: CueProblemCode, params?: Params): void
  note(line: number, code: CueNoteCode, params?: Params): void
  hasProblems(): boolean
  /** By line, at most twenty, then how many more there are. */
  problems(): readonly CueProblem[]
  /** By line, each code once. */
  notes(): readonly CueNote[]
}

export function createCueReport(): CueReport {
  const problems: CueProblem[] = []
  const notes = new Map<CueNoteCode, CueNote>()
  return {
    problem: (line, code, params) => {
      problems.push({ line, code, ...(params && { params }) })
    },
    note: (line, code, params) => {
      const known = notes.get(code)
      const first = known !== undefined && known.line <= line ? known : { line, code, ...(params && { params }) }
      notes.set(code, { ...first, count: (known?.count ?? 0) + 1 })
    },
    hasProblems: () => problems.length > 0,
    problems: () => {
      const sorted = problems.toSorted((a, b) => a.line - b.line)
      if (sorted.length <= MOST_PROBLEMS) return sorted
      const more: CueProblem = { line: 0, code: 'more-cue-problems', params: { count: sorted.length - MOST_PROBLEMS } }
      return [...sorted.slice(0, MOST_PROBLEMS), more]
    },
    notes: () => [...notes.values()].toSorted((a, b) => a.line - b.line),
  }
}
