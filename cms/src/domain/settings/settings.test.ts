import { LOCALES, type Locale, NO_SETTINGS } from '@ulan/contract'
import { describe, expect, it } from 'vitest'
import { changedSettings } from './changed-settings.ts'
import { findPolicyProblems } from './language-policy.ts'

describe('a policy of languages', () => {
  const first = { path: 'languages.offered', code: 'chinese-not-first' }
  const always = { path: 'languages.required', code: 'chinese-not-required' }
  const twice = (path: string) => ({ path: `languages.${path}`, code: 'language-repeated' })
  const unoffered = (at: number) => ({ path: `languages.required.${at}`, code: 'language-not-offered' })
  it.each<[string, readonly Locale[], readonly Locale[], object[]]>([
    ['of all languages is lawful', LOCALES, LOCALES, []],
    ['of Chinese alone is lawful', ['zh-Hans'], ['zh-Hans'], []],
    ['with Cyrillic before the traditional script is lawful', ['zh-Hans', 'mn-Cyrl', 'mn-Mong'], ['mn-Cyrl', 'zh-Hans'], []],
    ['without Chinese is refused', ['mn-Mong'], ['zh-Hans'], [first]],
    ['of nothing is refused', [], [], [first, always]],
    ['with another language before Chinese is refused', ['mn-Mong', 'zh-Hans'], ['zh-Hans'], [first]],
    ['that does not ask for the Chinese title is refused', ['zh-Hans', 'mn-Mong'], ['mn-Mong'], [always]],
    ['that asks for a title nobody can choose is refused', ['zh-Hans'], ['zh-Hans', 'mn-Mong'], [unoffered(1)]],
    [
      'that repeats itself is refused, each time',
      ['zh-Hans', 'mn-Mong', 'mn-Mong', 'zh-Hans'],
      ['zh-Hans', 'zh-Hans'],
      [twice('offered.2'), twice('offered.3'), twice('required.1')],
    ],
  ])('%s', (_, offered, required, problems) => {
    expect(findPolicyProblems({ offered: [...offered], required: [...required] })).toEqual(problems)
  })
  it('is lawful before anybody has chosen one', () => expect(findPolicyProblems(NO_SETTINGS.languages)).toEqual([]))
})

describe('a change of settings', () => {
  const languages = { offered: ['zh-Hans' as const], required: ['zh-Hans' as const] }
  it('is told by what stood there before and what stands there after, and nothing else', () => {
    expect(changedSettings(NO_SETTINGS, { rev: 0, organiser: '司法厅', filingNumber: '', languages })).toEqual({
      before: { organiser: '', languages: NO_SETTINGS.languages },
      after: { organiser: '司法厅', languages },
      next: { ...NO_SETTINGS, organiser: '司法厅', languages, rev: 1 },
    })
  })
  it('is none when it says what stands there, or nothing', () => {
    expect(changedSettings(NO_SETTINGS, { rev: 0, organiser: '', languages: NO_SETTINGS.languages })).toBeUndefined()
    expect(changedSettings(NO_SETTINGS, { rev: 0, organiser: undefined })).toBeUndefined()
  })
})
