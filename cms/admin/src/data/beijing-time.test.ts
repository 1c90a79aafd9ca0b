import { describe, expect, it } from 'vitest'
import { instantOfWallClock, quickTimes, startOfDay, wallClockOf } from './beijing-time.ts'

describe('time in Beijing', () => {
  it.each([
    ['2026-12-04T00:00:00.000Z', '2026-12-04T08:00'],
    ['2026-12-31T16:00:00.000Z', '2027-01-01T00:00'],
    ['2026-07-01T15:59:00.000Z', '2026-07-01T23:59'],
  ])('%s is %s there, and back', (instant, wall) => {
    expect([wallClockOf(instant), instantOfWallClock(wall)]).toEqual([wall, instant])
  })
  it.each(['', '明天', '2026-12-04', '2026-13-04T08:00', '2026-12-04T25:00'])('%s is no time', (wall) =>
    expect(instantOfWallClock(wall)).toBeUndefined(),
  )
  it('days begin eight hours before those of Greenwich', () => {
    expect(startOfDay('2026-12-04').toISOString()).toBe('2026-12-03T16:00:00.000Z')
    expect(startOfDay('2026-12-04', 1).toISOString()).toBe('2026-12-04T16:00:00.000Z')
  })
})

describe('quick times', () => {
  const times = (now: string) => quickTimes(new Date(now)).map(({ wall }) => wall)
  it('are of the year to come once their day has begun', () => {
    expect(times('2026-11-28T02:00:00Z')).toEqual(['2026-11-29T08:00', '2026-12-04T08:00', '2027-04-15T08:00'])
    expect(times('2026-12-03T23:59:00Z')).toEqual(['2026-12-05T08:00', '2026-12-04T08:00', '2027-04-15T08:00'])
    expect(times('2026-12-04T00:00:00Z')[1]).toBe('2027-12-04T08:00')
  })
  it('tomorrow is that of Beijing, though it is still today elsewhere', () => {
    expect(times('2026-12-31T16:30:00Z')[0]).toBe('2027-01-02T08:00')
  })
})
