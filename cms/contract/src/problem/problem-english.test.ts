import { describe, expect, it } from 'vitest'
import zhHans from '../../locales/zh-Hans/problem.json' with { type: 'json' }
import { ENGLISH, ENGLISH_FIELDS } from './problem-english.ts'
import { fieldSentence, problemLanguageOfHeader } from './problem-text.ts'
import { PROBLEMS } from './problem-types.ts'

const holesOf = (text: string): readonly string[] => [...text.matchAll(/\{\{\w+\}\}/g)].map(([hole]) => hole).toSorted()

describe('in English', () => {
  it('every problem has one sentence, as in Chinese', () => {
    expect(Object.keys(ENGLISH).toSorted()).toEqual(Object.keys(PROBLEMS).toSorted())
    for (const sentence of Object.values(ENGLISH)) expect(sentence).toMatch(/^[A-Z][^。\u4e00-\u9fff]+\.$/)
  })
  it.each(Object.entries(zhHans.fields))('%s says the same numbers as in Chinese', (code, chinese) => {
    const english = ENGLISH_FIELDS[code] ?? ''
    expect(english).toMatch(/^[A-Z{\d][^。\u4e00-\u9fff]+[.?]$/)
    expect(holesOf(english)).toEqual(holesOf(chinese))
  })
  it('has no sentence for a field that Chinese lacks', () => {
    expect(Object.keys(ENGLISH_FIELDS).toSorted()).toEqual(Object.keys(zhHans.fields).toSorted())
  })
  it('fills in its numbers', () => {
    const problem = { path: '', code: 'longest-hours', params: { hours: 10, max: 8 } }
    expect(fieldSentence(problem, 'en')).toBe('The video lasts 10 hours; 8 hours at most.')
  })
})

describe('the language of problems', () => {
  it.each([
    [undefined, 'zh-Hans'],
    ['en', 'en'],
    ['en-GB,en;q=0.9', 'en'],
    ['fr, en;q=0.4', 'en'],
    ['zh-CN,zh;q=0.9,en;q=0.8', 'zh-Hans'],
    ['en;q=0.5, mn-Mong', 'mn-Mong'],
    ['en;q=0', 'zh-Hans'],
    ['fr', 'zh-Hans'],
  ])('for “%s” is %s', (header, expected) => expect(problemLanguageOfHeader(header)).toBe(expected))
})
