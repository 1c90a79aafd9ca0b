import type { Express, RequestHandler } from 'express'
import { sendProblem } from './problem/problem-response.ts'

const refuseOthers: RequestHandler = (request, response, next) => {
  if (request.method === 'GET' || request.method === 'HEAD') return next()
  response.set('Allow', 'GET, HEAD')
  if (request.method === 'OPTIONS') response.status(204).end()
  else sendProblem(request, response, 'method-not-allowed')
}

/** A path that is there to be read: other methods are told so, instead of being told that nothing is there. */
export function addReadOnly(app: Express, path: string | string[], handler: RequestHandler): void {
  app.get(path, handler)
  app.all(path, refuseOthers)
}
