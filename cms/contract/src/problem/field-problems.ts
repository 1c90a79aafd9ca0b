import type * as z from 'zod'
import type { FieldProblem } from './problem-schema.ts'

type Issue = z.core.$ZodIssue

const at = (issue: Issue, ...more: readonly PropertyKey[]): string => [...issue.path, ...more].map(String).join('.')
const toNumber = (limit: number | bigint): number => Number(limit)

/** What stands at an issue's path; zod does not keep the input with its issues. */
function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  let value = input
  for (const key of path) {
    if (typeof value !== 'object' || value === null) return undefined
    value = Object.hasOwn(value, key) ? Reflect.get(value, key) : undefined
  }
  return value
}

function fromIssue(issue: Issue, input: unknown): FieldProblem[] {
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({ path: at(issue, key), code: 'unknown-field' }))
    case 'too_big':
      return [{ path: at(issue), code: issue.origin === 'string' ? 'too-long' : 'too-big', params: { max: toNumber(issue.maximum) } }]
    case 'too_small':
      return [{ path: at(issue), code: issue.origin === 'string' ? 'too-short' : 'too-small', params: { min: toNumber(issue.minimum) } }]
    default:
      return [{ path: at(issue), code: valueAt(input, issue.path) === undefined ? 'required' : 'invalid' }]
  }
}

/** What is wrong with each field of an input, in the contract's words. */
export const fieldProblems = (error: z.core.$ZodError, input: unknown): FieldProblem[] =>
  error.issues.flatMap((issue) => fromIssue(issue, input))
