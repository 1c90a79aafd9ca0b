import type { FieldProblem, Problem, ProblemName } from '@ulan/contract'
import { problemName } from '@ulan/contract'

/** Problems that no server could tell of: the way to it, or the file on this computer. */
export type LocalProblemName = 'offline' | 'unreadable-answer' | 'unreadable-file' | 'already-uploading'

/** A refused or failed request; thrown, because TanStack Query speaks in rejections. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError'
  readonly problem: ProblemName | LocalProblemName
  readonly fields: readonly FieldProblem[]

  constructor(problem: ProblemName | LocalProblemName, fields: readonly FieldProblem[] = []) {
    super(problem)
    this.problem = problem
    this.fields = fields
  }
}

/** Reads problem details (RFC 9457) from the text of an answer; anything else is named after its status. */
export function problemFromAnswer(status: number, text: string): ProblemError {
  const body = parseProblem(text)
  const name = body === undefined ? undefined : problemName(body.type)
  if (body !== undefined && name !== undefined) return new ProblemError(name, body.errors ?? [])
  return new ProblemError(nameByStatus(status))
}

/** What to show for anything caught around a request. */
export const asProblemError = (caught: unknown): ProblemError => (caught instanceof ProblemError ? caught : new ProblemError('internal'))

function parseProblem(text: string): Problem | undefined {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value !== 'object' || value === null || !('type' in value) || typeof value.type !== 'string') return undefined
    return value as Problem // the server checks its problems against the contract; `type` has just been seen
  } catch {
    return undefined // a proxy's own error page is no problem document; the status names it
  }
}

function nameByStatus(status: number): ProblemName {
  if (status === 401) return 'sign-in-required'
  if (status === 403) return 'not-allowed'
  if (status === 404 || status === 410) return 'not-found'
  if (status === 413) return 'upload-too-large'
  if (status === 429) return 'too-many-requests'
  if (status === 502 || status === 503 || status === 504) return 'store-unavailable'
  if (status === 507) return 'storage-full'
  return 'internal'
}
