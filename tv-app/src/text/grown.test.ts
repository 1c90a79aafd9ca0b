import { expect, test } from 'vitest'
import { grown, ungrown } from './grown.ts'
import type { TextSlot } from './text-layout.ts'

const BODY = { fontSizePx: 30, pitchPx: 46 }

test('letters of the usual size stay as they are, with nothing to go back to', () => {
  expect(grown(BODY, 1)).toBe(BODY)
})

test('larger letters need larger lines, and know where they came from', () => {
  expect(grown(BODY, 1.3)).toEqual({ fontSizePx: 39, pitchPx: 57, least: BODY })
  expect(grown({ fontSizePx: 44, pitchPx: 60 }, 1.15)).toEqual({ fontSizePx: 51, pitchPx: 69, least: { fontSizePx: 44, pitchPx: 60 } })
})

test('lines never come closer than letters are high', () => {
  for (const [fontSizePx, pitchPx] of [
    [28, 40],
    [30, 42],
    [34, 48],
    [44, 60],
  ] as const) {
    const { fontSizePx: font, pitchPx: pitch } = grown({ fontSizePx, pitchPx }, 1.3)
    expect(pitch / font).toBeGreaterThan(1.3)
  }
})

test('a row without room takes its words back to where they came from', () => {
  const slot: TextSlot = { flow: 'area', widthPx: 400, heightPx: 57, maxLines: 1, ...grown(BODY, 1.3) }
  expect(ungrown(slot)).toEqual({ flow: 'area', widthPx: 400, heightPx: 57, maxLines: 1, ...BODY })
  expect(ungrown({ ...slot, ...BODY, least: undefined })).toMatchObject(BODY)
})
