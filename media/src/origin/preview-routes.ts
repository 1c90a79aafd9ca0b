import { type Request, type Response, Router } from 'express'
import type { MediaNeeds } from '../service/media-needs.ts'
import { isPreviewToken } from '../service/preview-token.ts'
import { versionOf } from '../service/publish-version.ts'
import type { AssetRecord } from '../storage/asset-model.ts'
import { mediaType, PRIVATE } from '../store/store-keys.ts'
import { type FileAnswerNeeds, sendMediaFile } from './file-answer.ts'
import { readLiveVersion } from './live-version.ts'
import { type MediaPath, parseMediaPath } from './media-path.ts'
import { parameter, readingOnly } from './media-routes.ts'

export type PreviewNeeds = FileAnswerNeeds & { readonly media: MediaNeeds; readonly secretKey: string }

/** Playlists and segments of a version that is still being made. */
async function sendLive(needs: PreviewNeeds, request: Request, response: Response, asset: AssetRecord, wanted: MediaPath): Promise<void> {
  const { file } = wanted
  const live = await readLiveVersion(needs.media, asset)
  if (live === undefined) return needs.sendProblem(request, response, 'not-found')
  const [rendition = '', leaf = ''] = file.split('/')
  const playlist = file === 'master.m3u8' ? live.multivariant : leaf === 'index.m3u8' ? live.playlists.get(rendition) : undefined
  if (playlist !== undefined) {
    response.set({ 'Content-Type': mediaType(file), 'Cache-Control': PRIVATE }).end(playlist)
    return
  }
  // Its first file, the init segment, is there as soon as any segment is.
  const segment = Number.parseInt(leaf, 10) || 0
  const isThere = segment < (live.segmentCounts.get(rendition) ?? 0) && !leaf.endsWith('.m3u8')
  if (!isThere) return needs.sendProblem(request, response, 'not-found')
  await sendMediaFile(needs, request, response, wanted, false)
}

/** `/preview/<token>/<assetId>/<version>/…`: what staff may watch before the public, by a signed link that expires. */
export function createPreviewRoutes(needs: PreviewNeeds): Router {
  const { sendProblem } = needs
  const answer = async (request: Request, response: Response): Promise<void> => {
    const assetId = parameter(request, 'assetId')
    const wanted = parseMediaPath(assetId, parameter(request, 'version'), parameter(request, 'file'))
    if (wanted === undefined || !isPreviewToken(needs.secretKey, assetId, parameter(request, 'token'), needs.media.clock())) {
      return sendProblem(request, response, 'not-found')
    }
    const asset = await needs.media.assets.read(assetId)
    if (asset === undefined) return sendProblem(request, response, 'not-found')
    const isBeingMade = asset.status === 'encoding' && wanted.version === String(versionOf(asset))
    // Renditions of an older version are part of the newer one.
    if (isBeingMade && asset.plan?.base === undefined) return await sendLive(needs, request, response, asset, wanted)
    await sendMediaFile(needs, request, response, wanted, false)
  }
  const router = Router()
  router.all('/preview/:token/:assetId/:version/*file', readingOnly(sendProblem), answer)
  router.use('/preview', readingOnly(sendProblem), (request, response) => sendProblem(request, response, 'not-found'))
  return router
}
