import { railSchema, regionCodeSchema } from '@ulan/contract/schemas'
import { describe, expect, it } from 'vitest'
import { buildSnapshot } from './build-snapshot.ts'
import { FIXTURE_CATALOGUE } from './catalogue-fixture.ts'
import { presentHome } from './present-home.ts'

describe('a rail of home', () => {
  it('puts what is pinned first, and it stands in a rail once', () => {
    const pins = [
      { entry: { kind: 'series', id: 'xiaosi' } },
      { entry: { kind: 'programme', id: 'hidden' } },
      { entry: { kind: 'programme', id: 'sketch' } },
    ]
    const rails = [railSchema.parse({ id: 'pinned', title: {}, position: 0, rule: { kind: 'newest', limit: 2 }, isHero: false, pins })]
    const pinned = presentHome(buildSnapshot({ ...FIXTURE_CATALOGUE, rails }, 'v7'), { locale: 'zh-Hans', device: 'tv' })
    expect(pinned.rails[0]?.cards.map((card) => card.id)).toEqual(['xiaosi', 'sketch', 'song', 'lecture'])
  })
  it('is the region’s alone where it is of the viewer’s region, pins or not', () => {
    const pins = [{ entry: { kind: 'series', id: 'xiaosi' } }]
    const rule = { kind: 'local', limit: 9 }
    const rails = [railSchema.parse({ id: 'local', title: { 'zh-Hans': '家乡' }, position: 0, rule, isHero: false, pins })]
    const found = buildSnapshot({ ...FIXTURE_CATALOGUE, rails }, 'v9')
    const idsIn = (region?: string) =>
      presentHome(found, { locale: 'zh-Hans', device: 'tv', ...(region && { region: regionCodeSchema.parse(region) }) }).rails.map(
        ({ cards }) => cards.map(({ id }) => id),
      )
    expect([idsIn('152501'), idsIn('150700'), idsIn()]).toEqual([[['xiaosi', 'song']], [], []])
  })
  it('keeps the place of what a television goes on with, and has none on a tablet', () => {
    const rails = [railSchema.parse({ id: 'on', title: { 'zh-Hans': '接着看' }, position: 0, rule: { kind: 'resume' }, isHero: false })]
    const found = buildSnapshot({ ...FIXTURE_CATALOGUE, rails }, 'v8')
    const railsOn = (device: 'tv' | 'tablet') => presentHome(found, { locale: 'zh-Hans', device }).rails
    expect(railsOn('tv')).toMatchObject([{ id: 'on', title: { text: '接着看' }, cards: [], isResume: true }])
    expect(railsOn('tablet')).toEqual([])
  })
})
