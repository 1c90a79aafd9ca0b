import type { Card, Home } from '@ulan/contract'
import { describe, expect, it } from 'vitest'
import { knownHome, knownResult } from './known-cards.ts'

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
})
