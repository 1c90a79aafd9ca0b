import { describe, expect, it } from 'vitest'
import { formatBytes, formatDateTime, formatDuration, formatPercent } from './formatters.ts'

describe('formatters', () => {
  it.each([
    [0, '0 B'],
    [1023, '1023 B'],
    [1024, '1.0 KB'],
    [4_089_446, '3.9 MB'],
    [150 * 1024 * 1024, '150 MB'],
    [7.25 * 1024 ** 3, '7.3 GB'],
  ])('shows %d bytes as %s', (bytes, text) => {
    expect(formatBytes(bytes)).toBe(text)
  })
  it.each([
    [0, '0:00'],
    [59.6, '1:00'],
    [125, '2:05'],
    [3723, '1:02:03'],
    [-1, '0:00'],
  ])('shows %d seconds as %s', (seconds, text) => {
    expect(formatDuration(seconds)).toBe(text)
  })
  it('says 100 only at the end', () => {
    expect([0, 0.009, 0.5, 0.9999, 1, 1.2].map(formatPercent)).toEqual([0, 0, 50, 99, 100, 100])
  })
  it('writes the time of Beijing with leading zeros, wherever the computer thinks it is', () => {
    expect(formatDateTime('2026-01-01T19:04:00Z')).toBe('2026-01-02 03:04')
  })
})
