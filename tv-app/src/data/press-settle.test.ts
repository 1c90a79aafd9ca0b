import { expect, test } from 'vitest'
import { startSettle, takePress } from './press-settle.ts'

/** Which presses at these times, ms after something opened at 1000, are taken as meant for it. */
function meantOf(...times: readonly number[]): readonly boolean[] {
  let settle = startSettle(1000)
  return times.map((time) => {
    const step = takePress(settle, 1000 + time)
    settle = step.settle
    return step.isMeant
  })
}

test('a press within half a second was meant for what was there before', () => {
  expect(meantOf(0)).toEqual([false])
  expect(meantOf(499)).toEqual([false])
  expect(meantOf(500)).toEqual([true])
})

test('a key held since before stays ignored until it is let go', () => {
  expect(meantOf(300, 400, 500, 600, 700)).toEqual([false, false, false, false, false])
  expect(meantOf(300, 400, 500, 600, 900)).toEqual([false, false, false, false, true])
})

test('quick presses after the first meant one all count', () => {
  expect(meantOf(600, 620, 640)).toEqual([true, true, true])
})

test('a clock set back does not lock the remote', () => {
  expect(meantOf(-3000)).toEqual([true])
})
