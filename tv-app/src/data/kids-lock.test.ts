import { describe, expect, test } from 'vitest'
import {
  askLock,
  canForget,
  chooseLock,
  eraseDigit,
  forget,
  type Lock,
  lengthOf,
  lockBefore,
  passSecond,
  typeDigit,
  wrongOf,
} from './kids-lock.ts'

/** 1234 is the PIN; a sum is always 13 × 3, the first there is. */
const PORTS = { isPin: (digits: string) => digits === '1234', random: () => 0 }
const type = (lock: Lock, digits: string): Lock => [...digits].reduce((now, digit) => typeDigit(now, digit, PORTS), lock)

describe('a new PIN', () => {
  test('is typed twice', () => {
    const half = type(chooseLock(), '12')
    expect(half).toEqual({ kind: 'choose', typed: '12', missed: false })
    const once = type(half, '34')
    expect(once).toEqual({ kind: 'repeat', typed: '', first: '1234' })
    expect(type(once, '1234')).toEqual({ kind: 'chosen', pin: '1234' })
  })

  test('that differs the second time is chosen anew', () => {
    expect(type(chooseLock(), '12341235')).toEqual({ kind: 'choose', typed: '', missed: true })
  })

  test('can be corrected, and Back leads to its beginning and out', () => {
    expect(eraseDigit(type(chooseLock(), '12'))).toMatchObject({ typed: '1' })
    expect(eraseDigit(chooseLock())).toEqual(chooseLock())
    expect(lockBefore(type(chooseLock(), '12345'))).toEqual(chooseLock())
    expect(lockBefore(chooseLock())).toBeUndefined()
  })
})

describe('the question of the PIN', () => {
  test('opens', () => expect(type(askLock(0), '1234')).toEqual({ kind: 'open' }))

  test('says so when it is wrong, and waits after three in a row', () => {
    const wrong = type(askLock(0), '0000')
    expect(wrong).toEqual({ kind: 'ask', typed: '', wrong: 1, missed: true })
    const waiting = type(wrong, '11112222')
    expect(waiting).toEqual({ kind: 'wait', secondsLeft: 30 })
    expect([lengthOf(waiting), type(waiting, '1234'), eraseDigit(waiting)]).toEqual([0, waiting, waiting])
    let now: Lock = waiting
    for (let second = 1; second < 30; second += 1) now = passSecond(now)
    expect(now).toEqual({ kind: 'wait', secondsLeft: 1 })
    expect(passSecond(now)).toEqual(askLock(0))
  })

  test('goes on where it was left: going out and in again passes no wait by', () => {
    const twice = type(askLock(0), '00000000')
    expect([wrongOf(twice), wrongOf(askLock(3)), wrongOf({ kind: 'open' })]).toEqual([2, 3, 0])
    expect(askLock(wrongOf(twice))).toEqual({ kind: 'ask', typed: '', wrong: 2, missed: false })
    expect(askLock(wrongOf(askLock(3)))).toEqual({ kind: 'wait', secondsLeft: 30 })
  })

  test('nothing but a wait passes', () => expect(passSecond(askLock(1))).toEqual(askLock(1)))
})

describe('a forgotten PIN', () => {
  const sum = forget(askLock(1), PORTS)

  test('is a sum, with as many places as its result', () => {
    expect(sum).toEqual({ kind: 'sum', typed: '', sum: { left: 13, right: 3 }, wrong: 1, missed: false })
    expect(lengthOf(sum)).toBe(2)
    const largest = forget(askLock(0), { random: (below) => below - 1 })
    expect(largest).toMatchObject({ sum: { left: 98, right: 9 } })
    expect(lengthOf(largest)).toBe(3)
  })

  test('is set anew by whoever can do it', () => expect(type(sum, '39')).toEqual(chooseLock()))

  test('another sum follows a wrong one, and a wait the third wrong answer', () => {
    expect(type(sum, '38')).toEqual({ kind: 'sum', typed: '', sum: { left: 13, right: 3 }, wrong: 2, missed: true })
    expect(type(sum, '3838')).toEqual({ kind: 'wait', secondsLeft: 30 })
  })

  test('Back leads to the question of the PIN', () => expect(lockBefore(sum)).toEqual(askLock(1)))

  test('is only where it is asked for', () => {
    expect([canForget(askLock(0)), canForget(chooseLock()), canForget(sum)]).toEqual([true, false, false])
    expect(forget(chooseLock(), PORTS)).toEqual(chooseLock())
  })
})
