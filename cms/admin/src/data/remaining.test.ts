import { describe, expect, it } from 'vitest'
import { estimateOf, remainingOf } from './remaining.ts'

describe('time that is left', () => {
  it.each([
    [0, 'seconds', 1, 0, 0],
    [12.1, 'seconds', 13, 0, 0],
    [60, 'minutes', 0, 1, 0],
    [61, 'minutes', 0, 2, 0],
    [3541, 'hours', 0, 0, 1],
    [3700, 'hours', 0, 2, 1],
  ])('of %d s is said in %s: %d s, %d min, %d h', (given, unit, seconds, minutes, hours) => {
    expect(remainingOf(given)).toEqual({ unit, seconds, minutes, hours })
  })
  it.each([
    [1, 'seconds', 10],
    [31, 'seconds', 40],
    [58, 'minutes', 0],
    [61, 'minutes', 0],
  ])('estimated as %d s is said in %s, by tens: %d', (given, unit, seconds) => {
    expect(estimateOf(given)).toMatchObject({ unit, seconds })
  })
})
