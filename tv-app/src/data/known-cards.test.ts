import type { Card, Home, Playback, SeriesDetail } from '@ulan/contract'
import { describe, expect, it } from 'vitest'
import { knownHome, knownPlayback, knownResult, knownSeries } from './known-cards.ts'

const card = (id: string, kind: string): Card =>
  ({ kind, id, programmeKind: 'lecture', title: { text: id, locale: 'zh-Hans' }, isPlayable: true, isSample: false }) as Card // a newer server's kinds too

describe('answers of a newer server', () => {
  it('lose the cards that this box could not open, in every place', () => {
    const cards = [card('a', 'programme'), card('b', 'live-stream'), card('c', 'series')]
    const home = {
      snapshot: '1',
      locale: 'zh-Hans',
      languages: ['zh-Hans'],
      heroes: cards.map((one) => ({ card: one, synopsis: one.title })),
      rails: [{ id: 'new', title: { text: '新', locale: 'zh-Hans' }, cards }],
    } as unknown as Home // its ids are branded
    const known = knownHome(home)
    expect(known?.heroes.map((hero) => hero.card.id)).toEqual(['a', 'c'])
    expect(known?.rails.map((rail) => rail.cards.map(({ id }) => id))).toEqual([['a', 'c']])
    expect(knownResult({ total: 3, items: cards })?.items.map(({ id }) => id)).toEqual(['a', 'c'])
  })

  it('lose rails, seasons and chapters of a kind that this box does not know', () => {
    const cards = [card('a', 'programme')]
    const oddRails = [{ id: 'live', channel: 7 }, null, { id: 'new', cards }]
    const home = { heroes: [{ banner: 'x' }, null, { card: cards[0] }], rails: oddRails } as unknown as Home // whatever the line brings
    expect(knownHome(home)).toMatchObject({ heroes: [{ card: { id: 'a' } }], rails: [{ id: 'new' }] })
    const seasons = [
      { number: 1, clips: [] },
      { number: 2, episodes: [{ episode: 1, card: cards[0] }, { trailer: 'y' }] },
    ]
    expect(knownSeries({ seasons } as unknown as SeriesDetail)?.seasons).toMatchObject([{ number: 2, episodes: [{ episode: 1 }] }])
    const chapters = [
      { kind: 'advertisement', startSeconds: 0, endSeconds: 1 },
      { kind: 'opening', startSeconds: 1, endSeconds: 2 },
    ]
    const playback = { playlistUrl: '/media/x', subtitles: [], chapters } as unknown as Playback
    expect(knownPlayback(playback)?.chapters).toEqual([chapters[1]])
  })

  it('that are no such answers at all are none', () => {
    const page = '<html>' as unknown
    expect([knownHome(page as Home), knownSeries(page as SeriesDetail), knownPlayback(page as Playback)]).toEqual([
      undefined,
      undefined,
      undefined,
    ])
  })
})
