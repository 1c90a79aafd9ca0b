import { type Outcome, type Picture, type PictureCreate, refuse } from '@ulan/contract'
import type { Edge } from './http/edge.ts'
import { bindPictureRoutes } from './http/picture-routes.ts'
import { createTurns } from './service/in-turn.ts'
import { makePicture } from './service/make-picture.ts'
import type { MediaNeeds } from './service/media-needs.ts'
import { StoreTrouble } from './store/media-store.ts'
import type { HashingUploadStore } from './upload/upload-store.ts'

/** Adds `/api/v1/pictures`. One at a time is decoded: a picture of the most pixels takes some hundred megabytes. */
export function mountPictures({ bind }: Edge, needs: MediaNeeds, uploads: HashingUploadStore): void {
  const inTurn = createTurns()
  const make = async (wish: PictureCreate): Promise<Outcome<Picture>> => {
    try {
      return await inTurn(() => makePicture(needs, uploads, wish))
    } catch (error) {
      if (!(error instanceof StoreTrouble)) throw error
      needs.logger.warn({ err: error }, 'picture not made')
      return refuse('store-unavailable')
    }
  }
  bindPictureRoutes(bind, make)
}
