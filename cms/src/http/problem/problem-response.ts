import { type FieldProblem, PROBLEMS, type Problem, type ProblemName, problemType } from '@ulan/contract'
import type { Request, Response } from 'express'
import type { Outcome, Refusal } from '../../domain/outcome/outcome.ts'
import { fieldSentence, localeOfHeader, problemSentence } from './problem-text.ts'

/** Success statuses of the contract's routes. */
export type SuccessStatus = 200 | 201 | 204

/** A problem document in the reader's language (RFC 9457). */
function describeProblem(name: ProblemName, errors: readonly FieldProblem[], acceptLanguage: string | undefined): Problem {
  const locale = localeOfHeader(acceptLanguage)
  const details = errors.map((error) => `${error.path}: ${fieldSentence(error, locale)}`)
  return {
    type: problemType(name),
    title: problemSentence(name, locale),
    status: PROBLEMS[name],
    ...(details.length === 0 ? {} : { detail: details.join(' '), errors: [...errors] }),
  }
}

/** Answers with a problem; nothing of it may be kept by a cache. */
export function sendProblem(request: Request, response: Response, name: ProblemName, errors: readonly FieldProblem[] = []): void {
  const problem = describeProblem(name, errors, request.get('accept-language'))
  response
    .status(problem.status)
    .set('Cache-Control', 'no-store')
    .type('application/problem+json')
    .send(JSON.stringify({ ...problem, instance: `urn:request:${String(response.locals['requestId'] ?? '')}` }))
}

const sendRefusal = (request: Request, response: Response, refusal: Refusal): void =>
  sendProblem(request, response, refusal.problem, refusal.errors ?? [])

/** Answers with what a use case ended in. */
export function sendOutcome<T>(request: Request, response: Response, outcome: Outcome<T>, status: SuccessStatus = 200): void {
  if (outcome.kind === 'refused') {
    sendRefusal(request, response, outcome)
    return
  }
  response.status(status).set('Cache-Control', 'no-store')
  if (status === 204) response.end()
  else response.json(outcome.value)
}
