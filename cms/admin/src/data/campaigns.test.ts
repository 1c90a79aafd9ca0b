import type { Campaign, CampaignId, PlacedRail, RailId, ShowTime } from '@ulan/contract'
import { describe, expect, it } from 'vitest'
import { wallClockOf } from './beijing-time.ts'
import { campaignOf, newCampaign, OCCASION_NAMES, standingOf, standingOfTime, usesOf } from './campaigns.ts'

const NOW = new Date('2026-11-28T01:00:00Z')
const NOW_MS = NOW.getTime()
const WEEK: Campaign = { ...campaignOf('constitution', '宪法宣传周', NOW), id: 'week' as CampaignId }
const OF_WEEK: ShowTime = { kind: 'campaign', id: WEEK.id }
const walls = ({ from, until }: { from?: string; until?: string }) => [from, until].map((iso) => iso && wallClockOf(iso))

describe('campaigns', () => {
  it('begin at the next time of an occasion, whole days of Beijing', () => {
    expect(walls(WEEK)).toEqual(['2026-12-01T00:00', '2026-12-08T00:00'])
    const during = new Date('2026-12-07T15:59:59Z')
    expect(walls(campaignOf('constitution', '周', during))).toEqual(['2026-12-01T00:00', '2026-12-08T00:00'])
    expect(walls(campaignOf('constitution', '周', new Date('2026-12-07T16:00:00Z')))).toEqual(['2027-12-01T00:00', '2027-12-08T00:00'])
    expect(walls(campaignOf('civilCode', '民法典', NOW))).toEqual(['2027-05-01T00:00', '2027-06-01T00:00'])
    const made = OCCASION_NAMES.map((name) => campaignOf(name, name, NOW))
    expect(made.every(({ isYearly, id }) => isYearly && /^campaign-[0-9a-f]{20}$/.test(id))).toBe(true)
    expect(walls(newCampaign(NOW))).toEqual(['2026-11-29T00:00', '2026-12-06T00:00'])
  })
  it('run, are to come, or are over', () => {
    const at = (instant: string, campaign = WEEK) => standingOf(campaign, Date.parse(instant)).state
    const once = { ...WEEK, isYearly: false }
    expect([at('2026-11-28T00:00:00Z'), at('2026-12-04T00:00:00Z'), at('2026-12-08T00:00:00Z')]).toEqual(['coming', 'running', 'coming'])
    expect([at('2026-12-08T00:00:00Z', once), at('2026-12-04T00:00:00Z', once)]).toEqual(['over', 'running'])
    expect(walls(standingOf(WEEK, Date.parse('2028-01-01T00:00:00Z')))).toEqual(['2028-12-01T00:00', '2028-12-08T00:00'])
  })
  it('say how a rail’s time stands', () => {
    expect(standingOfTime(undefined, [WEEK], NOW_MS)).toBeUndefined()
    expect(standingOfTime(OF_WEEK, [WEEK], NOW_MS)).toMatchObject({ state: 'coming', campaign: WEEK })
    expect(standingOfTime(OF_WEEK, [], NOW_MS)).toEqual({ state: 'over' })
    const dates = (from?: string, until?: string) =>
      standingOfTime({ kind: 'dates', ...(from && { from }), ...(until && { until }) }, [], NOW_MS)?.state
    expect([dates('2026-11-28T01:00:00Z'), dates('2026-11-29T00:00:00Z'), dates(undefined, '2026-11-28T01:00:00Z'), dates()]).toEqual([
      'running',
      'coming',
      'over',
      'running',
    ])
  })
  it('are counted by what they are used for', () => {
    const rail = (shown?: ShowTime, pins?: PlacedRail['pins']): PlacedRail => ({
      id: 'rail' as RailId,
      title: {},
      rule: { kind: 'newest', limit: 5 },
      isHero: false,
      ...(shown && { shown }),
      ...(pins && { pins }),
    })
    const entry = { kind: 'series' as const, id: 'steppe' as never }
    expect(usesOf(WEEK.id, [rail(OF_WEEK, [{ entry, shown: OF_WEEK }, { entry }]), rail(), rail({ kind: 'dates' })])).toBe(2)
  })
})
