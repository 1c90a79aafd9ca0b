import type { Request, RequestHandler } from 'express'
import type { Logger } from 'pino'
import { sendProblem } from './problem/problem-response.ts'
import { createMethodTable } from './route-methods.ts'

const REQUEST_ID = /^[A-Za-z0-9._-]{8,64}$/

type LogNeeds = {
  readonly logger: Logger
  newRequestId(): string
  nowMs(): number
  /** Counts the answer. */
  observe(status: number, durationMs: number): void
}

/** Gives each request an id (its own when it brings a sane one) and logs what became of it; never bodies, cookies or queries. */
export function identifyAndLog({ logger, newRequestId, nowMs, observe }: LogNeeds): RequestHandler {
  return (request, response, next) => {
    const given = request.get('x-request-id')
    const requestId = given !== undefined && REQUEST_ID.test(given) ? given : newRequestId()
    const startedAtMs = nowMs()
    response.locals['requestId'] = requestId
    response.set('X-Request-Id', requestId)
    response.on('finish', () => {
      const status = response.statusCode
      const durationMs = nowMs() - startedAtMs
      const line = { requestId, method: request.method, path: request.path, status, durationMs }
      observe(status, durationMs)
      if (status >= 500) logger.error(line, 'request failed')
      else logger.debug(line, 'request')
    })
    next()
  }
}

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS'])
/** Handed in by devices without an account, so there is no session a foreign page could ride on. */
const OPEN_PATHS = new Set(['/attempts', '/beacons'])

/** Writes must come from our own pages or say that they are no form post: header `X-CSRF: 1` cannot be sent across sites unasked. */
export function refuseForeignWrites(publicUrl: string): RequestHandler {
  const publicOrigin = new URL(publicUrl).origin
  const methodsOf = createMethodTable()
  // Where a path has no such method nothing can be written, and a 403 would hide what is wrong.
  const isNoWrite = (method: string, path: string): boolean => {
    const methods = methodsOf(path)
    return methods.length > 0 && !methods.includes(method)
  }
  return (request, response, next) => {
    if (SAFE_METHODS.has(request.method) || OPEN_PATHS.has(request.path) || isOwn(request, publicOrigin)) next()
    else if (isNoWrite(request.method, request.baseUrl + request.path)) next()
    else sendProblem(request, response, 'cross-site-request')
  }
}

function isOwn(request: Request, publicOrigin: string): boolean {
  if (request.get('x-csrf') === '1') return true
  const origin = request.get('origin')
  if (origin === undefined) return false
  // The Host a browser sends is the page's own; a foreign page cannot choose it.
  return origin === publicOrigin || origin === `${request.protocol}://${request.get('host') ?? ''}`
}
