import { ROUTES, type Route } from '@ulan/contract/schemas'
import type { ErrorRequestHandler, Express, RequestHandler } from 'express'
import type { Logger } from 'pino'
import { API_PREFIX } from './bind-route.ts'
import { problemOfFailure } from './problem/failure-problem.ts'
import { sendProblem } from './problem/problem-response.ts'

/** Methods of each path pattern of the contract. */
function methodsByPattern(): { readonly pattern: RegExp; readonly methods: readonly string[] }[] {
  const found = new Map<string, string[]>()
  for (const route of Object.values<Route>(ROUTES)) {
    const methods = found.get(route.path) ?? []
    methods.push(...(route.method === 'get' ? ['GET', 'HEAD'] : [route.method.toUpperCase()]))
    found.set(route.path, methods)
  }
  return [...found].map(([path, methods]) => ({
    pattern: new RegExp(`^${API_PREFIX}${path.replaceAll(/\{\w+\}/g, '[^/]+')}/?$`),
    methods,
  }))
}

/** Adds what answers when nobody else did: another method, nothing there, something thrown. */
export function addClosingHandlers(app: Express, logger: Logger): void {
  const patterns = methodsByPattern()
  const nothingThere: RequestHandler = (request, response) => {
    const known = patterns.find(({ pattern }) => pattern.test(request.path))
    if (known === undefined || known.methods.includes(request.method)) return sendProblem(request, response, 'not-found')
    response.set('Allow', known.methods.join(', '))
    sendProblem(request, response, 'method-not-allowed')
  }
  const failed: ErrorRequestHandler = (error: unknown, request, response, next) => {
    const problem = problemOfFailure(error)
    const line = { err: error, requestId: response.locals['requestId'], problem }
    if (problem === 'internal') logger.error(line, 'unexpected failure')
    else logger.debug(line, 'request refused')
    // Half an answer is out: only breaking the connection tells the client.
    if (response.headersSent) next(error)
    else sendProblem(request, response, problem)
  }
  app.use(nothingThere)
  app.use(failed)
}
