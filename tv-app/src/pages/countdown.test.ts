import { expect, test } from 'vitest'
import { Countdown } from './countdown.ts'

/** A clock that a test turns by hand, one waiting call at a time. */
function createClock() {
  let waiting: (() => void) | undefined
  return {
    later: (milliseconds: number, then: () => void) => {
      expect(milliseconds).toBe(1000)
      waiting = then
      return () => {
        if (waiting === then) waiting = undefined
      }
    },
    turn: () => {
      const then = waiting
      waiting = undefined
      then?.()
      return then !== undefined
    },
  }
}

test('tells each second, then that it is over, once', () => {
  const clock = createClock()
  const countdown = new Countdown(clock.later)
  const seen: (number | string | undefined)[] = []
  const start = (): void =>
    countdown.start(
      3,
      () => seen.push(countdown.secondsLeft),
      () => seen.push('done', countdown.secondsLeft),
    )
  start()
  expect(countdown.secondsLeft).toBe(3)
  while (clock.turn());
  expect(seen).toEqual([2, 1, 'done', undefined])
})

test('called off it says nothing more; begun anew it counts from the start', () => {
  const clock = createClock()
  const countdown = new Countdown(clock.later)
  const seen: (number | string | undefined)[] = []
  const tick = (): number => seen.push(countdown.secondsLeft)
  countdown.start(3, tick, () => seen.push('first'))
  clock.turn()
  countdown.stop()
  expect([countdown.secondsLeft, clock.turn()]).toEqual([undefined, false])
  countdown.start(2, tick, () => seen.push('second'))
  countdown.start(2, tick, () => seen.push('third'))
  while (clock.turn());
  expect(seen).toEqual([2, 1, 'third'])
})
