import type { FieldProblem, Problem } from './problem-schema.ts'
import { fieldSentence, type ProblemLanguage, problemSentence } from './problem-text.ts'
import { PROBLEMS, type ProblemName, problemType } from './problem-types.ts'

/** A problem document (RFC 9457) in the reader's language; `detail` says of each field in the way what to do about it. */
export function describeProblem(name: ProblemName, language: ProblemLanguage, errors: readonly FieldProblem[] = []): Problem {
  // What is wrong with the whole has no name of its own.
  const details = errors.map((error) => `${error.path === '' ? '' : `${error.path}: `}${fieldSentence(error, language)}`)
  return {
    type: problemType(name),
    title: problemSentence(name, language),
    status: PROBLEMS[name],
    ...(details.length === 0 ? {} : { detail: details.join(' '), errors: [...errors] }),
  }
}
