import { expect, test } from 'vitest'
import { profileOf } from './device-profile.ts'

test.each([
  [{ width: 1920, height: 1080, ratio: 1 }, 1920, 1],
  [{ width: 3840, height: 2160, ratio: 1 }, 3840, 2],
  [{ width: 1920, height: 1080, ratio: 2 }, 3840, 2],
  // Web views that report less than they draw.
  [{ width: 960, height: 540, ratio: 1 }, 1920, 1],
  [{ width: 1280, height: 720, ratio: 1.5 }, 1920, 1],
])('%o is drawn at %i', (screen, widthPx, precision) => {
  expect(profileOf(screen)).toMatchObject({ widthPx, heightPx: (widthPx * 9) / 16, precision })
})

test('pictures larger than HD are for screens that are', () => {
  expect(profileOf({ width: 1920, height: 1080, ratio: 1 }).player.maxHeightPx).toBe(1080)
  expect(profileOf({ width: 1920, height: 1080, ratio: 2 }).player.maxHeightPx).toBe(2160)
})
