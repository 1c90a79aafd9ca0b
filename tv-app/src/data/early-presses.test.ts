import { expect, test } from 'vitest'
import type { KeyName } from '../platform/keys.ts'
import { EarlyPresses } from './early-presses.ts'

const BEGUN_MS = 1000

function pressAll(keys: readonly KeyName[], takes = true): EarlyPresses {
  const early = new EarlyPresses()
  early.begin(BEGUN_MS, takes)
  for (const key of keys) early.keep(key, BEGUN_MS)
  return early
}

test('presses before a page is there are done in their order once it is, and once only', () => {
  const early = pressAll(['Down', 'Right', 'Right'])
  expect(early.take(1500)).toEqual(['down', 'right', 'right'])
  expect(early.take(1500)).toEqual([])
})

test('the last four count, and nothing after one that takes what is lit', () => {
  expect(pressAll(['Right', 'Down', 'Down', 'Right', 'Left']).take(1000)).toEqual(['down', 'down', 'right', 'left'])
  expect(pressAll(['Down', 'Enter', 'Enter', 'Right']).take(1000)).toEqual(['down', 'take'])
})

test('keys that mean something without the page are left to the app', () => {
  const early = pressAll([])
  expect((['Up', 'Left', 'Back', 'Menu', 'Search', 'Play'] as const).some((key) => early.keep(key, 0))).toBe(false)
  expect(early.keep(undefined, 0)).toBe(false)
  expect((['Down', 'Right', 'Left', 'Enter'] as const).every((key) => early.keep(key, 0))).toBe(true)
})

test('OK is for what was there before when a page is tried again, and impatience when it has been waited for', () => {
  expect(pressAll(['Down', 'Enter'], false).take(1000)).toEqual(['down'])
  const early = pressAll([])
  early.keep('Enter', BEGUN_MS + 2001)
  early.keep('Down', BEGUN_MS + 2001)
  expect(early.take(BEGUN_MS + 2002)).toEqual(['down'])
})

test('another wait begins with nothing', () => {
  const early = pressAll(['Down'])
  early.begin(BEGUN_MS, true)
  expect(early.take(BEGUN_MS)).toEqual([])
})

test.each([
  [3000, ['down', 'take']],
  [3001, ['take']],
  [4501, []],
  [0, []],
])('what was pressed more than two seconds ago, or by a clock set back since, is forgotten: %i', (nowMs, presses) => {
  const early = pressAll(['Down'])
  early.keep('Enter', 2500)
  expect(early.take(nowMs)).toEqual(presses)
})
