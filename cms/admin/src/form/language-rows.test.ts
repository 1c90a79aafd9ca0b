import { type LanguagePolicy, LOCALES, type Locale } from '@ulan/contract'
import { describe, expect, it } from 'vitest'
import { canMove, isSamePolicy, move, offer, policyOf, requireTitle, rowsOf, type Step } from './language-rows.ts'

const policy = (offered: readonly Locale[], required: readonly Locale[] = ['zh-Hans']): LanguagePolicy => ({
  offered: [...offered],
  required: [...required],
})
const ALL = rowsOf(policy(LOCALES, ['zh-Hans', 'mn-Mong']))

describe('languages on the settings page', () => {
  it('are listed in the order of viewers, those that are not offered last', () => {
    expect(rowsOf(policy(['zh-Hans', 'mn-Cyrl'])).map(({ locale, isOffered }) => [locale, isOffered])).toEqual([
      ['zh-Hans', true],
      ['mn-Cyrl', true],
      ['mn-Mong', false],
    ])
  })
  it('make the policy that they were made of', () => {
    for (const one of [policy(LOCALES, LOCALES), policy(['zh-Hans']), policy(['zh-Hans', 'mn-Cyrl', 'mn-Mong'])])
      expect(policyOf(rowsOf(one))).toEqual(one)
  })
  it('ask for no title in a language that is taken back', () => {
    const without = offer(ALL, 'mn-Mong', false)
    expect(policyOf(without)).toEqual(policy(['zh-Hans', 'mn-Cyrl']))
    expect(policyOf(offer(without, 'mn-Mong', true))).toEqual(policy(['zh-Hans', 'mn-Cyrl', 'mn-Mong']))
  })
  it('ask for a title and no longer', () => {
    const asked = requireTitle(ALL, 'mn-Cyrl', true)
    expect(policyOf(asked).required).toEqual(LOCALES)
    expect(policyOf(requireTitle(asked, 'mn-Mong', false)).required).toEqual(['zh-Hans', 'mn-Cyrl'])
  })
  it.each<[Locale, Step, boolean]>([
    ['zh-Hans', 'up', false],
    ['zh-Hans', 'down', false],
    ['mn-Mong', 'up', false],
    ['mn-Mong', 'down', true],
    ['mn-Cyrl', 'up', true],
    ['mn-Cyrl', 'down', false],
  ])('%s moves %s: %s', (locale, step, can) => {
    expect(canMove(ALL, locale, step)).toBe(can)
    expect(policyOf(move(ALL, locale, step)).offered).toEqual(can ? ['zh-Hans', 'mn-Cyrl', 'mn-Mong'] : LOCALES)
  })
  it('have no place to move to or from while they are not offered', () => {
    const rows = rowsOf(policy(['zh-Hans', 'mn-Mong']))
    expect([canMove(rows, 'mn-Mong', 'down'), canMove(rows, 'mn-Cyrl', 'up')]).toEqual([false, false])
  })
  it('are the same whatever the order in which titles were asked for', () => {
    expect(isSamePolicy(policy(LOCALES, ['mn-Mong', 'zh-Hans']), policy(LOCALES, ['zh-Hans', 'mn-Mong']))).toBe(true)
    expect(isSamePolicy(policy(LOCALES), policy(LOCALES, ['zh-Hans', 'mn-Mong']))).toBe(false)
    expect(isSamePolicy(policy(LOCALES), policy(['zh-Hans', 'mn-Cyrl', 'mn-Mong']))).toBe(false)
  })
})
