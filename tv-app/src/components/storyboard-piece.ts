import { Lightning } from '@lightningjs/sdk'
import type { StoryboardPicture } from '@ulan/player'

/** Puts a small picture of a film on an element. Pieces of one sheet share its texture: only another sheet is fetched and uploaded. */
export function showPiece(element: Lightning.Element, { sheetUrl, xPx, yPx, widthPx, heightPx }: StoryboardPicture): void {
  const texture = new Lightning.textures.ImageTexture(element.stage)
  texture.src = sheetUrl
  texture.enableClipping(xPx, yPx, widthPx, heightPx)
  element.texture = texture
}

/** The largest size of that picture within a box, px. */
export function fitPiece(
  { widthPx, heightPx }: StoryboardPicture,
  box: { readonly widthPx: number; readonly heightPx: number },
): { readonly w: number; readonly h: number } {
  const scale = Math.min(box.widthPx / widthPx, box.heightPx / heightPx)
  return { w: Math.round(widthPx * scale), h: Math.round(heightPx * scale) }
}
