import type { PictureCrop } from '@ulan/contract'
import { describe, expect, it } from 'vitest'
import {
  drawCrop,
  isLargeEnough,
  leastWidth,
  moveCrop,
  type PictureSize,
  spreadOf,
  widenCrop,
  widestCrop,
  widthOfSpread,
} from './crop-frame.ts'

const PHOTO: PictureSize = { widthPx: 4000, heightPx: 3000 }
const UPRIGHT: PictureSize = { widthPx: 3000, heightPx: 4000 }
const SMALL_FILM: PictureSize = { widthPx: 640, heightPx: 360 }
const ratio = ({ width, height }: PictureCrop, { widthPx, heightPx }: PictureSize): number => (width * widthPx) / (height * heightPx)
const isInside = ({ left, top, width, height }: PictureCrop): boolean =>
  left >= 0 && top >= 0 && left + width <= 1 + 1e-9 && top + height <= 1 + 1e-9

describe('a frame over a picture', () => {
  it.each([PHOTO, UPRIGHT, SMALL_FILM, { widthPx: 2560, heightPx: 1080 }])('of %j begins as the widest in its middle', (size) => {
    const crop = widestCrop(size)
    expect(ratio(crop, size)).toBeCloseTo(16 / 9)
    expect([isInside(crop), spreadOf(crop, size)]).toEqual([true, 100])
    expect(crop.left + crop.width / 2).toBeCloseTo(0.5)
    expect(crop.top + crop.height / 2).toBeCloseTo(0.5)
  })
  it('moves as far as the picture goes', () => {
    const crop = widestCrop(PHOTO)
    expect(moveCrop(crop, 0.3, -1)).toEqual({ ...crop, left: 0, top: 0 })
    expect(moveCrop(crop, 0, 0.05).top).toBeCloseTo(crop.top + 0.05)
  })
  it.each([PHOTO, UPRIGHT])('of %j is drawn by each corner, and stays 16:9 and within', (size) => {
    const start = widenCrop(widestCrop(size), 0.5, size)
    for (const across of ['start', 'end'] as const)
      for (const down of ['start', 'end'] as const)
        for (const by of [-2, -0.1, 0.1, 2]) {
          const drawn = drawCrop(start, { across, down }, by, size)
          expect(ratio(drawn, size)).toBeCloseTo(16 / 9)
          expect(isInside(drawn)).toBe(true)
          expect(drawn.width).toBeGreaterThanOrEqual(leastWidth(size) - 1e-9)
          const anchor = (crop: PictureCrop) => [
            across === 'end' ? crop.left : crop.left + crop.width,
            down === 'end' ? crop.top : crop.top + crop.height,
          ]
          for (const [at, value] of anchor(drawn).entries()) expect(value).toBeCloseTo(anchor(start)[at] ?? -1)
        }
  })
  it('is never narrower than a poster, nor than the whole of a small film', () => {
    expect(widenCrop(widestCrop(PHOTO), 0, PHOTO).width * 4000).toBeCloseTo(960)
    expect(widenCrop(widestCrop(SMALL_FILM), 0, SMALL_FILM)).toEqual(widestCrop(SMALL_FILM))
    expect([isLargeEnough(PHOTO), isLargeEnough(SMALL_FILM), isLargeEnough({ widthPx: 960, heightPx: 400 })]).toEqual([true, false, false])
  })
  it('tells its width in parts of a hundred, there and back', () => {
    for (const spread of [0, 40, 100]) {
      expect(spreadOf(widenCrop(widestCrop(PHOTO), widthOfSpread(spread, PHOTO), PHOTO), PHOTO)).toBe(spread)
    }
  })
})
