import { expect, test } from 'vitest'
import { actsOnFocus, KEYS, movesWhenHeld } from './keys.ts'

const codesOf = (...names: readonly string[]): readonly number[] =>
  Object.keys(KEYS)
    .map(Number)
    .filter((code) => names.includes(KEYS[code] ?? ''))

test('what moves goes on moving while it is held; what acts, acts once', () => {
  expect(codesOf('Left', 'Right', 'Up', 'Down', 'Rewind', 'FastForward').every(movesWhenHeld)).toBe(true)
  expect(codesOf('Enter', 'Back', 'Menu', 'Search', 'PlayPause', 'Play', 'Pause', 'Stop').some(movesWhenHeld)).toBe(false)
})

test('Back, Menu and Search are never held up', () => {
  expect(codesOf('Left', 'Right', 'Up', 'Down', 'Enter').every(actsOnFocus)).toBe(true)
  expect(codesOf('Back', 'Menu', 'Search').some(actsOnFocus)).toBe(false)
})
