import { type Card, formatClock, type LocalText, type ProgrammeKind } from '@ulan/contract'
import { hashOf, type Route } from '../routes.ts'
import type { Words } from '../text/words.ts'

/** A card as it is drawn: a link, a picture, and at most two lines of text. */
export type CardView = {
  readonly key: string
  readonly href: string
  readonly title: LocalText
  readonly caption?: LocalText
  readonly posterUrl?: string
  readonly posterSet?: string
  readonly kind: ProgrammeKind
  /** Laid over the picture. */
  readonly clock?: string
  readonly preparing?: LocalText
  readonly sample?: LocalText
}

/** Maps a card of the contract to what the screen draws. */
export function cardView(card: Card, words: Words): CardView {
  const route: Route = { screen: card.kind, id: card.id }
  const caption = card.caption ?? (card.kind === 'series' ? words('tablet:series.episodes', { number: card.episodeCount }) : undefined)
  return {
    key: `${card.kind}-${card.id}`,
    href: hashOf(route),
    title: card.title,
    kind: card.programmeKind,
    ...(caption === undefined ? {} : { caption }),
    ...(card.posters === undefined
      ? {}
      : { posterUrl: card.posters.medium, posterSet: `${card.posters.small} 480w, ${card.posters.medium} 960w` }),
    ...(card.kind === 'programme' && card.isPlayable && card.durationSeconds !== undefined
      ? { clock: formatClock(card.durationSeconds) }
      : {}),
    ...(card.isPlayable ? {} : { preparing: words('tablet:preparing') }),
    ...(card.isSample ? { sample: words('tablet:sample') } : {}),
  }
}
