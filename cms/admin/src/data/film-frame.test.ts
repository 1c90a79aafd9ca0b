import { expect, it } from 'vitest'
import { frameAt, lastFrame, placeOfFrame, secondsOfFrame } from './film-frame.ts'

const PAL = { numerator: 25, denominator: 1 }
const NTSC = { numerator: 30_000, denominator: 1001 }

it.each([PAL, NTSC])('every picture of %j is found again by its time', (rate) => {
  for (const frame of [0, 1, 29, 30, 899, 107_891]) expect(frameAt(secondsOfFrame(frame, rate), rate)).toBe(frame)
})
it('is shown two pictures later than it is counted, from its middle', () => {
  expect(placeOfFrame(25, PAL)).toBeCloseTo(1.1)
  expect([lastFrame(6, PAL), lastFrame(0.01, PAL)]).toEqual([147, 0])
})
