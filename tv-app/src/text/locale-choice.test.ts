import { expect, test } from 'vitest'
import { chooseLocale, neighbourLocale, otherLocale } from './locale-choice.ts'

test('the locale chosen before wins, then the language of the box, then Chinese', () => {
  expect(chooseLocale('mn-Mong', ['zh-CN'])).toBe('mn-Mong')
  expect(chooseLocale(undefined, ['zh-CN'])).toBe('zh-Hans')
  expect(chooseLocale('fr', ['de'])).toBe('zh-Hans')
})

test('OK changes to the other language, ← and → point at one and stop at the ends', () => {
  expect(otherLocale('zh-Hans')).toBe('mn-Mong')
  expect(otherLocale('mn-Mong')).toBe('zh-Hans')
  expect(neighbourLocale('zh-Hans', 1)).toBe('mn-Mong')
  expect(neighbourLocale('mn-Mong', -1)).toBe('zh-Hans')
  expect(neighbourLocale('mn-Mong', 1)).toBeUndefined()
  expect(neighbourLocale('zh-Hans', -1)).toBeUndefined()
})
