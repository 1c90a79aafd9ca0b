import { LOCALES } from '@ulan/contract'
import { expect, test } from 'vitest'
import { chooseLocale, neighbourLocale, nextLocale } from './locale-choice.ts'

test.each([
  ['mn-Mong', ['zh-CN'], 'mn-Mong'],
  ['mn-Cyrl', ['zh-CN'], 'mn-Cyrl'],
  [undefined, ['zh-CN'], 'zh-Hans'],
  [undefined, ['mn-CN', 'zh-CN'], 'mn-Mong'],
  [undefined, ['mn-MN'], 'mn-Cyrl'],
  [undefined, ['en-US', 'zh-CN'], 'zh-Hans'],
  ['fr', ['de'], 'zh-Hans'],
  ['de', [], 'zh-Hans'],
] as const)('stored %s, languages %o: %s', (stored, tags, locale) => {
  expect(chooseLocale(stored, tags, LOCALES)).toBe(locale)
})

test('a language that is offered no more is not started in', () => {
  expect(chooseLocale('mn-Cyrl', ['mn-MN'], ['zh-Hans', 'mn-Mong'])).toBe('zh-Hans')
  expect(chooseLocale('mn-Cyrl', ['mn-CN'], ['zh-Hans', 'mn-Mong'])).toBe('mn-Mong')
})

test('OK goes round all languages', () => {
  expect(nextLocale('zh-Hans', LOCALES)).toBe('mn-Mong')
  expect(nextLocale('mn-Mong', LOCALES)).toBe('mn-Cyrl')
  expect(nextLocale('mn-Cyrl', LOCALES)).toBe('zh-Hans')
})

test('OK leads from a language that is no longer offered to the first, and stays where there is no other', () => {
  expect(nextLocale('mn-Cyrl', ['zh-Hans', 'mn-Mong'])).toBe('zh-Hans')
  expect(nextLocale('zh-Hans', ['zh-Hans'])).toBe('zh-Hans')
  expect(nextLocale('mn-Mong', [])).toBe('mn-Mong')
})

test('← and → point at one and stop at the ends', () => {
  expect(neighbourLocale('zh-Hans', 1, LOCALES)).toBe('mn-Mong')
  expect(neighbourLocale('mn-Mong', -1, LOCALES)).toBe('zh-Hans')
  expect(neighbourLocale('mn-Cyrl', 1, LOCALES)).toBeUndefined()
  expect(neighbourLocale('zh-Hans', -1, LOCALES)).toBeUndefined()
})
