import { timingSafeEqual } from 'node:crypto'
import type { Express, Request } from 'express'
import type { Metrics } from './metrics.ts'
import { sendProblem } from './problem/problem-response.ts'
import { addReadOnly } from './read-only.ts'

export type OperationNeeds = {
  readonly app: Express
  readonly metrics: Metrics
  readonly metricsToken: string | undefined
  isStoreReachable(): Promise<boolean>
  isMediaReachable(): Promise<boolean>
}

/** For those who run it: alive, ready, measured. */
export function addOperationRoutes({ app, metrics, metricsToken, isStoreReachable, isMediaReachable }: OperationNeeds): void {
  addReadOnly(app, '/healthz', (_request, response) => {
    response.set('Cache-Control', 'no-store').json({ status: 'alive' })
  })
  addReadOnly(app, '/readyz', async (_request, response) => {
    const [store, media] = await Promise.all([isStoreReachable(), isMediaReachable()])
    const status = store && media ? 200 : 503
    response.status(status).set('Cache-Control', 'no-store').json({ store, media })
  })
  addReadOnly(app, '/metrics', async (request, response) => {
    if (!mayReadMetrics(request, metricsToken)) return sendProblem(request, response, 'not-allowed')
    response
      .set('Content-Type', metrics.contentType)
      .set('Cache-Control', 'no-store')
      .send(await metrics.text())
  })
}

const LOOPBACK = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1'])

/** With a token: whoever brings it. Without: only a direct peer of this machine, never one that a proxy speaks for. */
function mayReadMetrics(request: Request, token: string | undefined): boolean {
  if (token === undefined) {
    return LOOPBACK.has(request.socket.remoteAddress ?? '') && request.get('x-forwarded-for') === undefined
  }
  const given = Buffer.from(request.get('authorization') ?? '')
  const wanted = Buffer.from(`Bearer ${token}`)
  return given.length === wanted.length && timingSafeEqual(given, wanted)
}
