import { describe, expect, it } from 'vitest'
import { campaignSpans, isWithin, yearsLater } from './show-time.ts'

const ms = (text: string): number => Date.parse(text)

describe('the time of a campaign', () => {
  it('counts years by the calendar of Beijing, leap days too', () => {
    const later = (at: string, years: number) => new Date(yearsLater(ms(at), years)).toISOString()
    expect(later('2028-02-28T16:00:00Z', 1)).toBe('2029-02-28T16:00:00.000Z') // 29 February is 1 March
    expect(later('2026-12-31T17:00:00Z', 1)).toBe('2027-12-31T17:00:00.000Z') // 1 January in Beijing
  })
  it('is one, or last year’s, this year’s and the next one’s', () => {
    const once = { from: '2026-11-30T16:00:00Z', until: '2026-12-07T16:00:00Z', isYearly: false }
    const spans = (now: string, isYearly: boolean) =>
      campaignSpans({ ...once, isYearly }, ms(now)).map(({ fromMs }) => new Date(fromMs).getUTCFullYear())
    expect([spans('2030-01-01T00:00:00Z', false), spans('2030-01-01T00:00:00Z', true)]).toEqual([[2026], [2029, 2030, 2031]])
    expect([spans('2026-06-01T00:00:00Z', true), spans('2020-06-01T00:00:00Z', true)]).toEqual([[2026, 2027], [2026]])
  })
  it('lasts a day in each year, though it was planned for 29 February', () => {
    const leap = { from: '2028-02-28T16:00:00Z', until: '2028-02-29T16:00:00Z', isYearly: true }
    const hours = (change: object, now: string) =>
      campaignSpans({ ...leap, ...change }, ms(now)).map(({ fromMs, untilMs }) => (untilMs - fromMs) / 3_600_000)
    expect(hours({}, '2030-06-01T00:00:00Z')).toEqual([24, 24, 24])
    expect(hours({ from: '2028-02-29T02:00:00Z', until: '2028-03-01T01:00:00Z' }, '2030-06-01T00:00:00Z')).toEqual([23, 23, 23])
    const year = { from: '2026-12-31T16:00:00Z', until: '2027-12-31T16:00:00Z' }
    expect(hours(year, '2028-06-01T00:00:00Z')).toEqual([365 * 24, 366 * 24, 365 * 24])
  })
  it('begins with its first instant, and is over with its last', () => {
    const spans = [{ fromMs: 10, untilMs: 20 }]
    expect([9, 10, 19, 20].map((now) => isWithin(spans, now))).toEqual([false, true, true, false])
  })
})
