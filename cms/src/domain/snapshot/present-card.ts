import {
  type Asset,
  BASE_LOCALE,
  type Card,
  type EpisodeCard,
  type Locale,
  type LocalizedText,
  type LocalText,
  type Posters,
  type Programme,
  pickText,
  postersOfPicture,
  type RailEntry,
} from '@ulan/contract'
import type { PublicProgramme } from '../programme/kept-programme.ts'
import { filmForPublic } from '../review/signed-film.ts'
import type { PublicSeries, Snapshot } from './build-snapshot.ts'

/** The asset behind a programme as the public sees it, when there is one. */
export function assetOf(snapshot: Snapshot, { assetId, film }: PublicProgramme): Asset | undefined {
  const asset = assetId === undefined ? undefined : snapshot.catalogue.assets.get(assetId)
  return asset && filmForPublic(asset, film)
}

/** Those that staff chose, else those of the film. */
export const postersOf = (snapshot: Snapshot, programme: PublicProgramme): Posters | undefined =>
  programme.pictureId === undefined ? assetOf(snapshot, programme)?.posters : postersOfPicture(programme.pictureId)

/** A clip that can be played to the public now. */
export const isPlayable = (asset: Asset | undefined): boolean => asset?.playlistUrl !== undefined

/** Genre and troupe in one line, all of it in one locale. */
function captionOf(snapshot: Snapshot, programme: Programme, locale: Locale): LocalText | undefined {
  const { genres, troupes } = snapshot.catalogue
  const names: LocalizedText[] = []
  const genre = programme.genreId === undefined ? undefined : genres.get(programme.genreId)
  const troupe = programme.troupeId === undefined ? undefined : troupes.get(programme.troupeId)
  if (genre !== undefined) names.push(genre.name)
  if (troupe !== undefined) names.push(troupe.name)
  if (names.length === 0) return undefined
  const own = names.map((name) => pickText(name, locale))
  const shown = own.every((text) => text.locale === locale) ? own : names.map((name) => pickText(name, BASE_LOCALE))
  return { text: shown.map((text) => text.text).join(' · '), locale: shown[0]?.locale ?? BASE_LOCALE }
}

export function programmeCard(snapshot: Snapshot, programme: Programme, locale: Locale): Card {
  const asset = assetOf(snapshot, programme)
  const caption = captionOf(snapshot, programme, locale)
  const posters = postersOf(snapshot, programme)
  return {
    kind: 'programme',
    id: programme.id,
    programmeKind: programme.kind,
    title: pickText(programme.title, locale),
    ...(caption === undefined ? {} : { caption }),
    ...(posters === undefined ? {} : { posters }),
    ...(asset?.durationSeconds === undefined ? {} : { durationSeconds: asset.durationSeconds }),
    isPlayable: isPlayable(asset),
    isSample: programme.isSample,
  }
}

/** The series' own posters, else those of its first episode that has some. */
export function seriesPosters(snapshot: Snapshot, { series, episodes }: PublicSeries): Posters | undefined {
  const own = series.posterAssetId === undefined ? undefined : snapshot.catalogue.assets.get(series.posterAssetId)?.posters
  if (own !== undefined) return own
  for (const episode of episodes) {
    const posters = postersOf(snapshot, episode)
    if (posters !== undefined) return posters
  }
  return undefined
}

function seriesCard(snapshot: Snapshot, one: PublicSeries, locale: Locale): Card {
  const posters = seriesPosters(snapshot, one)
  return {
    kind: 'series',
    id: one.series.id,
    episodeCount: one.episodes.length,
    programmeKind: one.series.kind,
    title: pickText(one.series.title, locale),
    ...(posters === undefined ? {} : { posters }),
    isPlayable: one.episodes.some((episode) => isPlayable(assetOf(snapshot, episode))),
    isSample: one.series.isSample,
  }
}

/** The card of a rail's entry, or undefined when the public may not see it. */
export function entryCard(snapshot: Snapshot, entry: RailEntry, locale: Locale): Card | undefined {
  if (entry.kind === 'series') {
    const one = snapshot.series.get(entry.id)
    return one === undefined ? undefined : seriesCard(snapshot, one, locale)
  }
  const programme = snapshot.programmeById.get(entry.id)
  return programme === undefined ? undefined : programmeCard(snapshot, programme, locale)
}

/** An episode as its series lists it; undefined for a programme that is no episode. */
export function episodeCard(snapshot: Snapshot, programme: Programme, locale: Locale): EpisodeCard | undefined {
  if (programme.episodeOf === undefined) return undefined
  return {
    season: programme.episodeOf.season,
    episode: programme.episodeOf.episode,
    synopsis: pickText(programme.synopsis ?? {}, locale),
    card: programmeCard(snapshot, programme, locale),
  }
}
