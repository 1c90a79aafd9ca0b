import type { Home } from '@ulan/contract'
import { describe, expect, it } from 'vitest'
import { createKeptHome } from './kept-home.ts'

const KEY = 'home undefined zh-Hans false'
const homeOf = (snapshot: string): Home => ({ snapshot, locale: 'zh-Hans', heroes: [], rails: [] }) as unknown as Home // as much of it as is read here

/** Storage of a box, which counts how often it is written. */
function makeStorage(text = '') {
  const values = new Map([['home', text]])
  const storage = {
    writes: 0,
    get: (key: string) => values.get(key) || undefined,
    set(key: string, value: string) {
      storage.writes += 1
      values.set(key, value)
    },
  }
  return storage
}

describe('the home screen that a box keeps', () => {
  it('is there again on the next evening, for the same viewer', () => {
    const storage = makeStorage()
    createKeptHome(storage).write(KEY, homeOf('7'))
    const nextEvening = createKeptHome(storage)
    expect(nextEvening.read(KEY)).toEqual(homeOf('7'))
    expect(nextEvening.read('home undefined mn-Mong false')).toBeUndefined()
    expect(nextEvening.read('home undefined zh-Hans true')).toBeUndefined()
  })
  it('is written when it has changed, and not at each answer', () => {
    const storage = makeStorage()
    const kept = createKeptHome(storage)
    for (const snapshot of ['7', '7', '8', '8']) kept.write(KEY, homeOf(snapshot))
    expect(storage.writes).toBe(2)
    expect(kept.read(KEY)?.snapshot).toBe('8')
  })
  it.each([
    ['nothing', ''],
    ['half of it', '{"format":1,"key":"home'],
    ['something else', '"草原"'],
    ['null', 'null'],
    ['that of another version', JSON.stringify({ format: 0, key: KEY, home: homeOf('7') })],
    ['one without a screen', JSON.stringify({ format: 1, key: KEY })],
  ])('is none where storage has %s', (_what, text) => expect(createKeptHome(makeStorage(text)).read(KEY)).toBeUndefined())
})
