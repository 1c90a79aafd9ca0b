import { expect, test } from 'vitest'
import { readEncoderVersion, releaseOf } from './encoder-version.ts'

test('the ffmpeg of this machine says its version', async () => {
  expect(await readEncoderVersion('ffmpeg')).toMatch(/\d/)
})

test.each(['true', '/nowhere/ffmpeg'])('%s has none', async (program) => {
  expect(await readEncoderVersion(program)).toBeUndefined()
})

test.each([
  ['5.1.9-0+deb12u1', '5.1'],
  ['7.1', '7.1'],
  ['n8.0.1', '8.0'],
  ['N-121000-gabcdef', 'N-121000-gabcdef'],
])('%s is of release %s', (version, release) => {
  expect(releaseOf(version)).toBe(release)
})
