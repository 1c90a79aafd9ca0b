import sharp, { type Metadata } from 'sharp'
import { cutPosters, LARGEST_POSTER, MOST_INPUT_PIXELS, type Posters } from './poster-writer.ts'

/** A minute would hold up all others; a picture of the most pixels takes some seconds. */
const MOST_SECONDS = 30
const WHITE = { r: 255, g: 255, b: 255 }

/** What a picture says of itself; sizes as people see it: a camera that was held upright writes so beside the pixels. */
type PictureHead = { readonly widthPx: number; readonly heightPx: number; readonly isTooLarge: boolean; readonly isMoving: boolean }
type Rect = { readonly leftPx: number; readonly topPx: number; readonly widthPx: number; readonly heightPx: number }

/** By the header alone, before a pixel is decoded; undefined when it says nothing that can be believed. */
export async function readPictureHead(picture: string | Buffer): Promise<PictureHead | undefined> {
  const head = await sharp(picture, { limitInputPixels: false }).metadata().catch(isUnreadable)
  return head && headOf(head)
}

function headOf({ width, height, orientation = 1, format, pages = 1 }: Metadata): PictureHead {
  const isTurned = orientation >= 5
  return {
    widthPx: isTurned ? height : width,
    heightPx: isTurned ? width : height,
    isTooLarge: width * height > MOST_INPUT_PIXELS,
    // What AVIF counts are pictures beside each other.
    isMoving: format !== 'heif' && pages > 1,
  }
}

/** A part of a picture as posters: turned upright, in sRGB, without a word of what was written beside its pixels; undefined when it is damaged. */
export async function cutRect(picture: string | Buffer, { leftPx, topPx, widthPx, heightPx }: Rect): Promise<Posters | undefined> {
  const cut = await sharp(picture, { limitInputPixels: MOST_INPUT_PIXELS, failOn: 'truncated', sequentialRead: true })
    .timeout({ seconds: MOST_SECONDS })
    .autoOrient()
    .extract({ left: leftPx, top: topPx, width: widthPx, height: heightPx })
    .resize(LARGEST_POSTER.widthPx, LARGEST_POSTER.heightPx, { fit: 'fill' })
    .flatten({ background: WHITE })
    .toColourspace('srgb')
    .png({ compressionLevel: 1 })
    .toBuffer()
    .catch(isUnreadable)
  return cut && (await cutPosters(cut))
}

/** Nothing but what the library says of a picture; a disk that is full or gone is another matter. */
function isUnreadable(error: unknown): undefined {
  if (error instanceof Error && 'code' in error) throw error
  return undefined
}
