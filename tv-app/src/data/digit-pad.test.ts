import { describe, expect, test } from 'vitest'
import type { Direction } from './browse-focus.ts'
import { type DigitFocus, digitKey, MIDDLE_KEY, moveOnDigits } from './digit-pad.ts'

/** The key that is come to from the middle of the pad; undefined for the header. */
function after(path: string, hasForget = true): string | undefined {
  const arrows: Readonly<Record<string, Direction>> = { '↑': 'up', '↓': 'down', '←': 'left', '→': 'right' }
  let focus: DigitFocus | undefined = MIDDLE_KEY
  for (const arrow of path) {
    const direction = arrows[arrow]
    if (focus !== undefined && direction !== undefined) focus = moveOnDigits(focus, direction, hasForget)
  }
  if (focus === undefined) return undefined
  const key = digitKey(focus, hasForget)
  return key.kind === 'digit' ? key.digit : key.kind
}

describe('the pad of digits', () => {
  test.each([
    ['', '5'],
    ['←', '4'],
    ['←←←', '4'],
    ['→→', '6'],
    ['↑', '2'],
    ['↑↑', undefined],
    ['↓', '8'],
    ['↓↓', '0'],
    ['↓↓←', '0'],
    ['→↓↓↑', '9'],
    ['↓↓↓', 'forget'],
    ['↓↓↓↓', 'forget'],
    ['↓↓↓←', 'delete'],
    ['←↓↓↓', 'delete'],
    ['←↓↓↓→', 'forget'],
    ['→↓↓↓↑', '0'],
  ])('%s leads to %s', (path, key) => expect(after(path)).toBe(key))
  test.each([
    ['↓↓↓', 'delete'],
    ['↓↓↓→', 'delete'],
    ['→↓↓↓', 'delete'],
  ])('with one word below, %s leads to %s', (path, key) => expect(after(path, false)).toBe(key))
})
