import { done, type Outcome, type PictureCrop, refuse } from '@ulan/contract'
import { isEnough, pixelsOfCrop } from '../plan/picture-crop.ts'
import { cutRect, readPictureHead } from '../poster/picture-cutter.ts'
import type { Posters } from '../poster/poster-writer.ts'

/** `frame`: of a film, made by ourselves. */
type PictureOrigin = 'upload' | 'frame'

/** Cuts a picture (a path, or bytes) as somebody chose; what its header tells against it is enough to refuse it. */
export async function cutPicture(
  picture: string | Buffer,
  crop: PictureCrop | undefined,
  origin: PictureOrigin,
): Promise<Outcome<Posters>> {
  const head = await readPictureHead(picture)
  if (head === undefined) return refuse('damaged-picture')
  if (head.isTooLarge) return refuse('picture-too-large')
  if (head.isMoving) return refuse('animated-picture')
  const rect = pixelsOfCrop(head, crop)
  if (rect === undefined) return refuse('invalid-request', [{ path: 'crop', code: 'crop-not-wide' }])
  if (!isEnough(rect, head, origin === 'frame')) return refuse('picture-too-small')
  const posters = await cutRect(picture, rect)
  return posters === undefined ? refuse('damaged-picture') : done(posters)
}
