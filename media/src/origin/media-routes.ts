import type { IncomingMessage } from 'node:http'
import type { AssetId, PictureId } from '@ulan/contract'
import { type Request, type RequestHandler, type Response, Router } from 'express'
import type { SendProblem } from '../http/edge.ts'
import { PICTURES } from '../store/store-keys.ts'
import { type FileAnswerNeeds, sendMediaFile } from './file-answer.ts'
import { parseMediaPath } from './media-path.ts'

export type MediaRouteNeeds = FileAnswerNeeds & {
  isAssetPublic(id: AssetId): boolean
  isPicturePublic(id: PictureId): boolean
  authoriseStaff(request: IncomingMessage): Promise<object | undefined>
}

/** Text of one route parameter; a wildcard comes in pieces. */
export function parameter(request: Request, name: string): string {
  const value: unknown = request.params[name]
  return Array.isArray(value) ? value.join('/') : typeof value === 'string' ? value : ''
}

/** Only reading happens on media addresses. */
export const readingOnly =
  (sendProblem: SendProblem): RequestHandler =>
  (request, response, next) => {
    if (request.method === 'GET' || request.method === 'HEAD') return next()
    response.set('Allow', 'GET, HEAD')
    sendProblem(request, response, 'method-not-allowed')
  }

/** `/media/<assetId>/<version>/…`, and `/media/pictures/<picture>/…`: public while the asset or the picture is, for signed-in staff besides, for all others not there. */
export function createMediaRoutes(needs: MediaRouteNeeds): Router {
  const { sendProblem } = needs
  const answer = async (request: Request, response: Response): Promise<void> => {
    const wanted = parseMediaPath(parameter(request, 'assetId'), parameter(request, 'version'), parameter(request, 'file'))
    if (wanted === undefined) return sendProblem(request, response, 'not-found')
    const { assetId, version } = wanted
    // Their patterns were checked.
    const isPublic = assetId === PICTURES ? needs.isPicturePublic(version as PictureId) : needs.isAssetPublic(assetId as AssetId)
    if (!isPublic && (await needs.authoriseStaff(request)) === undefined) return sendProblem(request, response, 'not-found')
    await sendMediaFile(needs, request, response, wanted, isPublic)
  }
  const router = Router()
  router.all('/media/:assetId/:version/*file', readingOnly(sendProblem), answer)
  router.use('/media', readingOnly(sendProblem), (request, response) => sendProblem(request, response, 'not-found'))
  return router
}
