import type { Card, Chapter, Home, Playback, ProgrammeDetail, SearchResult, SeriesDetail } from '@ulan/contract'

/** What this box can open. A newer server may have more; a card that leads nowhere is worse than none. */
const KNOWN: readonly string[] = ['programme', 'series'] satisfies readonly Card['kind'][]
const KNOWN_CHAPTERS: readonly string[] = ['opening', 'law-explained', 'credits'] satisfies readonly Chapter['kind'][]

// What comes over the line may be anything, whatever its type says.
const isKnown = (card: Card | null | undefined): boolean => card != null && KNOWN.includes(card.kind)
const leadsOn = (entry: { readonly card: Card } | null): boolean => isKnown(entry?.card)
const isRail = (rail: Home['rails'][number] | null): boolean => Array.isArray(rail?.cards)
const isSeason = (season: SeriesDetail['seasons'][number] | null): boolean => Array.isArray(season?.episodes)

/** Of an answer what this box can show; undefined for one that is no such answer, as a public network may send. */
type Keep<T> = (answer: T) => T | undefined

export const knownHome: Keep<Home> = (home) => {
  if (!Array.isArray(home.heroes) || !Array.isArray(home.rails)) return undefined
  const rails = home.rails.filter(isRail).map((rail) => ({ ...rail, cards: rail.cards.filter(isKnown) }))
  return { ...home, heroes: home.heroes.filter(leadsOn), rails }
}

export const knownProgramme: Keep<ProgrammeDetail> = (programme) =>
  Array.isArray(programme.related) ? { ...programme, related: programme.related.filter(isKnown) } : undefined

export const knownSeries: Keep<SeriesDetail> = (series) => {
  if (!Array.isArray(series.seasons)) return undefined
  const seasons = series.seasons.filter(isSeason).map((season) => ({ ...season, episodes: season.episodes.filter(leadsOn) }))
  return { ...series, seasons }
}

export const knownPlayback: Keep<Playback> = (playback) => {
  if (typeof playback.playlistUrl !== 'string' || !Array.isArray(playback.subtitles)) return undefined
  const { chapters } = playback
  return chapters === undefined ? playback : { ...playback, chapters: chapters.filter(({ kind }) => KNOWN_CHAPTERS.includes(kind)) }
}

export const knownResult: Keep<SearchResult> = (result) =>
  Array.isArray(result.items) ? { ...result, items: result.items.filter(isKnown) } : undefined
