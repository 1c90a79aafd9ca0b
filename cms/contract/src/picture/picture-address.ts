import type { Posters } from '../asset/asset.ts'
import type { PictureId } from './picture.ts'

/** Stands where the id of a film stands in other addresses of media. */
const PICTURES = 'pictures'

const addressOf = (id: PictureId, widthPx: number): string => `/media/${PICTURES}/${id}/poster-${widthPx}.jpg`

/** Where a picture is, in the sizes of every poster: nobody has to be asked, as its name says it. */
export const postersOfPicture = (id: PictureId): Posters => ({
  small: addressOf(id, 480),
  medium: addressOf(id, 960),
  large: addressOf(id, 1920),
})
