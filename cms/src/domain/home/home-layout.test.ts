import type { PlacedRail, ProgrammeId, Rail, RailId, SeriesId } from '@ulan/contract'
import { describe, expect, it } from 'vitest'
import { entriesOf, findLayoutProblems, isSameLayout, placedRails, railsInPlace, readableRails } from './home-layout.ts'

const rail = (id: string, change: Partial<PlacedRail> = {}): PlacedRail => ({
  id: id as RailId,
  title: { 'zh-Hans': '栏目' },
  rule: { kind: 'newest', limit: 10 },
  isHero: false,
  ...change,
})
const programme = (id: string) => ({ kind: 'programme' as const, id: id as ProgrammeId })
const series = (id: string) => ({ kind: 'series' as const, id: id as SeriesId })
const KNOWN = { programmes: new Set(['song'] as ProgrammeId[]), series: new Set(['steppe'] as SeriesId[]) }

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
    expect(isSameLayout({ rails: placed }, [rail('z'), rail('a'), rail('b')])).toBe(true)
    expect(isSameLayout({ rails: placed }, [rail('z'), rail('b'), rail('a')])).toBe(false)
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
    expect(findLayoutProblems([manual, followed, ...nameless], KNOWN)).toEqual([
      { path: 'rails.0.rule.entries.1.id', code: 'unknown-reference' },
      { path: 'rails.0.rule.entries.2.id', code: 'unknown-reference' },
      { path: 'rails.0.rule.entries.3.id', code: 'entry-repeated' },
      { path: 'rails.1.rule.followedBy.0.id', code: 'unknown-reference' },
      { path: 'rails.3.id', code: 'rail-repeated' },
      { path: 'rails.3.title.zh-Hans', code: 'title-zh-missing' },
      { path: 'rails.3.title.mn-Mong', code: 'private-use' },
    ])
    expect(findLayoutProblems([rail('a'), rail('b')], KNOWN)).toEqual([])
  })
})
