import type { FieldProblem } from '../problem/problem-schema.ts'
import type { ProblemName } from '../problem/problem-types.ts'

export type Refusal = {
  readonly kind: 'refused'
  readonly problem: ProblemName
  readonly errors?: readonly FieldProblem[]
  /** When the same may be asked again. */
  readonly retryAfterSeconds?: number
}
/** What a use case ends in: a value, or an expected problem of the contract's closed list. */
export type Outcome<T> = { readonly kind: 'done'; readonly value: T } | Refusal

export const done = <T>(value: T): Outcome<T> => ({ kind: 'done', value })

/** An expected problem; `errors` name the fields in the way. */
export const refuse = (problem: ProblemName, errors: readonly FieldProblem[] = []): Refusal =>
  errors.length === 0 ? { kind: 'refused', problem } : { kind: 'refused', problem, errors }

/** Too much at once: the same may be asked again later. */
export const refuseForNow = (retryAfterSeconds: number): Refusal => ({ kind: 'refused', problem: 'too-many-requests', retryAfterSeconds })
