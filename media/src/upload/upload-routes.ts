import { mkdir, statfs } from 'node:fs/promises'
import { Server } from '@tus/server'
import type { Refusal } from '@ulan/contract'
import { refuse } from '@ulan/contract'
import { type Request, type RequestHandler, type Response, Router } from 'express'
import type { Edge } from '../http/edge.ts'
import { checkTusForm, checkTusWish, type ReadHeader, refusalOfTus } from './tus-refusal.ts'
import { refusalByQuota, type UploadQuota } from './upload-quota.ts'
import { type HashingUploadStore, isUploadId, storeId } from './upload-store.ts'

const PATH = '/api/v1/uploads'
const TUS_VERSION = '1.0.0'
export type UploadRouteNeeds = {
  readonly store: HashingUploadStore
  readonly directory: string
  readonly maxUploadBytes: number
  readonly quota: UploadQuota
  /** Videos that wait for their encoding or are at it. */
  countWaiting(): Promise<number>
  readonly edge: Pick<Edge, 'allow' | 'sendProblem'>
  random(bytes: number): Buffer
}

/** Carries what the tus library threw past its own answer in English. */
class TusFailure extends Error {
  override readonly name = 'TusFailure'
}

async function freeBytesOf(directory: string): Promise<number> {
  await mkdir(directory, { recursive: true })
  const { bavail, bsize } = await statfs(directory)
  return bavail * bsize
}

const headerOf =
  (request: Request): ReadHeader =>
  (name) =>
    request.headersDistinct[name.toLowerCase()]?.join(', ')

/** Why a request never reaches the tus library, which would say it in English. */
async function refusalBefore(needs: UploadRouteNeeds, request: Request): Promise<Refusal | undefined> {
  const { store, maxUploadBytes } = needs
  const { method } = request
  const header = headerOf(request)
  const malformed = checkTusForm(method, header)
  if (malformed !== undefined) return malformed
  const { uploadId } = request.params
  if (uploadId !== undefined && method !== 'OPTIONS' && (await store.find(String(uploadId))) === undefined) return refuse('not-found')
  const unwanted = checkTusWish(method, header, maxUploadBytes)
  if (unwanted !== undefined) return unwanted
  if (method === 'POST') return await refusalOfNew(needs, Number(header('Upload-Length')))
  return method === 'PATCH' ? await refusalOfMore(needs, Number(header('Content-Length') ?? 0)) : undefined
}

/** Why an upload is not let in at all: told before the first of its bytes is sent. */
async function refusalOfNew({ store, directory, quota, countWaiting }: UploadRouteNeeds, sizeBytes: number): Promise<Refusal | undefined> {
  const [open, freeBytes, waiting] = await Promise.all([store.readOpen(), freeBytesOf(directory), countWaiting()])
  return refusalByQuota(sizeBytes, { ...open, freeBytes, waiting }, quota)
}

/** The reserve is for encodes, but a sender who is told in time can wait and go on. */
async function refusalOfMore({ directory, quota }: UploadRouteNeeds, bytes: number): Promise<Refusal | undefined> {
  return (await freeBytesOf(directory)) < bytes + quota.reserveBytes ? refuse('storage-full') : undefined
}

/** Behind two proxies this header lists two schemes, which tus takes for nonsense; it says nothing here, locations have no scheme. */
function dropForwardedScheme({ rawHeaders }: Request): void {
  for (let at = rawHeaders.length - 2; at >= 0; at -= 2) {
    if (rawHeaders[at]?.toLowerCase() === 'x-forwarded-proto') rawHeaders.splice(at, 2)
  }
}

function sendRefusal({ edge }: UploadRouteNeeds, request: Request, response: Response, { problem, errors }: Refusal): void {
  response.set({ 'Tus-Resumable': TUS_VERSION, 'Tus-Version': TUS_VERSION })
  // What is still on its way belongs to nobody.
  if (!request.complete) response.set('Connection', 'close')
  edge.sendProblem(request, response, problem, errors)
}

function createTusServer({ store, maxUploadBytes, random }: UploadRouteNeeds): Server {
  return new Server({
    path: PATH,
    datastore: store,
    maxSize: maxUploadBytes,
    relativeLocation: true,
    allowedOrigins: [],
    respectForwardedHeaders: false,
    namingFunction: () => storeId(random(16).toString('hex')),
    generateUrl: (_request, { path, id }) => `${path}/${id.split('/')[0] ?? ''}`,
    getFileIdFromRequest: (_request, lastPath) => (lastPath !== undefined && isUploadId(lastPath) ? storeId(lastPath) : undefined),
    onResponseError: (_request, thrown) => {
      throw new TusFailure('tus refused a request', { cause: thrown })
    },
  })
}

/** Answers by tus, or with a problem. */
function handleTus(needs: UploadRouteNeeds, tus: Server): RequestHandler {
  return async (request, response) => {
    const before = await refusalBefore(needs, request)
    if (before !== undefined) return sendRefusal(needs, request, response, before)
    dropForwardedScheme(request)
    try {
      await tus.handle(request, response)
    } catch (error) {
      const thrown = error instanceof TusFailure ? error.cause : error
      const refusal = refusalOfTus(thrown)
      if (refusal !== undefined) return sendRefusal(needs, request, response, refusal)
      // The library does not say why it could not write, and of an upload that goes on not even that.
      const full = request.method === 'PATCH' || request.method === 'POST' ? await refusalOfMore(needs, 0) : undefined
      if (full !== undefined) return sendRefusal(needs, request, response, full)
      throw error
    }
  }
}

/** tus 1.0: one random id and one directory per upload. */
export function createUploadRoutes(needs: UploadRouteNeeds): Router {
  const { allow, sendProblem } = needs.edge
  const handle = handleTus(needs, createTusServer(needs))
  const otherMethod =
    (methods: string): RequestHandler =>
    (request, response) => {
      response.set('Allow', methods)
      sendProblem(request, response, 'method-not-allowed')
    }
  const router = Router()
  router.options([PATH, `${PATH}/:uploadId`], allow('read'), handle)
  router.post(PATH, allow('upload'), handle)
  for (const method of ['head', 'patch', 'delete'] as const) router[method](`${PATH}/:uploadId`, allow('upload'), handle)
  // tus has no reading back: whoever asks is told what the library would say of an upload under way.
  router.get(`${PATH}/:uploadId`, allow('upload'), (request, response) => sendProblem(request, response, 'not-found'))
  router.all(PATH, allow('upload'), otherMethod('OPTIONS, POST'))
  router.all(`${PATH}/:uploadId`, allow('upload'), otherMethod('OPTIONS, HEAD, PATCH, DELETE'))
  return router
}
