import type { Campaign, CampaignId, ProgrammeId, Rail, RailId, ShowTime } from '@ulan/contract'
import { describe, expect, it } from 'vitest'
import { homeAt, isOver } from './home-at.ts'

const ms = (text: string): number => Date.parse(text)
const campaign = (change: Partial<Campaign> = {}): Campaign => ({
  id: 'constitution' as CampaignId,
  name: '宪法宣传周',
  from: '2026-11-30T16:00:00.000Z', // 1 December in Beijing
  until: '2026-12-07T16:00:00.000Z',
  isYearly: false,
  ...change,
})
const OF_CAMPAIGN: ShowTime = { kind: 'campaign', id: 'constitution' as CampaignId }
const rail = (id: string, shown?: ShowTime, pins?: Rail['pins']): Rail => ({
  id: id as RailId,
  title: { 'zh-Hans': id },
  position: 0,
  rule: { kind: 'manual', entries: [] },
  isHero: false,
  ...(shown && { shown }),
  ...(pins && { pins }),
})
const idsAt = (rails: readonly Rail[], at: string, campaigns: readonly Campaign[] = []) =>
  homeAt({ rails, campaigns }, ms(at)).rails.map(({ id }) => id)

describe('home at an instant', () => {
  it('has the rails whose time it is: from the first instant, and not at the last', () => {
    const rails = [
      rail('always'),
      rail('dated', { kind: 'dates', from: '2026-12-04T00:00:00Z', until: '2026-12-05T00:00:00Z' }),
      rail('since', { kind: 'dates', from: '2026-12-04T00:00:00.000Z' }),
      rail('until', { kind: 'dates', until: '2026-12-04T00:00:00.000Z' }),
    ]
    expect(idsAt(rails, '2026-12-03T23:59:59.999Z')).toEqual(['always', 'until'])
    expect(idsAt(rails, '2026-12-04T00:00:00.000Z')).toEqual(['always', 'dated', 'since'])
    expect(idsAt(rails, '2026-12-05T00:00:00.000Z')).toEqual(['always', 'since'])
  })
  it('has those of a campaign while it lasts, and of one that is gone never', () => {
    const rails = [rail('week', OF_CAMPAIGN)]
    const at = (day: string) => idsAt(rails, day, [campaign()])
    expect([at('2026-11-30T15:59:59Z'), at('2026-11-30T16:00:00Z'), at('2026-12-07T16:00:00Z')]).toEqual([[], ['week'], []])
    expect([at('2027-12-03T00:00:00Z'), idsAt(rails, '2026-12-03T00:00:00Z')]).toEqual([[], []])
  })
  it('comes again each year by the calendar of Beijing, and not before its first year', () => {
    const at = (day: string, change = {}) => idsAt([rail('week', OF_CAMPAIGN)], day, [campaign({ isYearly: true, ...change })])
    expect([at('2025-12-03T00:00:00Z'), at('2026-12-03T00:00:00Z'), at('2031-11-30T16:00:00Z')]).toEqual([[], ['week'], ['week']])
    expect([at('2031-11-30T15:59:59Z'), at('2031-12-07T16:00:00Z')]).toEqual([[], []])
    const acrossNewYear = { from: '2026-12-30T16:00:00Z', until: '2027-01-03T16:00:00Z' }
    expect([at('2028-01-02T00:00:00Z', acrossNewYear), at('2028-01-04T00:00:00Z', acrossNewYear)]).toEqual([['week'], []])
    expect(at('2026-01-02T00:00:00Z', acrossNewYear)).toEqual([])
  })
  it('has the pins whose time it is, and says of nothing why it is there', () => {
    const pins = [
      { entry: { kind: 'programme' as const, id: 'song' as ProgrammeId } },
      { entry: { kind: 'programme' as const, id: 'film' as ProgrammeId }, shown: OF_CAMPAIGN },
    ]
    const rails = (at: string) =>
      homeAt({ rails: [rail('hero', OF_CAMPAIGN, pins)], campaigns: [campaign({ isYearly: true })] }, ms(at)).rails
    expect(rails('2026-12-03T00:00:00Z')).toEqual([
      rail('hero', undefined, [{ entry: pins[0]?.entry }, { entry: pins[1]?.entry }] as never),
    ])
    expect(rails('2027-12-03T00:00:00Z')).toEqual(rails('2026-12-03T00:00:00Z'))
    const dated = homeAt({ rails: [rail('hero', undefined, pins.slice(1))], campaigns: [campaign()] }, ms('2026-11-01T00:00:00Z'))
    expect(dated.rails).toEqual([rail('hero')])
  })
  it('stays so until the next edge of any time', () => {
    const rails = [
      rail('dated', { kind: 'dates', from: '2026-12-04T00:00:00Z' }, [
        { entry: { kind: 'programme', id: 'song' as ProgrammeId }, shown: { kind: 'dates', until: '2026-12-04T02:00:00Z' } },
      ]),
      rail('week', OF_CAMPAIGN),
    ]
    const changesAt = (at: string, change = {}) => homeAt({ rails, campaigns: [campaign(change)] }, ms(at)).changesAtMs
    expect(changesAt('2026-11-01T00:00:00Z')).toBe(ms('2026-11-30T16:00:00Z'))
    expect(changesAt('2026-11-30T16:00:00Z')).toBe(ms('2026-12-04T00:00:00Z'))
    expect(changesAt('2026-12-04T00:00:00Z')).toBe(ms('2026-12-04T02:00:00Z'))
    expect(changesAt('2026-12-07T16:00:00Z')).toBe(Number.POSITIVE_INFINITY)
    expect(changesAt('2026-12-07T16:00:00Z', { isYearly: true })).toBe(ms('2027-11-30T16:00:00Z'))
    expect(changesAt('2020-01-01T00:00:00Z', { isYearly: true })).toBe(ms('2026-11-30T16:00:00Z'))
    const now = homeAt({ rails, campaigns: [campaign()] }, ms('2026-12-01T00:00:00Z'))
    const isOverAt = (at: string) => isOver(now, ms(at))
    expect([isOverAt('2026-12-01T00:00:00Z'), isOverAt('2026-12-04T00:00:00Z'), isOverAt('2026-11-01T00:00:00Z')]).toEqual([
      false,
      true,
      true,
    ])
  })
})
