import { createHash } from 'node:crypto'
import sharp from 'sharp'

export const LARGEST_POSTER = { widthPx: 1920, heightPx: 1080 } as const
/** Sizes of every poster, 16:9, px. */
const POSTER_SIZES = [{ widthPx: 480, heightPx: 270 }, { widthPx: 960, heightPx: 540 }, LARGEST_POSTER] as const

/** File name of a poster of one width. */
export const posterFile = (widthPx: number): string => `poster-${widthPx}.jpg`

// One title's posters at a time is enough, and leaves the cores to the encoder.
sharp.concurrency(1)
/** Of a picture that is read; a header that says more is believed. */
export const MOST_INPUT_PIXELS = 80_000_000

export type Posters = {
  /** Made from the content, such as `p3f2a…`: a new picture gets a new address, so that each can be cached for ever. */
  readonly name: string
  readonly files: readonly { readonly name: string; readonly bytes: Buffer }[]
}

/** Cuts a picture to 16:9 in all sizes. */
export async function cutPosters(picture: Buffer): Promise<Posters> {
  const files = await Promise.all(
    POSTER_SIZES.map(async ({ widthPx, heightPx }) => ({
      name: posterFile(widthPx),
      bytes: await sharp(picture, { limitInputPixels: MOST_INPUT_PIXELS })
        .resize(widthPx, heightPx, { fit: 'cover', position: 'centre' })
        .jpeg({ quality: 82, mozjpeg: true })
        .toBuffer(),
    })),
  )
  const hash = createHash('sha256')
  for (const file of files) hash.update(file.bytes)
  return { name: `p${hash.digest('hex').slice(0, 16)}`, files }
}
