import sharp from 'sharp'
import type { Artwork } from './artwork/artwork-table.ts'
import { drawPoster } from './artwork/draw-poster.ts'
import type { Typefaces } from './text/typefaces.ts'

/** Renders the key art of an asset to a PNG file of 1920×1080 px, unpacked: it is read once and thrown away. */
export async function renderPoster(artwork: Artwork, faces: Typefaces, outFile: string): Promise<void> {
  await sharp(Buffer.from(drawPoster(artwork, faces)))
    .png({ compressionLevel: 0 })
    .toFile(outFile)
}
