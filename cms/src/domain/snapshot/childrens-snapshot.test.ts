import { homeSchema, programmeDetailSchema, programmeIdSchema, searchResultSchema, seriesIdSchema } from '@ulan/contract/schemas'
import { describe, expect, it } from 'vitest'
import { foldQuery } from '../search/searchable-text.ts'
import { buildSnapshot, type Snapshot } from './build-snapshot.ts'
import { FIXTURE_CATALOGUE, fixtureProgramme } from './catalogue-fixture.ts'
import { childrensSnapshot } from './childrens-snapshot.ts'
import { presentRead } from './present-read.ts'

const LOCALE = 'zh-Hans'

/** The fixture's catalogue with these of its programmes for children. */
function snapshotWith(...ids: readonly string[]): Snapshot {
  const programmes = [...FIXTURE_CATALOGUE.programmes].map(([id, one]) =>
    ids.includes(id) ? ([id, fixtureProgramme({ ...one, audience: 'children' })] as const) : ([id, one] as const),
  )
  return buildSnapshot({ ...FIXTURE_CATALOGUE, programmes: new Map(programmes) }, 'v1')
}
const homeOf = (snapshot: Snapshot) =>
  homeSchema.parse(presentRead(snapshot, { kind: 'home', locale: LOCALE, device: 'tv', audience: 'children' }))
const programmeOf = (snapshot: Snapshot, id: string) =>
  presentRead(snapshot, { kind: 'programme', id: programmeIdSchema.parse(id), locale: LOCALE, audience: 'children' })
const seriesOf = (snapshot: Snapshot) =>
  presentRead(snapshot, { kind: 'series', id: seriesIdSchema.parse('xiaosi'), locale: LOCALE, audience: 'children' })
const foundIn = (snapshot: Snapshot, words: string) => {
  const answer = presentRead(snapshot, { kind: 'search', query: foldQuery(words), locale: LOCALE, audience: 'children' })
  return searchResultSchema.parse(answer).items.map(({ id }) => id)
}

describe('what children’s mode knows', () => {
  const series = snapshotWith('ep-one', 'ep-two', 'film')

  it('is the home screen with what is for children, and no empty rails', () => {
    const home = homeOf(series)
    expect(home.snapshot).toBe('v1')
    expect(home.heroes.map(({ card }) => card.id)).toEqual(['xiaosi'])
    expect(home.rails.map(({ id, cards }) => [id, cards.map((card) => card.id)])).toEqual([['all', ['xiaosi', 'film']]])
  })
  it('fills a rail up to its limit with what is for children', () => {
    // Of everyone's newest three, none is.
    expect(homeOf(snapshotWith('ep-one', 'ep-two', 'film', 'orphan')).rails[0]?.cards).toHaveLength(3)
  })
  it('is an empty home where nothing is for children', () => {
    expect(homeOf(snapshotWith())).toMatchObject({ heroes: [], rails: [] })
  })
  it('has a series only when all its published episodes are for children', () => {
    expect(seriesOf(series)).toMatchObject({ seasons: [{ episodes: [{ episode: 1 }, { episode: 2 }] }] })
    expect(seriesOf(snapshotWith('ep-one'))).toBeUndefined()
  })
  it('lets an episode of any other series stand alone, with nothing that follows it', () => {
    const mixed = snapshotWith('ep-one')
    const detail = programmeDetailSchema.parse(programmeOf(mixed, 'ep-one'))
    expect([detail.episodeOf, detail.nextEpisode]).toEqual([undefined, undefined])
    expect(homeOf(mixed).heroes.map(({ card }) => card.id)).toEqual(['ep-one'])
  })
  it('goes on to the next episode, and offers related titles for children', () => {
    const detail = programmeDetailSchema.parse(programmeOf(series, 'ep-one'))
    expect([detail.nextEpisode?.card.id, detail.related.map(({ id }) => id)]).toEqual(['ep-two', ['film']])
  })
  it('has neither page nor film of what is for everyone', () => {
    expect(programmeOf(series, 'song')).toBeUndefined()
    expect(presentRead(series, { kind: 'playback', id: programmeIdSchema.parse('song'), audience: 'children' })).toBeUndefined()
  })
  it('is found by words; nothing else is', () => {
    expect(foundIn(series, '小司来了')).toEqual(['xiaosi', 'ep-two', 'ep-one'])
    expect(foundIn(series, '草原')).toEqual([])
  })
  it('is made once for a version', () => expect(childrensSnapshot(series)).toBe(childrensSnapshot(series)))
  it('leaves everyone’s catalogue as it was', () => {
    const home = homeSchema.parse(presentRead(series, { kind: 'home', locale: LOCALE, device: 'tv' }))
    expect(home.rails.map(({ id }) => id)).toEqual(['shows', 'all', 'chosen'])
  })
})
