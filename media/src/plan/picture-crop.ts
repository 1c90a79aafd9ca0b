import type { PictureCrop } from '@ulan/contract'

type Size = { readonly widthPx: number; readonly heightPx: number }
type PixelRect = Size & { readonly leftPx: number; readonly topPx: number }

const WIDE = 16 / 9
/** How far a crop may be from 16:9: clients round to pixels of a smaller picture. */
const ROUNDING = 0.02
/** The medium poster: what is smaller would be blown up on every screen. */
const LEAST: Size = { widthPx: 960, heightPx: 540 }

/** As much of the middle as is 16:9. */
function middleOf({ widthPx, heightPx }: Size): PixelRect {
  const width = Math.min(widthPx, Math.round(heightPx * WIDE))
  const height = Math.min(heightPx, Math.round(widthPx / WIDE))
  return { leftPx: Math.floor((widthPx - width) / 2), topPx: Math.floor((heightPx - height) / 2), widthPx: width, heightPx: height }
}

/** The pixels that a crop keeps of a picture; undefined for one that reaches out of it or is not 16:9. */
export function pixelsOfCrop(size: Size, crop: PictureCrop | undefined): PixelRect | undefined {
  if (crop === undefined) return middleOf(size)
  const leftPx = Math.round(crop.left * size.widthPx)
  const topPx = Math.round(crop.top * size.heightPx)
  const right = Math.round((crop.left + crop.width) * size.widthPx)
  const bottom = Math.round((crop.top + crop.height) * size.heightPx)
  // A client's sum of two parts may be past the edge by its last digit, and by a pixel once it is rounded.
  if (right > size.widthPx + 1 || bottom > size.heightPx + 1) return undefined
  const rect = { leftPx, topPx, widthPx: Math.min(right, size.widthPx) - leftPx, heightPx: Math.min(bottom, size.heightPx) - topPx }
  const isWide = Math.abs((crop.width * size.widthPx) / (crop.height * size.heightPx) / WIDE - 1) <= ROUNDING
  return isWide && rect.widthPx > 0 && rect.heightPx > 0 ? rect : undefined
}

/** Whether a crop leaves enough for a poster. Of a small film its whole width is enough: there is no sharper picture of it. */
export function isEnough({ widthPx, heightPx }: PixelRect, size: Size, isFrame: boolean): boolean {
  const most = isFrame ? middleOf(size) : LEAST
  // A pixel is lost where a crop's edges are rounded.
  return widthPx >= Math.min(LEAST.widthPx, most.widthPx) - 1 && heightPx >= Math.min(LEAST.heightPx, most.heightPx) - 1
}
