import { expect, test } from 'vitest'
import type { KeyName } from '../platform/keys.ts'
import { EarlyPresses } from './early-presses.ts'

function pressAll(keys: readonly KeyName[]): EarlyPresses {
  const early = new EarlyPresses()
  for (const key of keys) early.keep(key, 1000)
  return early
}

test('presses before a page is there are done in their order once it is, and once only', () => {
  const early = pressAll(['Down', 'Right', 'Right'])
  expect(early.take(1500)).toEqual(['down', 'right', 'right'])
  expect(early.take(1500)).toEqual([])
})

test('the last four count, and nothing after one that takes what is lit', () => {
  expect(pressAll(['Left', 'Down', 'Down', 'Right', 'Right']).take(1000)).toEqual(['down', 'down', 'right', 'right'])
  expect(pressAll(['Down', 'Enter', 'Enter', 'Right']).take(1000)).toEqual(['down', 'take'])
})

test('keys that mean something without the page are left to the app', () => {
  const early = new EarlyPresses()
  expect((['Up', 'Back', 'Menu', 'Search', 'Play'] as const).some((key) => early.keep(key, 0))).toBe(false)
  expect(early.keep(undefined, 0)).toBe(false)
  expect((['Left', 'Right', 'Down', 'Enter'] as const).every((key) => early.keep(key, 0))).toBe(true)
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
