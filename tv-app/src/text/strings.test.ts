import { expect, test } from 'vitest'
import { QUIZ_TEXTS } from './quiz-texts.ts'
import { createStrings } from './strings.ts'

test('an untranslated Mongolian text falls back to Chinese and says so', async () => {
  const say = (await createStrings()).sayIn('mn-Mong')
  expect(say('player:play').locale).toBe('mn-Mong')
  expect(say('tv:sample')).toEqual({ text: '示例', locale: 'zh-Hans' })
})

test('Cyrillic falls back to Chinese too, never to the other script', async () => {
  const say = (await createStrings()).sayIn('mn-Cyrl')
  expect(say('player:play')).toEqual({ text: 'Тоглуулах', locale: 'mn-Cyrl' })
  expect(say('tv:related')).toEqual({ text: '相关节目', locale: 'zh-Hans' })
})

test('values are filled in, and Mongolian controls stay', async () => {
  const strings = await createStrings()
  strings.teach(QUIZ_TEXTS)
  expect(strings.sayIn('zh-Hans')('quiz:progress', { current: 1, total: 3 }).text).toBe('第 1 题，共 3 题')
  expect(strings.sayIn('mn-Mong')('quiz:start').text).toContain('\u180E')
})
