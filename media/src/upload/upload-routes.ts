import { mkdir, statfs } from 'node:fs/promises'
import { Server } from '@tus/server'
import { type Request, type RequestHandler, type Response, Router } from 'express'
import { problemOf, sendProblem } from '../http/problem-response.ts'
import { type HashingUploadStore, isUploadId, storeId } from './upload-store.ts'

const PATH = '/api/v1/uploads'
/** Left free on the disk when an upload is let in: its encode needs room too. */
const RESERVE_BYTES = 512 * 1024 * 1024

export type UploadRouteNeeds = {
  readonly store: HashingUploadStore
  readonly directory: string
  readonly maxUploadBytes: number
  /** Refuses everyone who may not upload. */
  readonly guard: RequestHandler
  random(bytes: number): Buffer
}

const hasRoom = async (directory: string, bytes: number): Promise<boolean> => {
  const { bavail, bsize } = await statfs(directory)
  return bavail * bsize >= bytes + RESERVE_BYTES
}

/** Answers what tus itself would answer in plain text. */
function limits({ store, directory, maxUploadBytes }: UploadRouteNeeds): RequestHandler {
  return async (request, response, next) => {
    const { uploadId } = request.params
    if (uploadId !== undefined && request.method !== 'OPTIONS') {
      if ((await store.find(String(uploadId))) === undefined) return sendProblem(response, problemOf('not-found'))
      // The reserve is for encodes, but a sender who is told in time can wait and go on.
      const isFull = request.method === 'PATCH' && !(await hasRoom(directory, Number(request.headers['content-length'] ?? 0)))
      if (isFull) return sendProblem(response, problemOf('storage-full'))
    }
    if (request.method !== 'POST') return next()
    const length = Number(request.headers['upload-length'])
    if (!Number.isSafeInteger(length) || length < 0) {
      return sendProblem(response, problemOf('invalid-request', { errors: [{ path: 'Upload-Length', code: 'required' }] }))
    }
    if (length > maxUploadBytes) return sendProblem(response, problemOf('upload-too-large'))
    await mkdir(directory, { recursive: true })
    if (!(await hasRoom(directory, length))) return sendProblem(response, problemOf('storage-full'))
    next()
  }
}

/** tus 1.0: one random id and one directory per upload. */
export function createUploadRoutes(needs: UploadRouteNeeds): Router {
  const tus = new Server({
    path: PATH,
    datastore: needs.store,
    maxSize: needs.maxUploadBytes,
    relativeLocation: true,
    allowedOrigins: [],
    respectForwardedHeaders: false,
    namingFunction: () => storeId(needs.random(16).toString('hex')),
    generateUrl: (_request, { path, id }) => `${path}/${id.split('/')[0] ?? ''}`,
    getFileIdFromRequest: (_request, lastPath) => (lastPath !== undefined && isUploadId(lastPath) ? storeId(lastPath) : undefined),
  })
  const handle = async (request: Request, response: Response): Promise<void> => {
    await tus.handle(request, response)
  }
  const router = Router()
  router.all([PATH, `${PATH}/:uploadId`], needs.guard, limits(needs), handle)
  return router
}
