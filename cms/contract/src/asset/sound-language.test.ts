import { expect, test } from 'vitest'
import { LOCALES } from '../locale/locale.ts'
import { isSoundLanguage, soundLanguageOf, subtitleLocaleOf } from './sound-language.ts'

test('readers of both Mongolian scripts hear Mongolian, those of Chinese Chinese', () => {
  expect(LOCALES.map(soundLanguageOf)).toEqual(['zh', 'mn', 'mn'])
})

test('a language that no sound can be in is none', () => {
  expect(['zh', 'mn', 'en', 'mn-Mong', ''].map(isSoundLanguage)).toEqual([true, true, true, false, false])
})

test('whoever has chosen no subtitles reads their own, else Chinese, never the other Mongolian script', () => {
  expect(subtitleLocaleOf('mn-Mong', ['zh-Hans', 'mn-Mong'])).toBe('mn-Mong')
  expect(subtitleLocaleOf('mn-Cyrl', ['zh-Hans', 'mn-Mong'])).toBe('zh-Hans')
  expect(subtitleLocaleOf('mn-Cyrl', ['mn-Mong'])).toBeUndefined()
})
