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
type LocalRule = Extract<Rail['rule'], { kind: 'local' }>
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
    chosen.length > 0
      ? chosen.slice(0, HERO_LIMIT)
      : takeCards(snapshot, snapshot.newest, { locale: wish.locale, most: HERO_FALLBACK_COUNT, seen: new Set() })
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

/** What is pinned, and after it what fills the rail, each once. What is pinned to a rail of the viewer's region stands there where the region has anything. */
function railEntries(snapshot: Snapshot, rail: Rail, wish: HomeWish): Entry[] {
  const { rule } = rail
  if (rule.kind === 'resume') return []
  const limit = wish.device === 'tv' ? TV_RAIL_LIMIT : Number.POSITIVE_INFINITY
  const seen = new Set<string>()
  const take = (entries: Iterable<RailEntry>, most: number): Entry[] => takeCards(snapshot, entries, { locale: wish.locale, most, seen })
  const pinned = take(
    (rail.pins ?? []).map(({ entry }) => entry),
    limit,
  )
  const found = (): Entry[] => {
    if (rule.kind === 'manual') return take(rule.entries, limit)
    const newest = take(newestOf(snapshot, rule, wish.region), Math.min(limit, rule.limit))
    if (rule.kind === 'local') return newest
    const shown = rail.isHero ? newest.filter(({ card }) => card.posters !== undefined) : newest
    // One that is passed over may stand there by hand.
    for (const { entry } of newest) if (rail.isHero && !shown.some((one) => one.entry === entry)) seen.delete(keyOf(entry))
    return [...shown, ...take(rule.followedBy ?? [], limit - shown.length)]
  }
  const others = found()
  return rule.kind === 'local' && others.length === 0 ? [] : [...pinned, ...others].slice(0, limit)
}

/** Newest first, the viewer's own league before all others; read only as far as cards are wanted. */
function* newestOf(snapshot: Snapshot, rule: NewestRule | LocalRule, region: RegionCode | undefined): Generator<RailEntry> {
  const { near, far } = region === undefined ? { near: [], far: snapshot.newest } : nearAndFar(snapshot, region)
  if (rule.kind === 'local') yield* near
  else for (const part of [near, far]) for (const entry of part) if (fits(snapshot, entry, rule)) yield entry
}

type NearAndFar = { readonly near: readonly RailEntry[]; readonly far: readonly RailEntry[] }
const byLeague = new WeakMap<Snapshot, Map<RegionCode, NearAndFar>>()

/** The newest from the viewer's league or city, and all others: one pass over everything for all rails of a version. */
function nearAndFar(snapshot: Snapshot, region: RegionCode): NearAndFar {
  const leagues = byLeague.get(snapshot) ?? new Map<RegionCode, NearAndFar>()
  byLeague.set(snapshot, leagues)
  const league = leagueOf(region)
  const known = leagues.get(league)
  if (known !== undefined) return known
  const near: RailEntry[] = []
  const far: RailEntry[] = []
  for (const entry of snapshot.newest) (isFrom(snapshot, entry, region) ? near : far).push(entry)
  leagues.set(league, { near, far })
  return { near, far }
}

const keyOf = ({ kind, id }: RailEntry): string => `${kind} ${id}`

type Taking = { readonly locale: Locale; readonly most: number; readonly seen: Set<string> }

/** Cards of what is public, none that was seen before. */
function takeCards(snapshot: Snapshot, entries: Iterable<RailEntry>, { locale, most, seen }: Taking): Entry[] {
  const taken: Entry[] = []
  if (most <= 0) return taken
  for (const entry of entries) {
    const key = keyOf(entry)
    const card = seen.has(key) ? undefined : entryCard(snapshot, entry, locale)
    if (card === undefined) continue
    seen.add(key)
    taken.push({ entry, card })
    if (taken.length >= most) break
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

function heroOf(snapshot: Snapshot, entry: RailEntry, card: Card, locale: Locale): Hero {
  const synopsis = entry.kind === 'series' ? snapshot.series.get(entry.id)?.series.synopsis : snapshot.programmeById.get(entry.id)?.synopsis
  return { card, synopsis: pickText(synopsis ?? {}, locale) }
}
