import type { Card, Home, LocalText } from '@ulan/contract'
import { hashOf } from '../routes.ts'
import type { Words } from '../text/words.ts'
import { type CardView, cardView } from './card-view.ts'

export type HeroView = {
  readonly card: CardView
  readonly synopsis: LocalText
  readonly kind: LocalText
  /** Straight to the picture, or to the episodes of a series; absent while it is being prepared. */
  readonly action?: { readonly href: string; readonly label: LocalText; readonly isPlay: boolean }
  /** Large picture. */
  readonly posterUrl?: string
}
export type RailView = { readonly id: string; readonly title: LocalText; readonly cards: readonly CardView[] }
export type HomeView = { readonly heroes: readonly HeroView[]; readonly rails: readonly RailView[]; readonly isEmpty: boolean }

/** Maps the home answer to what the screen draws; rails without cards are left out. */
export function homeView(home: Home, words: Words): HomeView {
  const heroes = home.heroes.map(({ card, synopsis }) => ({
    card: cardView(card, words),
    synopsis,
    kind: words(`tablet:kind.${card.programmeKind}`),
    ...(card.isPlayable ? { action: heroAction(card, words) } : {}),
    ...(card.posters === undefined ? {} : { posterUrl: card.posters.large }),
  }))
  const rails = home.rails
    .filter((rail) => rail.cards.length > 0)
    .map((rail) => ({ id: rail.id, title: rail.title, cards: rail.cards.map((card) => cardView(card, words)) }))
  return { heroes, rails, isEmpty: heroes.length === 0 && rails.length === 0 }
}

function heroAction(card: Card, words: Words): NonNullable<HeroView['action']> {
  if (card.kind === 'series') return { href: hashOf({ screen: 'series', id: card.id }), label: words('tablet:series.all'), isPlay: false }
  return { href: hashOf({ screen: 'player', id: card.id, isFromStart: false }), label: words('player:play'), isPlay: true }
}

/** True while something on the screen is still being prepared, so that the screen should look again soon. */
export function isHomeUnfinished(home: Home): boolean {
  const cards: readonly Card[] = [...home.heroes.map((hero) => hero.card), ...home.rails.flatMap((rail) => rail.cards)]
  return cards.length === 0 || cards.some((card) => !card.isPlayable)
}
