import type { Card, Home, SearchResult } from '@ulan/contract'
import { describe, expect, test } from 'vitest'
import type { Say } from '../text/strings.ts'
import type { ViewPorts } from './card-view.ts'
import { foundView, suggestedView } from './search-view.ts'

const say: Say = (key, values) => ({ text: values === undefined ? key : `${key} ${Object.values(values).join(' ')}`, locale: 'zh-Hans' })
const ports: ViewPorts = { say, precision: 1, resumeSeconds: () => 0 }

/** Ids carry a brand that only the contract's validators give; these tests stand in for the server. */
const card = (id: string, kind: Card['kind'] = 'programme'): Card =>
  ({
    kind,
    id,
    programmeKind: 'performance',
    title: { text: id, locale: 'zh-Hans' },
    isPlayable: true,
    isSample: false,
  }) as unknown as Card
const home = (...rails: readonly (readonly Card[])[]): Home => ({ rails: rails.map((cards) => ({ cards })) }) as unknown as Home
const keys = (view: { readonly cards: readonly { readonly key: string }[] }): string => view.cards.map(({ key }) => key).join(' ')

describe('what was found', () => {
  test('says how many fit, also those not listed', () => {
    const view = foundView({ total: 132, items: [card('a'), card('b')] } as SearchResult, ports)
    expect(view.heading?.text).toBe('search:found 132')
    expect(keys(view)).toBe('a b')
  })

  test('opens a programme or a series', () => {
    const view = foundView({ total: 2, items: [card('a'), card('b', 'series')] }, ports)
    expect(view.cards.map(({ target }) => target)).toEqual([
      { kind: 'open', route: { page: 'programme', id: 'a' } },
      { kind: 'open', route: { page: 'series', id: 'b' } },
    ])
  })

  test('nothing is no heading and no cards', () =>
    expect(foundView({ total: 0, items: [] }, ports)).toEqual({ heading: undefined, cards: [], isFruitless: true }))
})

describe('what is offered before anything is typed', () => {
  test('takes the first of each row, then the second of each, and nothing twice', () => {
    const rows = [[card('a'), card('b')], [card('c')], [card('a'), card('a', 'series'), card('d')]]
    expect(keys(suggestedView(home(...rows), ports))).toBe('a c b a d')
  })

  test('is twelve at most', () => {
    const row = Array.from({ length: 30 }, (_, at) => card(`card${String(at)}`))
    expect(suggestedView(home(row), ports).cards).toHaveLength(12)
  })

  test('has no heading over nothing, and reproaches nobody for it', () =>
    expect(suggestedView(home(), ports)).toEqual({ heading: undefined, cards: [], isFruitless: false }))
})
