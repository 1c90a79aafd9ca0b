import { expect, test } from 'vitest'
import { isMediaKey } from './media-key.ts'

test.each([
  ['assets/a1/7/240p/0.m4s', true],
  ['assets/a1/p3f2a/poster-480.jpg', true],
  ['masters/0f3e/master', true],
  ['masters', false],
  ['work/a1/1/result.json', false],
  ['assets/../secret-key', false],
  ['assets/a1/./0.m4s', false],
  ['assets//a1', false],
  ['/assets/a1', false],
  ['assets/a1/7\\..\\x', false],
  ['assets/a1/\n', false],
])('%j is a key of the media store: %s', (text, isKey) => {
  expect(isMediaKey(text)).toBe(isKey)
})
