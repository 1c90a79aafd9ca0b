import type { FieldProblem, Problem, ProblemName } from '@ulan/contract'
import { PROBLEMS, problemType } from '@ulan/contract'
import sentences from '@ulan/contract/locales/zh-Hans/problem.json' with { type: 'json' }
import type { Response } from 'express'

/** RFC 9457 problem of our closed list; `title` and `detail` are the Chinese sentence for people without a client. */
export function problemOf(name: ProblemName, more: { readonly instance?: string; readonly errors?: FieldProblem[] } = {}): Problem {
  return { type: problemType(name), title: sentences[name], status: PROBLEMS[name], detail: sentences[name], ...more }
}

/** Answers a problem, never stored by any cache. */
export function sendProblem(response: Response, problem: Problem): void {
  response.status(problem.status).set('Cache-Control', 'no-store').type('application/problem+json').send(JSON.stringify(problem))
}
