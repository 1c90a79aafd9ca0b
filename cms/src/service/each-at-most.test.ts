import { setImmediate as nextTurn } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { eachAtMost } from './each-at-most.ts'

describe('each of many', () => {
  it('is dealt with once, and no more than so many at once', async () => {
    const done: number[] = []
    let running = 0
    let most = 0
    const items = Array.from({ length: 20 }, (_, index) => index)
    await eachAtMost(8, items, async (item) => {
      running += 1
      most = Math.max(most, running)
      await nextTurn()
      running -= 1
      done.push(item)
    })
    expect([done.toSorted((one, other) => one - other), most]).toEqual([items, 8])
  })
  it('may be none', () => expect(eachAtMost(8, [], () => Promise.reject(new Error('asked for nothing')))).resolves.toBeUndefined())
  it('fails when one does', () => expect(eachAtMost(2, [1, 2, 3], () => Promise.reject(new Error('away')))).rejects.toThrow('away'))
})
