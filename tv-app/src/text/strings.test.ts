import { expect, test } from 'vitest'
import { chooseLocale, otherLocale } from './locale-choice.ts'
import { createStrings } from './strings.ts'

test('an untranslated Mongolian text falls back to Chinese and says so', async () => {
  const say = (await createStrings()).sayIn('mn-Mong')
  expect(say('player:play').locale).toBe('mn-Mong')
  expect(say('tv:sample')).toEqual({ text: '示例', locale: 'zh-Hans' })
})

test('values are filled in, and Mongolian controls stay', async () => {
  const strings = await createStrings()
  expect(strings.sayIn('zh-Hans')('quiz:progress', { current: 1, total: 3 }).text).toBe('第 1 题，共 3 题')
  expect(strings.sayIn('mn-Mong')('quiz:start').text).toContain('\u180E')
})

test.each([
  ['mn-Mong', ['zh-CN'], 'mn-Mong'],
  [undefined, ['mn-CN', 'zh-CN'], 'mn-Mong'],
  [undefined, ['en-US', 'zh-CN'], 'zh-Hans'],
  [undefined, ['mn-MN'], 'zh-Hans'],
  ['de', [], 'zh-Hans'],
] as const)('stored %s, languages %o: %s', (stored, tags, locale) => {
  expect(chooseLocale(stored, tags)).toBe(locale)
})

test('the switch goes to and fro', () => {
  expect(otherLocale(otherLocale('zh-Hans'))).toBe('zh-Hans')
})
