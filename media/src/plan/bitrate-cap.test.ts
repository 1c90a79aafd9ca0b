import { expect, test } from 'vitest'
import { capBitrateBps } from './bitrate-cap.ts'
import { h264Level } from './h264-level.ts'
import { hevcLevel } from './hevc-level.ts'

test.each([
  [240, 25, 400_000],
  [1080, 25, 5_000_000],
  [1080, 50, 7_500_000],
  [100, 25, 200_000],
  [600, 25, 2_000_000],
  [2000, 25, 5_000_000],
])('%d px at %d frames/s is capped at %d bit/s', (side, rate, expected) => {
  expect(capBitrateBps('h264', side, rate)).toBe(expected)
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

test.each([
  [2560, 1440, 25, 7_000_000, '5.0'],
  [3840, 2160, 25, 16_000_000, '5.0'],
  [3840, 2160, 50, 24_000_000, '5.1'],
  [4096, 2160, 24, 16_000_000, '5.0'],
  [1280, 720, 25, 2_000_000, '3.1'],
  [1920, 1080, 25, 4_000_000, '4.0'],
  [1920, 1080, 50, 6_000_000, '4.1'],
  [8192, 64, 25, 6_000_000, '5.0'],
  [9000, 4320, 25, 6_000_000, '6.0'],
])('HEVC of %d×%d at %d frames/s and %d bit/s is level %s', (width, height, rate, bitrate, level) => {
  expect(hevcLevel(width, height, rate, bitrate)).toBe(level)
})
