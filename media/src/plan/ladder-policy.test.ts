import { expect, test } from 'vitest'
import { h264Level } from './h264-level.ts'
import { capBitrateBps } from './ladder-policy.ts'

test.each([
  [240, 25, 400_000],
  [1080, 25, 5_000_000],
  [1080, 50, 7_500_000],
  [100, 25, 200_000],
  [600, 25, 2_100_000],
  [2000, 25, 5_000_000],
])('%d px at %d frames/s is capped at %d bit/s', (side, rate, expected) => {
  expect(capBitrateBps(side, rate)).toBe(expected)
})

test.each([
  [426, 240, 25, 400_000, '2.1'],
  [1920, 1080, 25, 5_000_000, '4.0'],
  [1920, 1080, 60, 7_500_000, '4.2'],
  [160, 120, 25, 200_000, '1.3'],
  [7680, 4320, 60, 5_000_000, '5.2'],
])('%d×%d at %d frames/s and %d bit/s is level %s', (width, height, rate, bitrate, level) => {
  expect(h264Level(width, height, rate, bitrate)).toBe(level)
})
