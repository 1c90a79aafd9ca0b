import {
  type Audience,
  type Card,
  type Hero,
  type Home,
  type Locale,
  type LocalizedText,
  pickText,
  type Rail,
  type RailEntry,
  type RegionCode,
} from '@ulan/contract'
import type { Snapshot } from './build-snapshot.ts'
import { entryCard } from './present-card.ts'

export type HomeWish = {
  readonly locale: Locale
  readonly device: 'tv' | 'tablet'
  readonly region?: RegionCode | undefined
  readonly audience?: Audience | undefined
}
type Entry = { readonly entry: RailEntry; readonly card: Card }

const HERO_LIMIT = 6
const HERO_FALLBACK_COUNT = 3
/** A set-top box draws rails of this many cards smoothly; a tablet scrolls through all of them. */
const TV_RAIL_LIMIT = 60

/** The home screen of one locale, device and region, of whatever the snapshot holds. */
export function presentHome(snapshot: Snapshot, wish: HomeWish): Home {
  const isShown = ({ devices }: Rail): boolean => devices?.includes(wish.device) !== false
  const rails = snapshot.catalogue.rails.filter(isShown).sort((a, b) => a.position - b.position)
  const chosen = rails.filter((rail) => rail.isHero).flatMap((rail) => railEntries(snapshot, rail, wish))
  const heroEntries =
    chosen.length > 0 ? chosen.slice(0, HERO_LIMIT) : takeCards(snapshot, snapshot.newest, wish.locale, HERO_FALLBACK_COUNT)
  return {
    snapshot: snapshot.id,
    locale: wish.locale,
    languages: snapshot.catalogue.settings.languages.offered,
    heroes: heroEntries.map(({ entry, card }) => heroOf(snapshot, entry, card, wish.locale)),
    rails: rails
      .filter((rail) => !rail.isHero)
      .map((rail) => ({
        id: rail.id,
        title: pickText(railTitle(snapshot, rail, wish.region), wish.locale),
        cards: railEntries(snapshot, rail, wish).map(({ card }) => card),
      }))
      .filter((rail) => rail.cards.length > 0),
  }
}

/** One of the viewer's region bears the region's own name, which there is in every script. */
function railTitle({ catalogue }: Snapshot, { rule, title }: Rail, region: RegionCode | undefined): LocalizedText {
  if (rule.kind !== 'local' || region === undefined) return title
  return catalogue.regions.get(leagueOf(region))?.name ?? title
}

function railEntries(snapshot: Snapshot, rail: Rail, wish: HomeWish): Entry[] {
  const { rule } = rail
  const limit = wish.device === 'tv' ? TV_RAIL_LIMIT : Number.POSITIVE_INFINITY
  if (rule.kind === 'manual') return takeCards(snapshot, rule.entries, wish.locale, limit)
  if (rule.kind === 'local') {
    const { region } = wish
    const local = region === undefined ? [] : snapshot.newest.filter((entry) => isFrom(snapshot, entry, region))
    return takeCards(snapshot, local, wish.locale, Math.min(limit, rule.limit))
  }
  const kind = rule.programmeKind
  const entries = kind === undefined ? snapshot.newest : snapshot.newest.filter((entry) => kindOf(snapshot, entry) === kind)
  const newest = takeCards(snapshot, localFirst(snapshot, entries, wish.region), wish.locale, Math.min(limit, rule.limit))
  const shown = rail.isHero ? newest.filter(({ card }) => card.posters !== undefined) : newest
  const followers = rule.followedBy?.filter((entry) => !shown.some((one) => one.entry.kind === entry.kind && one.entry.id === entry.id))
  return [...shown, ...takeCards(snapshot, followers ?? [], wish.locale, limit - shown.length)]
}

function takeCards(snapshot: Snapshot, entries: readonly RailEntry[], locale: Locale, limit: number): Entry[] {
  const taken: Entry[] = []
  for (const entry of entries) {
    if (taken.length >= limit) break
    const card = entryCard(snapshot, entry, locale)
    if (card !== undefined) taken.push({ entry, card })
  }
  return taken
}

const kindOf = (snapshot: Snapshot, entry: RailEntry): string | undefined =>
  entry.kind === 'series' ? snapshot.series.get(entry.id)?.series.kind : snapshot.programmeById.get(entry.id)?.kind

/** The league or city of a region: the first four digits of GB/T 2260. */
const leagueOf = (region: RegionCode): RegionCode => `${region.slice(0, 4)}00` as RegionCode // of a code that was read

/** Is a show, or an episode of a series, from the same league or city? */
function isFrom(snapshot: Snapshot, entry: RailEntry, region: RegionCode): boolean {
  const one = entry.kind === 'programme' ? snapshot.programmeById.get(entry.id) : undefined
  const shows = entry.kind === 'series' ? (snapshot.series.get(entry.id)?.episodes ?? []) : one === undefined ? [] : [one]
  return shows.some(({ regionCode }) => regionCode !== undefined && leagueOf(regionCode) === leagueOf(region))
}

/** Shows from the viewer's own league or city before all others, order kept otherwise. */
function localFirst(snapshot: Snapshot, entries: readonly RailEntry[], region: RegionCode | undefined): readonly RailEntry[] {
  if (region === undefined) return entries
  return [...entries.filter((entry) => isFrom(snapshot, entry, region)), ...entries.filter((entry) => !isFrom(snapshot, entry, region))]
}

function heroOf(snapshot: Snapshot, entry: RailEntry, card: Card, locale: Locale): Hero {
  const synopsis = entry.kind === 'series' ? snapshot.series.get(entry.id)?.series.synopsis : snapshot.programmeById.get(entry.id)?.synopsis
  return { card, synopsis: pickText(synopsis ?? {}, locale) }
}
