import { type Card, type EpisodeCard, formatClock, isVertical, type LocalText, type Posters, type ProgrammeKind } from '@ulan/contract'
import type { Route } from '../routes.ts'
import type { Say } from '../text/strings.ts'
import type { CardView, Target } from './browse-view.ts'

/** What view models need beside the answers: words, how far something was watched, and how sharp the panel is. */
export type ViewPorts = {
  readonly say: Say
  /** Seconds watched on this box, 0 when there is nothing to resume. */
  readonly resumeSeconds: (programmeId: string) => number
  readonly precision: number
}

/** The poster file that fits a card on this panel: 480 px wide at 1080p, 960 px at 2160p. */
const posterOf = (posters: Posters, precision: number): string => (precision > 1 ? posters.medium : posters.small)

export function cardView(card: Card, ports: ViewPorts): CardView {
  const watched = card.kind === 'programme' ? ports.resumeSeconds(card.id) : 0
  return {
    kind: 'card',
    key: card.id,
    title: card.title,
    target: { kind: 'open', route: routeOf(card) },
    ...(card.caption === undefined ? {} : { caption: card.caption }),
    ...(card.posters === undefined ? {} : { posterUrl: posterOf(card.posters, ports.precision) }),
    ...(card.durationSeconds === undefined ? {} : { clock: clockText(card.durationSeconds) }),
    ...(card.isSample ? { sample: ports.say('tv:sample') } : {}),
    ...(card.isPlayable ? {} : { preparing: ports.say('tv:preparing') }),
    ...(watched > 0 && card.durationSeconds !== undefined ? { progress: Math.min(1, watched / card.durationSeconds) } : {}),
  }
}

/** An episode's card: its story, or its number, is the caption; it opens the programme's page. */
export function episodeView(entry: EpisodeCard, ports: ViewPorts): CardView {
  const caption = entry.synopsis.text === '' ? ports.say('tv:episode', { number: entry.episode }) : entry.synopsis
  return { ...cardView(entry.card, ports), caption }
}

function routeOf(card: Card): Route {
  return card.kind === 'series' ? { page: 'series', id: card.id } : { page: 'programme', id: card.id }
}

const KINDS: readonly string[] = ['performance', 'documentary', 'animation', 'lecture'] satisfies readonly ProgrammeKind[]

/** What sort of work it is; undefined for one that only a newer server knows. */
export const kindText = (kind: ProgrammeKind, say: Say): LocalText | undefined =>
  KINDS.includes(kind) ? say(`tv:kind.${kind}`) : undefined

/** Digits read the same everywhere; marked Chinese so that they stand level. */
export const clockText = (seconds: number): LocalText => ({ text: formatClock(seconds), locale: 'zh-Hans' })

/** One line of several texts; Mongolian words are parted by spaces alone. */
export function joinTexts(texts: readonly (LocalText | undefined)[]): LocalText {
  const present = texts.filter((text) => text !== undefined && text.text !== '')
  const locale = present[0]?.locale ?? 'zh-Hans'
  return { text: present.map((text) => text?.text).join(isVertical(locale) ? '  ' : ' · '), locale }
}

/** What OK does for a programme that may still be in preparation. */
export const playTarget = (route: Route, isPlayable: boolean): Target => (isPlayable ? { kind: 'open', route } : { kind: 'none' })
