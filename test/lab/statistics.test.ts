import { describe, expect, it } from 'vitest'
import { median, percentile } from './statistics.ts'

describe('statistics', () => {
  it('takes the middle of an odd and the mean of the two middles of an even count', () => {
    expect(median([9, 1, 5])).toBe(5)
    expect(median([4, 1, 3, 2])).toBe(2.5)
  })

  it('takes percentiles by nearest rank', () => {
    const hundred = Array.from({ length: 100 }, (_, index) => 100 - index)
    expect(percentile(hundred, 0.95)).toBe(95)
    expect(percentile(hundred, 1)).toBe(100)
    expect(percentile([7], 0)).toBe(7)
  })

  it('refuses to make a figure out of nothing', () => {
    expect(() => median([])).toThrow('nothing')
    expect(() => percentile([], 0.5)).toThrow('nothing')
  })
})
