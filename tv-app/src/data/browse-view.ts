import type { Locale, LocalText, ProgrammeId } from '@ulan/contract'
import type { IconName } from '../components/icon-paths.ts'
import type { Route } from '../routes.ts'

/** What is read at length, on a panel over the page. */
export type Reading = { readonly title: LocalText; readonly text: LocalText }

/** What OK does. `next-hero` turns to the next recommendation, `read` opens all of a text, `none` is not playable yet. */
export type Target =
  | { readonly kind: 'open'; readonly route: Route }
  | { readonly kind: 'read'; readonly reading: Reading }
  | { readonly kind: 'next-hero' }
  | { readonly kind: 'none' }

export type ActionView = {
  readonly ref: string
  readonly label: LocalText
  readonly icon: IconName
  readonly isPrimary: boolean
  readonly target: Target
}

export type HeroView = {
  readonly kicker: LocalText
  readonly title: LocalText
  readonly synopsis: LocalText
  readonly artUrl?: string
  /** A film that can be played, of which more may be shown. */
  readonly filmId?: ProgrammeId
  /** 示例, and 准备中 where it cannot play yet. */
  readonly badges: readonly BadgeView[]
  readonly actions: readonly ActionView[]
}
export type BadgeView = { readonly label: LocalText; readonly tone: 'gold' | 'sky' }

export type CardView = {
  readonly kind: 'card'
  readonly key: string
  readonly title: LocalText
  readonly caption?: LocalText
  readonly posterUrl?: string
  readonly clock?: LocalText
  readonly sample?: LocalText
  readonly preparing?: LocalText
  /** 0 to 1 of the programme seen on this box. */
  readonly progress?: number
  readonly target: Target
}
export type LawView = {
  readonly kind: 'law'
  readonly key: string
  readonly title: LocalText
  readonly text: LocalText
  readonly target: Target
}
/** One line of the credits. */
export type CreditView = {
  readonly kind: 'credit'
  readonly key: string
  readonly role: LocalText
  readonly names: LocalText
  readonly target: Target
}
export type ItemView = CardView | LawView | CreditView
export type RailView = { readonly key: string; readonly title: LocalText; readonly items: readonly ItemView[] }

/** A page of a hero and rails: home, a programme and a series are all such pages. */
export type BrowseView = {
  readonly heroes: readonly HeroView[]
  readonly rails: readonly RailView[]
  /** True while something on it is still being prepared, so that asking again is worth while. */
  readonly isWaiting: boolean
  /** Languages to choose from; the home page alone is told. */
  readonly languages?: readonly Locale[]
}
