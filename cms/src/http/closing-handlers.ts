import type { ErrorRequestHandler, Express, RequestHandler } from 'express'
import type { Logger } from 'pino'
import { fieldsOfFailure, problemOfFailure } from './problem/failure-problem.ts'
import { sendProblem } from './problem/problem-response.ts'
import { createMethodTable } from './route-methods.ts'

/** Adds what answers when nobody else did: another method, nothing there, something thrown. */
export function addClosingHandlers(app: Express, logger: Logger): void {
  const methodsOf = createMethodTable()
  const nothingThere: RequestHandler = (request, response) => {
    const methods = methodsOf(request.path)
    if (methods.length === 0 || methods.includes(request.method)) return sendProblem(request, response, 'not-found')
    response.set('Allow', methods.join(', '))
    sendProblem(request, response, 'method-not-allowed')
  }
  const failed: ErrorRequestHandler = (error: unknown, request, response, next) => {
    const problem = problemOfFailure(error)
    const line = { err: error, requestId: response.locals['requestId'], problem }
    if (problem === 'internal') logger.error(line, 'unexpected failure')
    else logger.debug(line, 'request refused')
    // Half an answer is out: only breaking the connection tells the client.
    if (response.headersSent) next(error)
    else sendProblem(request, response, problem, fieldsOfFailure(error))
  }
  app.use(nothingThere)
  app.use(failed)
}
