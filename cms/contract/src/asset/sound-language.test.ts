import { expect, test } from 'vitest'
import { LOCALES } from '../locale/locale.ts'
import { isSoundLanguage, soundLanguageOf } from './sound-language.ts'

test('readers of both Mongolian scripts hear Mongolian, those of Chinese Chinese', () => {
  expect(LOCALES.map(soundLanguageOf)).toEqual(['zh', 'mn', 'mn'])
})

test('a language that no sound can be in is none', () => {
  expect(['zh', 'mn', 'en', 'mn-Mong', ''].map(isSoundLanguage)).toEqual([true, true, true, false, false])
})
