import { describe, expect, it } from 'vitest'
import { AnswerCache } from './answer-cache.ts'
import { prepareAnswer } from './prepared-answer.ts'

const answer = (text: string) => prepareAnswer({ text: text.repeat(20_000) })
/** Room for about four such answers. */
const CAP_BYTES = 4 * (2 * 20_000 + 4096)

describe('the cache of answers', () => {
  it('keeps what fits', () => {
    const cache = new AnswerCache(CAP_BYTES)
    for (const key of ['a', 'b', 'c']) expect(cache.set(key, answer(key))).toBe(false)
    expect([cache.size, cache.get('a') === undefined]).toEqual([3, false])
  })
  it('stays within its bytes', () => {
    const cache = new AnswerCache(CAP_BYTES)
    for (let index = 0; index < 50; index += 1) cache.set(String(index), answer('x'))
    expect(cache.size).toBeLessThanOrEqual(4)
  })
  it('lets go of what was not used before what was', () => {
    const cache = new AnswerCache(CAP_BYTES)
    for (const key of ['a', 'b', 'c']) cache.set(key, answer(key))
    for (const key of ['a', 'b', 'c']) {
      const one = cache.get(key)
      if (one !== undefined) one.isRecent = key === 'b'
    }
    expect([cache.set('d', answer('d')), cache.set('e', answer('e'))]).toContain(true)
    expect([cache.get('a'), cache.get('b') === undefined]).toEqual([undefined, false])
  })
  it('can be emptied', () => {
    const cache = new AnswerCache(CAP_BYTES)
    cache.set('a', answer('a'))
    cache.clear()
    expect([cache.size, cache.get('a')]).toEqual([0, undefined])
  })
})
