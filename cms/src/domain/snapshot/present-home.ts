import {
  type Audience,
  type Card,
  coversRegion,
  type Hero,
  type Home,
  type Locale,
  type LocalizedText,
  pickText,
  type Rail,
  type RailEntry,
  type RegionCode,
} from '@ulan/contract'
import type { PublicProgramme } from '../programme/kept-programme.ts'
import type { Snapshot } from './build-snapshot.ts'
import { entryCard } from './present-card.ts'

export type HomeWish = {
  readonly locale: Locale
  readonly device: 'tv' | 'tablet'
  readonly region?: RegionCode | undefined
  readonly audience?: Audience | undefined
}
type NewestRule = Extract<Rail['rule'], { kind: 'newest' }>
type Entry = { readonly entry: RailEntry; readonly card: Card }

const HERO_LIMIT = 6
const HERO_FALLBACK_COUNT = 3
/** A set-top box draws rails of this many cards smoothly; a tablet scrolls through all of them. */
const TV_RAIL_LIMIT = 60

/** The home screen of one locale, device and region, of whatever the snapshot holds. */
export function presentHome(snapshot: Snapshot, wish: HomeWish): Home {
  const rails = snapshot.catalogue.rails.filter((rail) => isFor(rail, wish)).sort((a, b) => a.position - b.position)
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
        ...(rail.rule.kind === 'resume' && { isResume: true as const }),
      }))
      .filter((rail) => rail.cards.length > 0 || rail.isResume),
  }
}

/** Whether a rail is meant for whoever looks. */
function isFor({ rule, devices, viewerRegionCode, viewerAudience }: Rail, { device, region, audience = 'everyone' }: HomeWish): boolean {
  // Tablets are for whole villages, and keep no list of what somebody did not see to its end.
  if (rule.kind === 'resume' && device !== 'tv') return false
  if (devices?.includes(device) === false || (viewerAudience !== undefined && viewerAudience !== audience)) return false
  return viewerRegionCode === undefined || coversRegion(viewerRegionCode, region)
}

/** One of the viewer's region bears the region's own name, which there is in every script. */
function railTitle({ catalogue }: Snapshot, { rule, title }: Rail, region: RegionCode | undefined): LocalizedText {
  if (rule.kind !== 'local' || region === undefined) return title
  return catalogue.regions.get(leagueOf(region))?.name ?? title
}

/** What is pinned, and after it what fills the rail, each once. */
function railEntries(snapshot: Snapshot, rail: Rail, wish: HomeWish): Entry[] {
  if (rail.rule.kind === 'resume') return []
  const limit = wish.device === 'tv' ? TV_RAIL_LIMIT : Number.POSITIVE_INFINITY
  const pinned = takeCards(
    snapshot,
    (rail.pins ?? []).map(({ entry }) => entry),
    wish.locale,
    limit,
  )
  const others = ruleEntries(snapshot, rail, wish, limit).filter(({ entry }) => !pinned.some((one) => isSame(one.entry, entry)))
  return [...pinned, ...others].slice(0, limit)
}

const isSame = (one: RailEntry, other: RailEntry): boolean => one.kind === other.kind && one.id === other.id

function ruleEntries(snapshot: Snapshot, rail: Rail, wish: HomeWish, limit: number): Entry[] {
  const { rule } = rail
  if (rule.kind === 'resume') return []
  if (rule.kind === 'manual') return takeCards(snapshot, rule.entries, wish.locale, limit)
  if (rule.kind === 'local') {
    const { region } = wish
    const local = region === undefined ? [] : snapshot.newest.filter((entry) => isFrom(snapshot, entry, region))
    return takeCards(snapshot, local, wish.locale, Math.min(limit, rule.limit))
  }
  const entries = snapshot.newest.filter((entry) => fits(snapshot, entry, rule))
  const newest = takeCards(snapshot, localFirst(snapshot, entries, wish.region), wish.locale, Math.min(limit, rule.limit))
  const shown = rail.isHero ? newest.filter(({ card }) => card.posters !== undefined) : newest
  const followers = rule.followedBy?.filter((entry) => !shown.some((one) => isSame(one.entry, entry)))
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

/** Whether a programme, or one episode of a series, is what a rule asks for. */
function fits(snapshot: Snapshot, entry: RailEntry, { programmeKind, genreId, troupeId, regionCode, lawId }: NewestRule): boolean {
  if (programmeKind !== undefined && kindOf(snapshot, entry) !== programmeKind) return false
  if (genreId === undefined && troupeId === undefined && regionCode === undefined && lawId === undefined) return true
  return showsOf(snapshot, entry).some(
    (one) =>
      (genreId === undefined || one.genreId === genreId) &&
      (troupeId === undefined || one.troupeId === troupeId) &&
      (regionCode === undefined || coversRegion(regionCode, one.regionCode)) &&
      (lawId === undefined || one.laws.some((law) => law.lawId === lawId)),
  )
}

function showsOf(snapshot: Snapshot, entry: RailEntry): readonly PublicProgramme[] {
  if (entry.kind === 'series') return snapshot.series.get(entry.id)?.episodes ?? []
  const one = snapshot.programmeById.get(entry.id)
  return one === undefined ? [] : [one]
}

/** The league or city of a region: the first four digits of GB/T 2260. */
const leagueOf = (region: RegionCode): RegionCode => `${region.slice(0, 4)}00` as RegionCode // of a code that was read

/** Is a show, or an episode of a series, from the same league or city? */
const isFrom = (snapshot: Snapshot, entry: RailEntry, region: RegionCode): boolean =>
  showsOf(snapshot, entry).some(({ regionCode }) => regionCode !== undefined && leagueOf(regionCode) === leagueOf(region))

/** Shows from the viewer's own league or city before all others, order kept otherwise. */
function localFirst(snapshot: Snapshot, entries: readonly RailEntry[], region: RegionCode | undefined): readonly RailEntry[] {
  if (region === undefined) return entries
  return [...entries.filter((entry) => isFrom(snapshot, entry, region)), ...entries.filter((entry) => !isFrom(snapshot, entry, region))]
}

function heroOf(snapshot: Snapshot, entry: RailEntry, card: Card, locale: Locale): Hero {
  const synopsis = entry.kind === 'series' ? snapshot.series.get(entry.id)?.series.synopsis : snapshot.programmeById.get(entry.id)?.synopsis
  return { card, synopsis: pickText(synopsis ?? {}, locale) }
}
