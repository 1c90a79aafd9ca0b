import type { FieldProblem, Outcome, ProblemName, Refusal } from '@ulan/contract'
import { describeProblem, problemLanguageOfHeader } from '@ulan/contract/schemas'
import type { Request, Response } from 'express'

/** Success statuses of the contract's routes. */
export type SuccessStatus = 200 | 201 | 204

/** Answers with a problem; nothing of it may be kept by a cache. */
export function sendProblem(request: Request, response: Response, name: ProblemName, errors: readonly FieldProblem[] = []): void {
  const problem = describeProblem(name, problemLanguageOfHeader(request.get('accept-language')), errors)
  response
    .status(problem.status)
    .set('Cache-Control', 'no-store')
    .type('application/problem+json')
    .send(JSON.stringify({ ...problem, instance: `urn:request:${String(response.locals['requestId'] ?? '')}` }))
}

function sendRefusal(request: Request, response: Response, refusal: Refusal): void {
  if (refusal.retryAfterSeconds !== undefined) response.set('Retry-After', String(refusal.retryAfterSeconds))
  sendProblem(request, response, refusal.problem, refusal.errors ?? [])
}

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
