import { expect, test } from 'vitest'
import { profileOf } from './device-profile.ts'

const CHROME = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36'

test.each([
  [{ width: 1920, height: 1080, ratio: 1 }, 1920, 1],
  [{ width: 3840, height: 2160, ratio: 1 }, 3840, 2],
  [{ width: 1920, height: 1080, ratio: 2 }, 3840, 2],
  // Web views that report less than they draw.
  [{ width: 960, height: 540, ratio: 1 }, 1920, 1],
  [{ width: 1280, height: 720, ratio: 1.5 }, 1920, 1],
])('%o is drawn at %i', (screen, widthPx, precision) => {
  expect(profileOf(screen, CHROME)).toMatchObject({ widthPx, heightPx: (widthPx * 9) / 16, precision })
})

test('pictures larger than HD are for screens that are', () => {
  expect(profileOf({ width: 1920, height: 1080, ratio: 1 }, CHROME).player.maxHeightPx).toBe(1080)
  expect(profileOf({ width: 1920, height: 1080, ratio: 2 }, CHROME).player.maxHeightPx).toBe(2160)
})

test.each([
  [CHROME, 'Desktop', true],
  ['Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36', 'Desktop', true],
  ['Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/16.0 Safari/605.1.15', 'WPE / RDK', false],
  [
    'Mozilla/5.0 (Linux; Android 9; MiTV) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/79.0 Safari/537.36',
    'Android TV',
    false,
  ],
  ['Mozilla/5.0 (Linux armv7l) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/53.0 Safari/537.36', 'IPTV H5', false],
  ['Mozilla/5.0 (SMART-TV; Linux; Tizen 5.0) AppleWebKit/537.36 (KHTML, like Gecko) Version/5.0 TV Safari/537.36', 'Tizen', false],
  ['Mozilla/4.0 (compatible; Linux; iPanel 3.0; hi3716) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/59.0', 'iPanel', false],
  ['Mozilla/5.0 (X11; Linux mips) AppleWebKit/534.24 (KHTML, like Gecko) iPanel/3.0 Safari/534.24', 'iPanel', false],
  ['Mozilla/5.0 (Linux; Android 7.0; iPanel) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/59.0', 'iPanel', false],
  ['', 'Desktop', true],
])('%s is a box of %s', (userAgent, name, isTried) => {
  expect(profileOf({ width: 1920, height: 1080, ratio: 1 }, userAgent)).toMatchObject({ name, isTried })
})

test.each([
  ['Mozilla/5.0 (Linux armv7l) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/53.0 Safari/537.36', 264, 'FastForward'],
  ['Mozilla/5.0 (SMART-TV; Linux; Tizen 5.0) AppleWebKit/537.36 (KHTML, like Gecko) Version/5.0 TV Safari/537.36', 10009, 'Back'],
  ['Mozilla/4.0 (compatible; iPanel 3.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/59.0', 1, 'Up'],
  [CHROME, 264, undefined],
])('what its remote sends follows from the family: %s, %i', (userAgent, code, name) => {
  expect(profileOf({ width: 1920, height: 1080, ratio: 1 }, userAgent).keys[code]).toBe(name)
})
