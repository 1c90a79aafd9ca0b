import { describe, expect, test } from 'vitest'
import type { Trail } from '../routes.ts'
import { createKidsBox } from './kids-box.ts'
import { createKidsMode } from './kids-mode.ts'

/** A box whose storage outlives a restart. */
function makeBox() {
  const kept = new Map<string, string>()
  let now = new Date('2026-11-26T04:00:00Z')
  const storage = { get: (key: string) => kept.get(key), set: (key: string, value: string) => void kept.set(key, value) }
  const start = () => {
    const kids = createKidsMode(storage)
    return { kids, box: createKidsBox({ kids, now: () => now, randomBytes: (count) => new Uint8Array(count) }) }
  }
  return {
    ...start(),
    kept,
    start,
    setClock: (text: string) => {
      now = new Date(text)
    },
  }
}

describe('what a box keeps', () => {
  test('is the PIN, the minutes and the day, over a restart', () => {
    const { box, start, kept } = makeBox()
    box.keepPin('2580')
    box.keepMinutes(40)
    box.addWatched(100)
    box.addWatched(0.5)
    box.keepWrong(2)
    const again = start().box
    expect([again.isPin('2580'), again.isPin('0852'), again.minutes(), again.wrong()]).toEqual([true, false, 40, 2])
    expect(again.watched()).toEqual({ day: '2026-11-26', seconds: 100.5, addedSeconds: 0 })
    expect(again.secondsLeft()).toBe(2400 - 100.5)
    expect([...kept.values()].join()).not.toContain('2580')
  })
  test('is another day’s time after midnight in China', () => {
    const { box, setClock } = makeBox()
    box.addWatched(1200)
    expect(box.secondsLeft()).toBe(0)
    box.addMore()
    expect(box.secondsLeft()).toBe(1200)
    setClock('2026-11-26T16:00:00Z')
    expect(box.watched()).toEqual({ day: '2026-11-27', seconds: 0, addedSeconds: 0 })
  })
  test('counts with a clock that nobody has set', () => {
    const { box, setClock, start } = makeBox()
    setClock('1970-01-01T00:00:10Z')
    box.addWatched(1200)
    expect(start().box.secondsLeft()).toBe(0)
  })
  test('begins without a PIN: none fits', () => {
    const { box } = makeBox()
    expect([box.isPin(''), box.isPin('0000'), box.wrong(), box.minutes()]).toEqual([false, false, 0, 20])
  })
})

describe('parents’ pages', () => {
  const settings: Trail = [{ route: { page: 'home' } }, { route: { page: 'settings' } }]
  const pageOf = (trail: Trail) => trail.map(({ route }) => route.page)

  test('are as any other while children’s mode is off', () => {
    const { kids } = makeBox()
    expect([kids.isOn(), kids.gate(settings)]).toEqual([false, settings])
  })
  test('are behind the PIN while it is on, after a restart too, until somebody leaves them', () => {
    const { kids, start } = makeBox()
    kids.turn(true)
    expect(pageOf(kids.gate(settings))).toEqual(['home', 'kids'])
    expect(pageOf(start().kids.gate(settings))).toEqual(['home', 'kids'])
    kids.unlock()
    expect(kids.gate(settings)).toBe(settings)
    kids.arrive('diagnostics')
    kids.arrive('kids')
    expect(kids.isUnlocked()).toBe(true)
    kids.arrive('home')
    expect([kids.isUnlocked(), pageOf(kids.gate(settings))]).toEqual([false, ['home', 'kids']])
    kids.turn(false)
    expect(kids.gate(settings)).toBe(settings)
  })
  test('all others stay open', () => {
    const { kids } = makeBox()
    kids.turn(true)
    const search: Trail = [{ route: { page: 'home' } }, { route: { page: 'search' } }]
    expect(kids.gate(search)).toBe(search)
  })
})
