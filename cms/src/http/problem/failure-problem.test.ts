import { describe, expect, it } from 'vitest'
import { problemOfFailure } from './failure-problem.ts'

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
