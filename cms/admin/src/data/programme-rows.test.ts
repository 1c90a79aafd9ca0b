import { describe, expect, it } from 'vitest'
import { assetWith, programmeId, programmeWith, seriesId } from '../test-records.ts'
import { countByStatus, filterProgrammes, titleFromFileName } from './programme-rows.ts'
import { episodesOf } from './series-rows.ts'

const LIST = [
  programmeWith({ id: programmeId('old'), updatedAt: '2026-01-01T00:00:00.000Z', status: 'published' }),
  programmeWith({ id: programmeId('new'), updatedAt: '2026-02-01T00:00:00.000Z', asset: assetWith({ fileName: 'IMG_0042.MP4' }) }),
]
const idsOf = (rows: ReturnType<typeof filterProgrammes>): string[] => rows.map(({ id }) => id)

describe('programme rows', () => {
  it('shows the newest change first', () => {
    expect(idsOf(filterProgrammes(LIST, 'all', ''))).toEqual(['new', 'old'])
  })
  it('filters by status and counts for every filter', () => {
    expect(idsOf(filterProgrammes(LIST, 'published', ''))).toEqual(['old'])
    expect(countByStatus(LIST)).toEqual({ all: 2, draft: 1, published: 1, 'taken-down': 0 })
  })
  it('finds by title in any script and by file name', () => {
    expect(idsOf(filterProgrammes(LIST, 'all', ' img_0042 '))).toEqual(['new'])
    expect(idsOf(filterProgrammes(LIST, 'all', 'бэлчээр'))).toEqual(['new', 'old'])
    expect(idsOf(filterProgrammes(LIST, 'all', '没有'))).toEqual([])
  })
  it('orders episodes by season and number', () => {
    const episode = (id: string, season: number, number: number) =>
      programmeWith({ id: programmeId(id), episodeOf: { seriesId: seriesId('s'), season, episode: number } })
    const all = [episode('c', 2, 1), episode('b', 1, 10), episode('a', 1, 9), programmeWith()]
    expect(idsOf(episodesOf(all, seriesId('s')))).toEqual(['a', 'b', 'c'])
  })
})

describe('titleFromFileName', () => {
  it.each([
    ['草原法在身边.mp4', '草原法在身边'],
    ['小司来了 第1集.final.mov', '小司来了 第1集.final'],
    ['IMG_0042.MP4', ''],
    ['.mp4', ''],
  ])('reads %s as %j', (fileName, title) => {
    expect(titleFromFileName(fileName)).toBe(title)
  })
})
