import { describe, expect, test } from 'vitest'
import {
  addMore,
  chinaDay,
  formatWatched,
  parseAllowance,
  parseWatched,
  playedSeconds,
  secondsLeft,
  type Watched,
  watchedOn,
} from './watch-allowance.ts'

const DAY = '2026-11-26'
const watched = (seconds: number, addedSeconds = 0, day = DAY): Watched => ({ day, seconds, addedSeconds })

describe('the day', () => {
  test.each([
    ['2026-11-26T15:59:59Z', '2026-11-26'],
    ['2026-11-26T16:00:00Z', '2026-11-27'],
    ['2025-12-31T16:00:00Z', '2026-01-01'],
    ['1970-01-01T00:05:00Z', undefined],
    ['2015-06-01T00:00:00Z', undefined],
  ])('at %s is %s in China', (now, day) => expect(chinaDay(new Date(now))).toBe(day))

  test('begins with nothing, and ends what was before', () => {
    expect(watchedOn(DAY, undefined)).toEqual(watched(0))
    expect(watchedOn(DAY, watched(700, 1200))).toEqual(watched(700, 1200))
    expect(watchedOn('2026-11-27', watched(700, 1200))).toEqual(watched(0, 0, '2026-11-27'))
  })

  test('of a clock that was never set goes on over restarts, and is today once the clock is right', () => {
    const first = watchedOn(undefined, undefined)
    expect(first.seconds).toBe(0)
    const seen = { ...first, seconds: 600 }
    expect(watchedOn(undefined, seen)).toEqual(seen)
    expect(watchedOn(DAY, seen)).toEqual(watched(600))
    expect(watchedOn(undefined, watched(600))).toEqual(watched(600))
  })
})

describe('what is left', () => {
  test('is the allowance and what was added, less what was seen', () => {
    expect(secondsLeft(20, watched(0))).toBe(1200)
    expect(secondsLeft(20, watched(1100, 1200))).toBe(1300)
    expect(secondsLeft(20, watched(1300))).toBe(0)
    expect(secondsLeft(0, watched(99_999))).toBe(Number.POSITIVE_INFINITY)
  })

  test('is twenty minutes after a parent added them, however much was seen before', () => {
    expect(secondsLeft(20, addMore(20, watched(1200.4)))).toBeCloseTo(1200)
    expect(secondsLeft(20, addMore(20, watched(2000)))).toBe(1200)
    expect(secondsLeft(20, addMore(20, addMore(20, watched(1200))))).toBe(2400)
  })
})

describe('a film', () => {
  const at = (positionSeconds: number, isRunning = true) => ({ isRunning, positionSeconds })
  test('counts while it runs', () => expect(playedSeconds(at(10), at(10.25))).toBe(0.25))
  test('up to the moment it was stopped', () => expect(playedSeconds(at(10), at(10.25, false))).toBe(0.25))
  test.each([
    ['stands', at(10, false), at(10.2)],
    ['jumps ahead', at(10), at(20)],
    ['jumps back', at(20), at(10)],
    ['is where it was', at(10), at(10)],
  ])('does not count when it %s', (_, before, after) => expect(playedSeconds(before, after)).toBe(0))
})

describe('what is kept', () => {
  test('comes back', () => expect(parseWatched(formatWatched(watched(61.25, 1200)))).toEqual(watched(61.3, 1200)))
  test.each([undefined, '', 'rubbish', '2026-11-26 -5 0', '2026-11-26 5', ' 5 5'])('%j is nothing', (stored) => {
    expect(parseWatched(stored)).toBeUndefined()
  })
  test.each([
    ['40', 40],
    ['0', 0],
    [undefined, 20],
    ['25', 20],
    ['', 20],
  ])('%j minutes are %s', (stored, minutes) => expect(parseAllowance(stored)).toBe(minutes))
})
