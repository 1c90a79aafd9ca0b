import type { Card, Home, LocalText, SearchResult } from '@ulan/contract'
import type { Say } from '../text/strings.ts'
import type { ActionView, CardView } from './browse-view.ts'
import { cardView, type ViewPorts } from './card-view.ts'

/** The right half of the search page. */
export type SearchView = {
  /** Over the cards; nothing where there are none. */
  readonly heading: LocalText | undefined
  readonly cards: readonly CardView[]
  /** True when letters were typed that nothing fits. */
  readonly isFruitless: boolean
}
/** The words of the search page that stay whatever is typed. */
export type DeskTexts = {
  readonly hint: LocalText
  readonly none: LocalText
  readonly noneTip: LocalText
  readonly words: { readonly delete: ActionView; readonly clear: ActionView }
}

/** What is offered before anything is typed. */
const MOST_SUGGESTED = 12

export function foundView({ total, items }: SearchResult, ports: ViewPorts): SearchView {
  const cards = items.map((card) => cardView(card, ports))
  return {
    heading: cards.length === 0 ? undefined : ports.say('search:found', { number: total }),
    cards,
    isFruitless: cards.length === 0,
  }
}

/** The newest of each row of home in turn: a search page is never empty. */
export function suggestedView(home: Home, ports: ViewPorts): SearchView {
  const longest = Math.max(0, ...home.rails.map((rail) => rail.cards.length))
  const places = Array.from({ length: longest }, (_, at) => at)
  const inTurn = places.flatMap((at) => home.rails.flatMap((rail) => rail.cards[at] ?? []))
  const cards = withoutRepeats(inTurn).slice(0, MOST_SUGGESTED)
  const heading = cards.length === 0 ? undefined : ports.say('search:suggested')
  return { heading, cards: cards.map((card) => cardView(card, ports)), isFruitless: false }
}

/** What came of the letters, as it is told to whoever has it read aloud. */
export function resultTexts({ heading, isFruitless }: SearchView, say: Say): readonly LocalText[] {
  if (isFruitless) return [say('search:none'), say('search:noneTip')]
  return heading === undefined ? [] : [heading]
}

function withoutRepeats(cards: readonly Card[]): readonly Card[] {
  const seen = new Map(cards.map((card) => [`${card.kind} ${card.id}`, card]))
  return [...seen.values()]
}

export function deskTexts(say: Say): DeskTexts {
  const target = { kind: 'none' } as const
  return {
    hint: say('search:hint'),
    none: say('search:none'),
    noneTip: say('search:noneTip'),
    words: {
      delete: { ref: 'Delete', label: say('search:delete'), icon: 'erase', isPrimary: false, target },
      clear: { ref: 'Clear', label: say('search:clear'), icon: 'cross', isPrimary: false, target },
    },
  }
}
