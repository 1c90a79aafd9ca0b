import type { IncomingMessage } from 'node:http'
import type { Role } from '@ulan/contract'
import type { Request, RequestHandler } from 'express'
import { problemOf, sendProblem } from './problem-response.ts'

export type AuthoriseStaff = (request: IncomingMessage) => Promise<{ email: string; role: Role } | undefined>

/** Who may bring programmes in. */
const UPLOADERS: readonly Role[] = ['editor', 'publisher', 'administrator']
const READING = ['GET', 'HEAD', 'OPTIONS']

/** A browser on another site can send neither our header nor our Origin. */
function isSameSite(request: Request): boolean {
  if (request.get('x-csrf') === '1') return true
  const origin = request.get('origin')
  return origin !== undefined && URL.canParse(origin) && new URL(origin).host === request.host
}

/** Lets staff read and those who may upload write, from this site only. */
export function staffGuard(authoriseStaff: AuthoriseStaff): RequestHandler {
  return async (request, response, next) => {
    const isReading = READING.includes(request.method)
    if (!isReading && !isSameSite(request)) return sendProblem(response, problemOf('cross-site-request'))
    const staff = await authoriseStaff(request)
    if (staff === undefined) return sendProblem(response, problemOf('sign-in-required'))
    if (!isReading && !UPLOADERS.includes(staff.role)) return sendProblem(response, problemOf('not-allowed'))
    next()
  }
}
