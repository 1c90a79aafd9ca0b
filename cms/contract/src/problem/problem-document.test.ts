import { describe, expect, it } from 'vitest'
import { describeProblem } from './problem-document.ts'
import { fieldSentence, localeOfHeader, problemSentence } from './problem-text.ts'
import { PROBLEMS, type ProblemName } from './problem-types.ts'

describe('the reader’s language', () => {
  it.each([
    [undefined, 'zh-Hans'],
    ['', 'zh-Hans'],
    ['mn-Mong', 'mn-Mong'],
    ['mn-CN;q=0.8, zh;q=0.9', 'zh-Hans'],
    ['en, mn;q=0.5', 'mn-Cyrl'],
    ['mn-Mong;q=0, zh', 'zh-Hans'],
    [';;q=x', 'zh-Hans'],
  ])('of “%s” is %s', (header, expected) => expect(localeOfHeader(header)).toBe(expected))
})

describe('sentences', () => {
  const names = Object.keys(PROBLEMS) as ProblemName[] // keys of that very record
  it.each(names)('%s has one in every language, Chinese at least', (name) => {
    expect(problemSentence(name, 'zh-Hans')).toMatch(/[\u4e00-\u9fff].*。$/)
    expect(problemSentence(name, 'mn-Mong')).not.toBe('')
  })
  it('carry the numbers of their limit', () => {
    expect(fieldSentence({ path: 'title', code: 'too-long', params: { max: 40 } }, 'mn-Mong')).toContain('40')
    expect(fieldSentence({ path: 'title', code: 'too-long' }, 'zh-Hans')).toContain('{{max}}')
    expect(fieldSentence({ path: 'title', code: 'never-heard-of' }, 'zh-Hans')).toBe('')
  })
})

describe('a document', () => {
  it('names each field with what to do about it', () => {
    const errors = [{ path: 'Upload-Offset', code: 'required' }]
    expect(describeProblem('invalid-request', 'zh-Hans', errors)).toEqual({
      type: '/problems/invalid-request',
      title: '提交的内容有误，请按提示修改。',
      status: 400,
      detail: 'Upload-Offset: 此项必填。',
      errors,
    })
  })
  it('without fields says its sentence once', () => {
    expect(describeProblem('not-found', 'zh-Hans')).toEqual({
      type: '/problems/not-found',
      title: '没有找到该内容，它可能已下架。',
      status: 404,
    })
  })
})
