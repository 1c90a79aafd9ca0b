import type { Typefaces } from '../text/typefaces.ts'
import type { Artwork } from './artwork-table.ts'
import { HEIGHT, type Scene, WIDTH } from './scene.ts'
import { titleLockup } from './title-lockup.ts'

/** Key art of an asset as one SVG of 1920×1080 px; the same input gives the same bytes. */
export function drawPoster(artwork: Artwork, faces: Typefaces): string {
  return svgDocument(0, 0, WIDTH, HEIGHT, `${drawScene(artwork.scene())}${titleLockup(artwork, faces)}`)
}

/** A scene as it stands at the middle of its clip. */
function drawScene(scene: Scene): string {
  return scene
    .map((layer) => {
      if (layer.kind === 'still') return layer.svg
      return `<svg x="${layer.box.x}" y="${layer.box.y}" width="${layer.box.width}" height="${layer.box.height}">${layer.frames[0] ?? ''}</svg>`
    })
    .join('')
}

/** Wraps a drawing; the size in px may differ from the part of the scene it shows. */
export function svgDocument(x: number, y: number, width: number, height: number, content: string, scale = 1): string {
  const size = `width="${Math.round(width * scale)}" height="${Math.round(height * scale)}"`
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size} viewBox="${x} ${y} ${width} ${height}">${content}</svg>`
}
