import { expect, test } from 'vitest'
import { parseSoundChoice, soundFor } from './sound-choice.ts'

test('a film speaks the language of the screen, or the one that was chosen, whatever the screen is in', () => {
  expect([soundFor('screen', 'zh-Hans'), soundFor('screen', 'mn-Mong'), soundFor('screen', 'mn-Cyrl')]).toEqual(['zh', 'mn', 'mn'])
  expect([soundFor('mn', 'zh-Hans'), soundFor('zh', 'mn-Mong')]).toEqual(['mn', 'zh'])
})

test('whatever else is stored on the box, it is that of the screen', () => {
  expect(['mn', 'zh', 'klingon', '', undefined].map(parseSoundChoice)).toEqual(['mn', 'zh', 'screen', 'screen', 'screen'])
})
