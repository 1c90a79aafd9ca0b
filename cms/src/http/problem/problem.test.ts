import { PROBLEMS, type ProblemName } from '@ulan/contract'
import { describe, expect, it } from 'vitest'
import { problemOfFailure } from './failure-problem.ts'
import { fieldSentence, localeOfHeader, problemSentence } from './problem-text.ts'

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

describe('something thrown', () => {
  const named = (name: string) => Object.assign(new Error('x'), { name })
  it.each([
    [Object.assign(new Error('x'), { type: 'entity.parse.failed' }), 'malformed-json'],
    [Object.assign(new Error('x'), { type: 'entity.too.large' }), 'body-too-large'],
    [Object.assign(new Error('x'), { type: 'encoding.unsupported' }), 'unsupported-media-type'],
    [new URIError('x'), 'invalid-request'],
    [Object.assign(new Error('x'), { status: 400 }), 'invalid-request'],
    [Object.assign(new Error('x'), { code: 14031 }), 'storage-full'],
    [Object.assign(new Error('x'), { code: 'ENOSPC' }), 'storage-full'],
    [named('MongoServerSelectionError'), 'store-unavailable'],
    [named('MongoNetworkError'), 'store-unavailable'],
    [new Error('x'), 'internal'],
    ['a text', 'internal'],
    [null, 'internal'],
  ])('%s is %s', (thrown, expected) => expect(problemOfFailure(thrown)).toBe(expected))
})
