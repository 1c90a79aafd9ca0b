import type { Beacon, ProgrammeId } from '@ulan/contract'
import { ROUTES } from '@ulan/contract/schemas'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countBeacons, dayOf, firstDay, presentQuality, START_EDGES_MS, withinMs } from './quality.ts'

const beacon = (more: Partial<Beacon> = {}): Beacon => ({
  device: 'tv',
  programmeId: 'song' as ProgrammeId,
  start: { answer: 40, playlist: 80, segment: 300, picture: 400 },
  watchedSeconds: 60,
  stalls: 0,
  stalledSeconds: 0,
  end: 'ended',
  ...more,
})

describe('days', () => {
  it('are China’s', () => {
    expect(dayOf(new Date('2026-11-26T15:59:59Z'))).toBe('2026-11-26')
    expect(dayOf(new Date('2026-11-26T16:00:00Z'))).toBe('2026-11-27')
    expect(firstDay(new Date('2026-11-26T12:00:00Z'), 1)).toBe('2026-11-26')
    expect(firstDay(new Date('2026-11-26T12:00:00Z'), 30)).toBe('2026-10-28')
  })
})

describe('plays', () => {
  it('are added up by kind of device', () => {
    const counts = countBeacons(
      [
        beacon(),
        beacon({ end: 'left', stalls: 2, stalledSeconds: 3.5, start: { picture: 9_000 } }),
        beacon({ device: 'tablet', end: 'network', start: {}, watchedSeconds: 0 }),
      ],
      '2026-11-26',
    )
    expect(counts).toEqual([
      {
        day: '2026-11-26',
        device: 'tv',
        plays: 2,
        ends: { ended: 1, left: 1, network: 0, media: 0, gone: 0, unsupported: 0 },
        watchedSeconds: 120,
        stalls: 2,
        stalledSeconds: 3.5,
        starts: [0, 1, 0, 0, 0, 0, 1, 0],
      },
      expect.objectContaining({
        device: 'tablet',
        plays: 1,
        ends: expect.objectContaining({ network: 1 }),
        starts: [0, 0, 0, 0, 0, 0, 0, 0],
      }),
    ])
    const { days } = ROUTES.readQuality.answer.parse({ days: counts.map(presentQuality) })
    expect(days.map(({ startMs }) => startMs?.median)).toEqual([500, undefined])
    expect([days[0]?.starts[1], days[0]?.starts.at(-1)]).toEqual([{ withinMs: 500, plays: 1 }, { plays: 0 }])
    expect(countBeacons([], '2026-11-26')).toEqual([])
  })
})

describe('how long starts took', () => {
  it.each([
    ['all in one class', [0, 0, 10, 0, 0, 0, 0, 0], 0.5, 750],
    ['in two classes', [0, 0, 0, 5, 5, 0, 0, 0], 0.5, 2000],
    ['in two classes, most of them', [0, 0, 0, 5, 5, 0, 0, 0], 0.9, 3600],
    ['beyond the last edge', [0, 0, 0, 0, 0, 0, 0, 3], 0.5, 16_000],
    ['none', [0, 0, 0, 0, 0, 0, 0, 0], 0.5, undefined],
  ])('%s', (_, starts, share, ms) => expect(withinMs(starts, share)).toBe(ms))

  it('more of them never took less time', () => {
    const classes = fc.array(fc.nat(50), { minLength: START_EDGES_MS.length + 1, maxLength: START_EDGES_MS.length + 1 })
    fc.assert(
      fc.property(classes, fc.double({ min: 0.01, max: 0.5, noNaN: true }), (starts, share) => {
        const [less, more] = [withinMs(starts, share), withinMs(starts, share * 2)]
        expect(less === undefined ? more === undefined : less <= (more ?? -1)).toBe(true)
      }),
    )
  })
})
