import { expect, test } from 'vitest'
import { createSleepTimer } from './sleep-timer.ts'

test('is due once after the minutes chosen last, and then not chosen any more', () => {
  const waiting = new Map<() => void, number>()
  const later = (milliseconds: number, then: () => void) => {
    waiting.set(then, milliseconds)
    return () => void waiting.delete(then)
  }
  const timer = createSleepTimer(later)
  let dueCount = 0
  timer.onDue(() => {
    dueCount += 1
  })
  timer.choose(15)
  timer.choose(30)
  expect([timer.minutes(), ...waiting.values()]).toEqual([30, 1_800_000])
  for (const then of waiting.keys()) then()
  expect([timer.minutes(), dueCount]).toEqual([0, 1])
  waiting.clear()
  timer.choose(60)
  timer.choose(0)
  expect([timer.minutes(), waiting.size]).toEqual([0, 0])
})
