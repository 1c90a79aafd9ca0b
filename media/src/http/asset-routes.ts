import type { AssetId, FieldProblem, MediaLibrary } from '@ulan/contract'
import { assetIdSchema, ROUTES } from '@ulan/contract/schemas'
import { type ErrorRequestHandler, json, type RequestHandler, type Response, Router } from 'express'
import type { Logger } from 'pino'
import type { ZodError } from 'zod'
import type { ClaimOutcome } from '../service/claim-upload.ts'
import { problemOf, sendProblem } from './problem-response.ts'

export type AssetRouteNeeds = {
  readonly library: MediaLibrary
  readonly guard: RequestHandler
  readonly logger: Logger
  claim(uploadId: string, sha256: string | undefined): Promise<ClaimOutcome>
}

const LIST_LIMIT = 200

const fieldsOf = (error: ZodError): FieldProblem[] =>
  error.issues.map((issue) => ({ path: issue.path.join('.'), code: issue.code === 'unrecognized_keys' ? 'unknown-field' : 'invalid' }))

async function answerAsset(library: MediaLibrary, response: Response, id: AssetId, status = 200): Promise<void> {
  const asset = (await library.readAssets([id])).get(id)
  if (asset === undefined) return sendProblem(response, problemOf('not-found'))
  response.status(status).set('Cache-Control', 'no-store').json(asset)
}

/** Express's own errors (broken JSON, too long a body) and everything unforeseen, as problems. */
export function problemHandler(logger: Logger): ErrorRequestHandler {
  return (error: unknown, _request, response, next) => {
    if (response.headersSent) return next(error)
    const type = typeof error === 'object' && error !== null && 'type' in error ? error.type : undefined
    if (type === 'entity.parse.failed' || type === 'encoding.unsupported') return sendProblem(response, problemOf('malformed-json'))
    if (type === 'entity.too.large') return sendProblem(response, problemOf('body-too-large'))
    // Express's word for what the client got wrong: an address that cannot be decoded, a body that broke off.
    const status = typeof error === 'object' && error !== null && 'status' in error ? error.status : undefined
    if (typeof status === 'number' && status < 500) return sendProblem(response, problemOf('invalid-request'))
    const isFull = error instanceof Error && 'code' in error && error.code === 'ENOSPC'
    logger.error({ err: error }, 'request failed')
    sendProblem(response, problemOf(isFull ? 'storage-full' : 'internal'))
  }
}

/** `/api/v1/assets`: progress, claiming an upload, another try. */
export function createAssetRoutes({ library, guard, logger, claim }: AssetRouteNeeds): Router {
  const router = Router()
  router.get('/api/v1/assets', guard, async (_request, response) => {
    response.set('Cache-Control', 'no-store').json({ items: await library.listAssets(LIST_LIMIT) })
  })
  router.post('/api/v1/assets', guard, json({ limit: '8kb' }), async (request, response) => {
    const body = ROUTES.createAsset.body.safeParse(request.body)
    if (!body.success) return sendProblem(response, problemOf('invalid-request', { errors: fieldsOf(body.error) }))
    const outcome = await claim(body.data.uploadId, body.data.sha256)
    if (outcome.kind === 'problem') return sendProblem(response, outcome.problem)
    await answerAsset(library, response, outcome.id, 201)
  })
  router.get('/api/v1/assets/:id', guard, async (request, response) => {
    const id = assetIdSchema.safeParse(request.params['id'])
    if (!id.success) return sendProblem(response, problemOf('not-found'))
    await answerAsset(library, response, id.data)
  })
  router.post('/api/v1/assets/:id/retry', guard, async (request, response) => {
    const id = assetIdSchema.safeParse(request.params['id'])
    if (!id.success || !(await library.readAssets([id.data])).has(id.data)) return sendProblem(response, problemOf('not-found'))
    if (!(await library.retryAsset(id.data))) return sendProblem(response, problemOf('conflict'))
    await answerAsset(library, response, id.data)
  })
  router.use(problemHandler(logger))
  return router
}
