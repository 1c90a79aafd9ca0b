import type { QualityDay } from '@ulan/contract'
import { expect, it } from 'vitest'
import { percentText, qualityRows, qualitySums } from './quality-view.ts'

const DAY: QualityDay = {
  day: '2026-11-26',
  device: 'tv',
  plays: 8,
  ends: { ended: 3, left: 3, network: 1, media: 0, gone: 1, unsupported: 0 },
  watchedSeconds: 7150,
  stalls: 4,
  stalledSeconds: 50,
  starts: [{ withinMs: 500, plays: 6 }, { plays: 0 }],
  startMs: { median: 375, ninth: 475 },
}
const QUIET: QualityDay = {
  ...DAY,
  device: 'tablet',
  plays: 0,
  watchedSeconds: 0,
  stalledSeconds: 0,
  ends: { ...DAY.ends, network: 0, gone: 0 },
}

it('tells shares of failures and of standing still', () => {
  const [row, quiet] = qualityRows([DAY, QUIET])
  expect([row?.key, row?.failedShare, row?.stalledShare]).toEqual(['2026-11-26 tv', 0.25, 50 / 7200])
  expect([quiet?.failedShare, quiet?.stalledShare]).toEqual([0, 0])
  expect(qualitySums([DAY, DAY])).toEqual({ plays: 16, hours: 14_300 / 3600, failedShare: 0.25, stalledShare: 50 / 7200 })
  expect(qualitySums([])).toEqual({ plays: 0, hours: 0, failedShare: 0, stalledShare: 0 })
})

it.each([
  [0, '0 %'],
  [0.0004, '< 0.1 %'],
  [0.0069, '0.7 %'],
  [0.256, '26 %'],
  [1, '100 %'],
])('%s is %s', (share, text) => expect(percentText(share)).toBe(text))
