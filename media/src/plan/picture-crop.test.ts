import { describe, expect, it } from 'vitest'
import { isEnough, pixelsOfCrop } from './picture-crop.ts'

const HD = { widthPx: 1920, heightPx: 1080 }
const PHOTO = { widthPx: 4000, heightPx: 3000 }
const UPRIGHT = { widthPx: 3000, heightPx: 4000 }
const rect = (leftPx: number, topPx: number, widthPx: number, heightPx: number) => ({ leftPx, topPx, widthPx, heightPx })

describe('the pixels of a crop', () => {
  it.each([
    [HD, rect(0, 0, 1920, 1080)],
    [PHOTO, rect(0, 375, 4000, 2250)],
    [UPRIGHT, rect(0, 1156, 3000, 1688)],
    [{ widthPx: 2560, heightPx: 1080 }, rect(320, 0, 1920, 1080)],
  ])('of %j without one are as much of the middle as is 16:9', (size, wanted) => {
    expect(pixelsOfCrop(size, undefined)).toEqual(wanted)
  })
  it('are those that were chosen', () => {
    expect(pixelsOfCrop(PHOTO, { left: 0.5, top: 0.25, width: 0.4, height: 0.3 })).toEqual(rect(2000, 750, 1600, 900))
    expect(pixelsOfCrop(PHOTO, { left: 0, top: 0.25, width: 1, height: 0.75 })).toEqual(rect(0, 750, 4000, 2250))
  })
  it('end at the edge where parts add up to a little more than all', () => {
    expect(pixelsOfCrop(HD, { left: 0.1, top: 0.1 + 1e-9, width: 0.9, height: 0.9 })).toEqual(rect(192, 108, 1728, 972))
  })
  it.each([
    ['reaches out of the picture', { left: 0.5, top: 0, width: 0.6, height: 0.6 }],
    ['reaches below it', { left: 0, top: 0.5, width: 0.6, height: 0.6 }],
    ['is a square', { left: 0, top: 0, width: 0.5625, height: 1 }],
    ['is nothing at all', { left: 0.5, top: 0.5, width: 1e-6, height: 1e-6 }],
  ])('that %s are none', (_, crop) => {
    expect(pixelsOfCrop(HD, crop)).toBeUndefined()
  })
})

describe('what is enough for a poster', () => {
  it.each([
    [rect(0, 0, 960, 540), HD, false, true],
    [rect(0, 0, 958, 538), HD, false, false],
    [rect(0, 0, 640, 360), { widthPx: 640, heightPx: 360 }, false, false],
    [rect(0, 0, 640, 360), { widthPx: 640, heightPx: 360 }, true, true],
    [rect(0, 0, 600, 338), { widthPx: 640, heightPx: 360 }, true, false],
    [rect(0, 0, 960, 540), HD, true, true],
    [rect(0, 0, 900, 506), HD, true, false],
  ])('%j of %j, of a film: %s, is: %s', (crop, size, isFrame, enough) => {
    expect(isEnough(crop, size, isFrame)).toBe(enough)
  })
})
