import type { AssetId, ProgrammeId, RegionCode, SeriesId, StaffListQuery } from '@ulan/contract'
import { describe, expect, it } from 'vitest'
import { byChange, type Listed, type ListedFrom, listedOf, selectPage } from './listing.ts'
import { episodesBySeries } from './series-episodes.ts'

const programme = (id: string, change: Partial<ListedFrom> = {}): ListedFrom => ({
  id: id as ProgrammeId,
  status: 'draft',
  kind: 'performance',
  updatedAt: '2026-11-28T08:00:00.000Z',
  title: {},
  ...change,
})
const listed = (id: string, change: Partial<ListedFrom> = {}, fileName?: string): Listed => listedOf(programme(id, change), fileName)
const query = (change: Partial<StaffListQuery> = {}): StaffListQuery => ({ page: 1, rows: 20, ...change })
const episode = (id: string, season: number, number: number, change: Partial<ListedFrom> = {}): Listed =>
  listed(id, { episodeOf: { seriesId: 'steppe' as SeriesId, season, episode: number }, ...change })

describe('the list of programmes', () => {
  const all = [
    listed('new', { title: { 'zh-Hans': '草原法在身边', 'mn-Mong': 'ᠲᠠᠯ᠎ᠠ' }, updatedAt: '2026-11-28T09:00:00.000Z' }, 'IMG_0042.MP4'),
    listed('old', { title: { 'zh-Hans': '小司来了', 'mn-Cyrl': 'Бэлчээр' }, status: 'published', kind: 'animation' }),
    listed('league', { regionCode: '152500' as RegionCode, status: 'taken-down' }),
    listed('banner', { regionCode: '152501' as RegionCode, title: { 'zh-Hans': '草场' } }),
  ]
  const idsOf = (change: Partial<StaffListQuery>) => selectPage(all, query(change)).ids

  it('finds words of titles in every script, and of the file’s name', () => {
    expect(idsOf({ q: ' img_0042 ' })).toEqual(['new'])
    expect(idsOf({ q: '身边 草原' })).toEqual(['new'])
    expect(idsOf({ q: 'бэлчээр' })).toEqual(['old'])
    expect(idsOf({ q: 'ᠲᠠᠯ᠎ᠠ' })).toEqual(['new'])
    expect(idsOf({ q: '草' })).toEqual(['new', 'banner'])
    expect(idsOf({ q: '没有' })).toEqual([])
    expect(idsOf({ q: ' ' })).toHaveLength(4)
  })
  it('leaves what fits all that is asked', () => {
    expect(idsOf({ kind: 'animation' })).toEqual(['old'])
    expect(idsOf({ regionCode: '152500' as RegionCode })).toEqual(['league', 'banner'])
    expect(idsOf({ untitled: 'mn-Mong' })).toEqual(['old', 'league', 'banner'])
    expect(idsOf({ untitled: 'mn-Mong', q: '草' })).toEqual(['banner'])
    expect(idsOf({ ids: ['old', 'new', 'gone'] as ProgrammeId[] })).toEqual(['new', 'old'])
  })
  it('counts every status, whichever is asked for', () => {
    expect(selectPage(all, query({ status: 'draft' }))).toEqual({
      ids: ['new', 'banner'],
      total: 2,
      counts: { draft: 2, published: 1, 'taken-down': 1 },
    })
    expect(selectPage(all, query({ status: 'draft', q: '小司' }))).toEqual({
      ids: [],
      total: 0,
      counts: { draft: 0, published: 1, 'taken-down': 0 },
    })
  })
  it('is given in pages, of which one beyond the last is empty', () => {
    expect([1, 2, 3].map((page) => selectPage(all, query({ page, rows: 3 })).ids)).toEqual([['new', 'old', 'league'], ['banner'], []])
    expect(selectPage(all, query({ page: 3, rows: 3 })).total).toBe(4)
  })
  it('has the newest change first, and equal ones by their ids', () => {
    const odd = [listed('b'), listed('a'), listed('z', { updatedAt: '2026-11-28T08:00:00.001Z' }), listed('a')]
    expect(odd.sort(byChange).map(({ id }) => id)).toEqual(['z', 'a', 'a', 'b'])
  })
  it('has a series in the order of its episodes', () => {
    const series = [episode('c', 2, 1), episode('b', 1, 10), episode('a', 1, 9), episode('a2', 1, 9), listed('alone')]
    expect(selectPage(series, query({ seriesId: 'steppe' as SeriesId, rows: 3 }))).toMatchObject({ ids: ['a', 'a2', 'b'], total: 4 })
  })
})

describe('the episodes of series', () => {
  it('are counted, with the last of each season and the film of the first that has one', () => {
    const asset = (assetId: string) => ({ assetId: assetId as AssetId })
    const all = [
      episode('c', 2, 1, { ...asset('late'), status: 'published' }),
      episode('b', 1, 10, asset('early')),
      episode('a', 1, 9),
      listed('alone', asset('other')),
    ]
    expect([...episodesBySeries(all)]).toEqual([
      [
        'steppe',
        {
          episodes: 3,
          published: 1,
          lastEpisodes: [
            { season: 1, episode: 10 },
            { season: 2, episode: 1 },
          ],
          firstAssetId: 'early',
        },
      ],
    ])
    expect(episodesBySeries([episode('a', 1, 1), listed('b')]).get('steppe' as SeriesId)).toEqual({
      episodes: 1,
      published: 0,
      lastEpisodes: [{ season: 1, episode: 1 }],
    })
  })
})
