import { describe, expect, test } from 'vitest'
import { firstInView } from './settings-scroll.ts'

describe('rows that scroll by focus', () => {
  test('stay while the focus is in view', () => {
    for (const index of [0, 3, 5]) expect(firstInView(0, index, 9, 6)).toBe(0)
    for (const index of [2, 4, 7]) expect(firstInView(2, index, 9, 6)).toBe(2)
  })

  test('follow it past either end by no more than they must', () => {
    expect(firstInView(0, 6, 9, 6)).toBe(1)
    expect(firstInView(2, 8, 9, 6)).toBe(3)
    expect(firstInView(3, 2, 9, 6)).toBe(2)
    expect(firstInView(3, 0, 9, 6)).toBe(0)
  })

  test('leave no room empty where there are rows to fill it', () => {
    expect(firstInView(5, 5, 9, 6)).toBe(3)
    expect(firstInView(3, 3, 5, 6)).toBe(0)
    expect(firstInView(0, 0, 0, 6)).toBe(0)
  })

  test.each([1, 5, 6, 7, 12])('of %i rows the focus is always one in view, wherever it was before', (count) => {
    for (let before = 0; before < count; before += 1) {
      for (let index = 0; index < count; index += 1) {
        const first = firstInView(before, index, count, 6)
        expect(first).toBeGreaterThanOrEqual(0)
        expect(index).toBeGreaterThanOrEqual(first)
        expect(index).toBeLessThan(first + 6)
        expect(first).toBeLessThanOrEqual(Math.max(0, count - 6))
      }
    }
  })
})
