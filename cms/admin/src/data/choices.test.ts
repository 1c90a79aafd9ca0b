import type { LawId } from '@ulan/contract'
import { describe, expect, it } from 'vitest'
import { regionCode } from '../test-records.ts'
import { lawChoices, nextEpisode, regionPath, regionTree } from './choices.ts'

const region = (code: string, name: string, parentCode?: string) => ({
  code: regionCode(code),
  name: { 'zh-Hans': name },
  kind: 'banner',
  ...(parentCode === undefined ? {} : { parentCode: regionCode(parentCode) }),
})
const REGIONS = [region('152500', '锡林郭勒盟'), region('152501', '二连浩特市', '152500'), region('150100', '呼和浩特市')]

describe('regions', () => {
  it('hangs banners below their league', () => {
    expect(regionTree(REGIONS)).toEqual([
      { value: '152500', label: '锡林郭勒盟', children: [{ value: '152501', label: '二连浩特市' }] },
      { value: '150100', label: '呼和浩特市' },
    ])
  })
  it('keeps leagues whose parent is not in the list', () => {
    expect(regionTree([region('152500', '锡林郭勒盟', '150000')])).toEqual([{ value: '152500', label: '锡林郭勒盟' }])
  })
  it('finds the way down to a banner', () => {
    expect(regionPath(REGIONS, '152501')).toEqual(['152500', '152501'])
    expect(regionPath(REGIONS, undefined)).toEqual([])
  })
})

describe('other choices', () => {
  it('labels an article with its law', () => {
    const law = {
      id: 'grassland-law' as LawId,
      level: 'law',
      title: '草原法',
      issuedBy: '',
      effectiveFrom: '2003-03-01',
      source: '',
      articles: [{ number: '第五条', text: '任何单位和个人都有遵守草原法律法规的义务' }],
    } as const
    expect(lawChoices([{ ...law, articles: [...law.articles] }])[0]?.options).toEqual([
      { value: 'grassland-law#第五条', label: '草原法 第五条', excerpt: '任何单位和个人都有遵守草原法律法规的义务' },
    ])
  })
  it('proposes the number after the last episode of the season', () => {
    const series = {
      lastEpisodes: [
        { season: 1, episode: 4 },
        { season: 2, episode: 9 },
      ],
    }
    expect([nextEpisode(series, 1), nextEpisode(series, 3), nextEpisode(undefined, 1)]).toEqual([5, 1, 1])
  })
})
