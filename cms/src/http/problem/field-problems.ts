import type { FieldProblem } from '@ulan/contract'
import type * as z from 'zod'

type Issue = z.core.$ZodIssue

const at = (issue: Issue, ...more: readonly PropertyKey[]): string => [...issue.path, ...more].map(String).join('.')
const toNumber = (limit: number | bigint): number => Number(limit)

function fromIssue(issue: Issue): FieldProblem[] {
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({ path: at(issue, key), code: 'unknown-field' }))
    case 'invalid_type':
      // Zod's message is the only place that tells a missing member from one of another type when its input is not kept.
      return [{ path: at(issue), code: issue.input === undefined && issue.message.includes('undefined') ? 'required' : 'invalid' }]
    case 'too_big':
      return [{ path: at(issue), code: issue.origin === 'string' ? 'too-long' : 'too-big', params: { max: toNumber(issue.maximum) } }]
    case 'too_small':
      return [{ path: at(issue), code: 'too-small', params: { min: toNumber(issue.minimum) } }]
    default:
      return [{ path: at(issue), code: 'invalid' }]
  }
}

/** What is wrong with each field, in the contract's words. */
export const fieldProblems = (error: z.core.$ZodError): FieldProblem[] => error.issues.flatMap(fromIssue)
