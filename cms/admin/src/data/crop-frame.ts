import type { PictureCrop } from '@ulan/contract'

export type PictureSize = { readonly widthPx: number; readonly heightPx: number }
/** By which of its corners a frame is drawn larger or smaller; the one across stays where it is. */
export type Corner = { readonly across: 'start' | 'end'; readonly down: 'start' | 'end' }

const WIDE = 16 / 9
/** What a poster has to be made of at least. */
const LEAST_WIDTH_PX = 960
/** As the server takes them. */
export const MOST_PIXELS = 80_000_000
export const MOST_BYTES = 30 * 1024 * 1024

const clamp = (value: number, least: number, most: number): number => Math.min(Math.max(value, least), Math.max(least, most))

/** Height of a frame as a part of the picture's, from its width as a part of the picture's. */
const heightOf = (width: number, { widthPx, heightPx }: PictureSize): number => (width * widthPx) / WIDE / heightPx

/** The widest frame that a picture holds, as a part of its width. */
const mostWidth = ({ widthPx, heightPx }: PictureSize): number => Math.min(1, (heightPx * WIDE) / widthPx)

/** The narrowest that is sharp enough; of a small film its widest. */
export const leastWidth = (size: PictureSize): number => Math.min(mostWidth(size), LEAST_WIDTH_PX / size.widthPx)

/** Whether a picture is large enough for any frame. */
export const isLargeEnough = (size: PictureSize): boolean => mostWidth(size) * size.widthPx >= LEAST_WIDTH_PX - 1

/** As much of the middle as is 16:9. */
export function widestCrop(size: PictureSize): PictureCrop {
  const width = mostWidth(size)
  const height = Math.min(1, heightOf(width, size))
  return { left: (1 - width) / 2, top: (1 - height) / 2, width, height }
}

/** The frame moved by parts of the picture, as far as the picture goes. */
export const moveCrop = (crop: PictureCrop, across: number, down: number): PictureCrop => ({
  ...crop,
  left: clamp(crop.left + across, 0, 1 - crop.width),
  top: clamp(crop.top + down, 0, 1 - crop.height),
})

/** The frame of another width around the same middle, moved inwards where the picture ends. */
export function widenCrop(crop: PictureCrop, wanted: number, size: PictureSize): PictureCrop {
  const width = clamp(wanted, leastWidth(size), mostWidth(size))
  const height = Math.min(1, heightOf(width, size))
  const middle = { width, height, left: crop.left + (crop.width - width) / 2, top: crop.top + (crop.height - height) / 2 }
  return moveCrop(middle, 0, 0)
}

/** The frame drawn by a corner; the corner across stays, and so does 16:9. */
export function drawCrop(crop: PictureCrop, corner: Corner, across: number, size: PictureSize): PictureCrop {
  const { across: side, down } = corner
  const roomAcross = side === 'end' ? 1 - crop.left : crop.left + crop.width
  const roomDown = down === 'end' ? 1 - crop.top : crop.top + crop.height
  const most = Math.min(roomAcross, roomDown / heightOf(1, size))
  const width = clamp(crop.width + (side === 'end' ? across : -across), Math.min(leastWidth(size), most), most)
  const height = heightOf(width, size)
  return {
    width,
    height,
    left: side === 'end' ? crop.left : crop.left + crop.width - width,
    top: down === 'end' ? crop.top : crop.top + crop.height - height,
  }
}

/** How far a frame is from its narrowest (0) to its widest (100). */
export function spreadOf({ width }: PictureCrop, size: PictureSize): number {
  const [least, most] = [leastWidth(size), mostWidth(size)]
  return most - least < 1e-6 ? 100 : Math.round((100 * (width - least)) / (most - least))
}
export const widthOfSpread = (spread: number, size: PictureSize): number =>
  leastWidth(size) + (spread / 100) * (mostWidth(size) - leastWidth(size))
