import { expect, test } from 'vitest'
import { actsOnFocus, movesWhenHeld, REMOTES } from './keys.ts'

const FAMILIES = Object.entries(REMOTES)
const NEEDED = ['Up', 'Down', 'Left', 'Right', 'Enter', 'Back'] as const

test.each(FAMILIES)('a remote of %s has the six keys that lead everywhere, and a keyboard is understood beside it', (_, keys) => {
  const names = Object.values(keys)
  expect(NEEDED.filter((name) => !names.includes(name))).toEqual([])
  expect([37, 38, 39, 40, 13, 8, 27].map((code) => (keys as Record<number, string>)[code])).toEqual([
    ...['Left', 'Up', 'Right', 'Down', 'Enter', 'Back', 'Back'],
  ])
})

test.each(FAMILIES)('no key of %s is one of the digits, which are typed', (_, keys) => {
  const digits = Object.keys(keys).filter(
    (code) => (Number(code) >= 48 && Number(code) <= 57) || (Number(code) >= 96 && Number(code) <= 105),
  )
  expect(digits).toEqual([])
})

test('what moves goes on moving while it is held; what acts, acts once', () => {
  expect((['Left', 'Right', 'Up', 'Down', 'Rewind', 'FastForward'] as const).every(movesWhenHeld)).toBe(true)
  expect((['Enter', 'Back', 'Menu', 'Search', 'PlayPause', 'Play', 'Pause', 'Stop'] as const).some(movesWhenHeld)).toBe(false)
  expect(movesWhenHeld(undefined)).toBe(false)
})

test('Back, Menu and Search are never held up', () => {
  expect((['Left', 'Right', 'Up', 'Down', 'Enter'] as const).every(actsOnFocus)).toBe(true)
  expect((['Back', 'Menu', 'Search'] as const).some(actsOnFocus)).toBe(false)
})
