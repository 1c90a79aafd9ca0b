import { createHash } from 'node:crypto'
import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'

/** Sizes of every poster, 16:9, px. */
const POSTER_SIZES = [
  { widthPx: 480, heightPx: 270 },
  { widthPx: 960, heightPx: 540 },
  { widthPx: 1920, heightPx: 1080 },
] as const

/** File name of a poster of one width. */
export const posterFile = (widthPx: number): string => `poster-${widthPx}.jpg`

// One title's posters at a time is enough, and leaves the cores to the encoder.
sharp.concurrency(1)
const MOST_INPUT_PIXELS = 80_000_000

/**
 * Cuts a picture to 16:9 in all sizes and puts them below `assetDirectory` under a name made from their content.
 * Returns that name, such as `p3f2a…`: a new picture gets a new address, so that each can be cached for ever.
 */
export async function writePosters(picture: Buffer, assetDirectory: string, scratchName: string): Promise<string> {
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
  const name = `p${hash.digest('hex').slice(0, 16)}`
  const scratch = join(assetDirectory, `.${scratchName}`)
  await mkdir(scratch, { recursive: true })
  for (const file of files) await writeFile(join(scratch, file.name), file.bytes)
  await rename(scratch, join(assetDirectory, name)).catch(async (error: NodeJS.ErrnoException) => {
    await rm(scratch, { recursive: true, force: true })
    // The same picture is already there.
    if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error
  })
  return name
}
