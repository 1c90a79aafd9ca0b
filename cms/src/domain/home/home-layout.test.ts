import type { Campaign, CampaignId, LawId, PlacedRail, ProgrammeId, Rail, RailId, RegionCode, SeriesId, ShowTime } from '@ulan/contract'
import { describe, expect, it } from 'vitest'
import { entriesOf, findLayoutProblems, isSameLayout, placedRails, railsInPlace, readableRails } from './home-layout.ts'

const rail = (id: string, change: Partial<PlacedRail> = {}): PlacedRail => ({
  id: id as RailId,
  title: { 'zh-Hans': '栏目' },
  rule: { kind: 'newest', limit: 10 },
  isHero: false,
  ...change,
})
const of = (rails: PlacedRail[], campaigns: Campaign[] = []) => ({ rails, campaigns })
const programme = (id: string) => ({ kind: 'programme' as const, id: id as ProgrammeId })
const series = (id: string) => ({ kind: 'series' as const, id: id as SeriesId })
const KNOWN = {
  programmes: new Set(['song'] as ProgrammeId[]),
  series: new Set(['steppe'] as SeriesId[]),
  vocabulary: new Set(['constitution', '152500']),
}

describe('the layout of home', () => {
  it('is the order of its rails, and back', () => {
    const stored = [
      { ...rail('b'), position: 7 },
      { ...rail('a'), position: 7 },
      { ...rail('z'), position: 0 },
    ] satisfies Rail[]
    const placed = placedRails(stored)
    expect(placed.map(({ id }) => id)).toEqual(['z', 'a', 'b'])
    expect(railsInPlace(placed).map(({ id, position }) => [id, position])).toEqual([
      ['z', 0],
      ['a', 1],
      ['b', 2],
    ])
    expect(isSameLayout(of(placed), of([rail('z'), rail('a'), rail('b')]))).toBe(true)
    expect(isSameLayout(of(placed), of([rail('z'), rail('b'), rail('a')]))).toBe(false)
  })
  it('has its Mongolian in the standard code', () => {
    const pasted = rail('old', { title: { 'zh-Hans': '书', 'mn-Mong': '\ue2c1\ue27f\ue317\ue27e\ue2e8' } })
    expect(readableRails([pasted, rail('new')]).map(({ title }) => title['mn-Mong'])).toEqual(['ᠪᠢᠴᠢᠭ', undefined])
  })
  it('names what rails were given by hand', () => {
    const entries = [programme('song'), series('steppe')]
    expect(entriesOf(rail('a', { rule: { kind: 'manual', entries } }))).toEqual(entries)
    expect(entriesOf(rail('a', { rule: { kind: 'newest', limit: 1, followedBy: entries } }))).toEqual(entries)
    expect([entriesOf(rail('a')), entriesOf(rail('a', { rule: { kind: 'local', limit: 1 } }))]).toEqual([[], []])
  })
  it('says what is wrong where it is', () => {
    const manual = rail('hand', {
      rule: { kind: 'manual', entries: [programme('song'), programme('gone'), series('gone'), programme('song')] },
    })
    const followed = rail('news', { rule: { kind: 'newest', limit: 1, followedBy: [series('gone'), series('steppe')] } })
    const nameless = [rail('hero', { title: {}, isHero: true }), rail('hand', { title: { 'mn-Mong': '\ue000' } })]
    expect(findLayoutProblems(of([manual, followed, ...nameless]), KNOWN)).toEqual([
      { path: 'rails.0.rule.entries.1.id', code: 'unknown-reference' },
      { path: 'rails.0.rule.entries.2.id', code: 'unknown-reference' },
      { path: 'rails.0.rule.entries.3.id', code: 'entry-repeated' },
      { path: 'rails.1.rule.followedBy.0.id', code: 'unknown-reference' },
      { path: 'rails.3.id', code: 'rail-repeated' },
      { path: 'rails.3.title.zh-Hans', code: 'title-zh-missing' },
      { path: 'rails.3.title.mn-Mong', code: 'private-use' },
    ])
    expect(findLayoutProblems(of([rail('a'), rail('b')]), KNOWN)).toEqual([])
  })
  it('names only what there is, pinned or asked for', () => {
    const pinned = rail('pinned', {
      pins: [{ entry: programme('song') }, { entry: programme('gone') }, { entry: programme('song') }],
      rule: { kind: 'manual', entries: [programme('song')] },
    })
    const asked = (lawId: string, region: string) =>
      rail(lawId, { rule: { kind: 'newest', lawId: lawId as LawId, limit: 1 }, viewerRegionCode: region as RegionCode })
    expect(findLayoutProblems(of([pinned, asked('constitution', '152500'), asked('gone', '990000')]), KNOWN)).toEqual([
      { path: 'rails.0.pins.1.entry.id', code: 'unknown-reference' },
      { path: 'rails.0.pins.2.entry.id', code: 'entry-repeated' },
      { path: 'rails.2.viewerRegionCode', code: 'unknown-reference' },
      { path: 'rails.2.rule.lawId', code: 'unknown-reference' },
    ])
  })
  it('has times that begin before they end, and campaigns that there are', () => {
    const campaign = (id: string, from: string, until: string, isYearly = false): Campaign => ({
      id: id as CampaignId,
      name: '宪法宣传周',
      from: `${from}T00:00:00Z`,
      until: `${until}T00:00:00Z`,
      isYearly,
    })
    const during = (id: string): ShowTime => ({ kind: 'campaign', id: id as CampaignId })
    const turned: ShowTime = { kind: 'dates', from: '2026-12-04T00:00:00Z', until: '2026-12-04T00:00:00Z' }
    const rails = [
      rail('a', { shown: during('week') }),
      rail('b', { shown: turned, pins: [{ entry: programme('song'), shown: during('gone') }] }),
      rail('c', { shown: { kind: 'dates', until: '2020-01-01T00:00:00Z' } }),
    ]
    const without = rail('d', { shown: { kind: 'dates' } })
    expect(findLayoutProblems(of([without]), KNOWN)).toEqual([{ path: 'rails.0.shown.from', code: 'required' }])
    const campaigns = [
      campaign('week', '2026-12-01', '2026-12-08', true),
      campaign('week', '2026-12-08', '2026-12-01'),
      campaign('long', '2026-01-01', '2027-01-02', true),
      campaign('year', '2026-01-01', '2027-01-01', true),
    ]
    expect(findLayoutProblems(of(rails, campaigns), KNOWN)).toEqual([
      { path: 'rails.1.shown.until', code: 'over-before-start' },
      { path: 'rails.1.pins.0.shown.id', code: 'campaign-gone' },
      { path: 'campaigns.1.id', code: 'campaign-repeated' },
      { path: 'campaigns.1.until', code: 'over-before-start' },
      { path: 'campaigns.2.until', code: 'longer-than-year' },
    ])
  })
  it('has one place for what a television goes on with, always and for everybody', () => {
    const resume = rail('on', { rule: { kind: 'resume' } })
    const odd = { ...resume, id: 'odd' as RailId, isHero: true, shown: { kind: 'dates' as const, until: '2026-12-04T00:00:00Z' } }
    expect(findLayoutProblems(of([resume]), KNOWN)).toEqual([])
    expect(findLayoutProblems(of([resume, odd]), KNOWN)).toEqual([
      { path: 'rails.1.shown', code: 'not-for-resume' },
      { path: 'rails.1.isHero', code: 'not-for-resume' },
      { path: 'rails.1.rule.kind', code: 'resume-repeated' },
    ])
  })
})
