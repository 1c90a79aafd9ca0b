import {
  type Asset,
  type Card,
  type CitedArticle,
  isLocale,
  type Locale,
  type PlayableQuiz,
  type Playback,
  type Programme,
  type ProgrammeDetail,
  pickText,
  type RailEntry,
} from '@ulan/contract'
import type { Snapshot } from './build-snapshot.ts'
import { assetOf, entryCard, episodeCard, isPlayable, postersOf, programmeCard } from './present-card.ts'
import { presentQuiz } from './present-quiz.ts'

const RELATED_LIMIT = 12

/** Leaves out members whose value is undefined, so that answers carry no empty keys. */
function present<T extends object>(members: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  const kept = Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined))
  return kept as { [K in keyof T]: Exclude<T[K], undefined> } // just filtered
}

export function presentProgramme(snapshot: Snapshot, programme: Programme, locale: Locale): ProgrammeDetail {
  const next = nextEpisode(snapshot, programme)
  const optional = present({
    ...placesOf(snapshot, programme, locale),
    ...factsOf(programme, locale),
    nextEpisode: next === undefined ? undefined : episodeCard(snapshot, next, locale),
    quiz: quizOf(snapshot, programme, locale),
  })
  const { kind, id, programmeKind, title, posters, durationSeconds, isSample, ...card } = programmeCard(snapshot, programme, locale)
  return {
    ...present({ posters, durationSeconds }),
    id: programme.id,
    programmeKind,
    title,
    synopsis: pickText(programme.synopsis ?? {}, locale),
    isPlayable: card.isPlayable,
    isSample,
    ...optional,
    laws: citedArticles(snapshot, programme),
    related: relatedCards(snapshot, programme, locale),
  }
}

type Places = Pick<ProgrammeDetail, 'genre' | 'troupe' | 'region' | 'episodeOf'>
function placesOf(snapshot: Snapshot, programme: Programme, locale: Locale): Places {
  const { genres, troupes, regions } = snapshot.catalogue
  const places: Places = {}
  const genre = programme.genreId === undefined ? undefined : genres.get(programme.genreId)
  if (genre !== undefined) places.genre = { id: genre.id, name: pickText(genre.name, locale) }
  const troupe = programme.troupeId === undefined ? undefined : troupes.get(programme.troupeId)
  if (troupe !== undefined) places.troupe = { id: troupe.id, name: pickText(troupe.name, locale) }
  const region = programme.regionCode === undefined ? undefined : regions.get(programme.regionCode)
  if (region !== undefined) places.region = { code: region.code, name: pickText(region.name, locale) }
  const series = programme.episodeOf === undefined ? undefined : snapshot.series.get(programme.episodeOf.seriesId)
  if (programme.episodeOf !== undefined && series !== undefined) {
    places.episodeOf = { ...programme.episodeOf, seriesTitle: pickText(series.series.title, locale) }
  }
  return places
}

type Facts = Pick<ProgrammeDetail, 'performedOn' | 'venue' | 'credits'>
/** When and where it was performed, and by whom it was made; each in one locale, as far as there is anything to say. */
function factsOf({ performedOn, venue, credits = [] }: Programme, locale: Locale): Facts {
  const facts: Facts = {}
  if (performedOn !== undefined) facts.performedOn = performedOn
  const place = pickText(venue ?? {}, locale)
  if (place.text !== '') facts.venue = place
  const lines = credits.map(({ role, names }) => ({ role, names: pickText(names, locale) })).filter(({ names }) => names.text !== '')
  if (lines.length > 0) facts.credits = lines
  return facts
}

/** The episode after this one in its series, over the end of a season too. */
function nextEpisode(snapshot: Snapshot, programme: Programme): Programme | undefined {
  const episodes = programme.episodeOf === undefined ? undefined : snapshot.series.get(programme.episodeOf.seriesId)?.episodes
  if (episodes === undefined) return undefined
  return episodes[episodes.findIndex((episode) => episode.id === programme.id) + 1]
}

function quizOf(snapshot: Snapshot, programme: Programme, locale: Locale): PlayableQuiz | undefined {
  const quiz = programme.quizId === undefined ? undefined : snapshot.catalogue.quizzes.get(programme.quizId)
  return quiz === undefined ? undefined : presentQuiz(snapshot.catalogue, quiz, locale)
}

function citedArticles(snapshot: Snapshot, programme: Programme): CitedArticle[] {
  return programme.laws.flatMap((reference) => {
    const law = snapshot.catalogue.laws.get(reference.lawId)
    const article = law?.articles.find((one) => one.number === reference.article)
    return law === undefined || article === undefined
      ? []
      : [{ lawId: law.id, lawTitle: law.title, article: article.number, text: article.text }]
  })
}

/** Same troupe or genre first, then same kind; newest first within each; never itself or its own series. */
function relatedCards(snapshot: Snapshot, programme: Programme, locale: Locale): Card[] {
  const near: RailEntry[] = []
  const far: RailEntry[] = []
  for (const entry of snapshot.newest) {
    if (near.length >= RELATED_LIMIT) break
    const nearness = nearnessOf(snapshot, programme, entry)
    if (nearness === 2) near.push(entry)
    else if (nearness === 1 && far.length < RELATED_LIMIT) far.push(entry)
  }
  return [...near, ...far].slice(0, RELATED_LIMIT).flatMap((entry) => entryCard(snapshot, entry, locale) ?? [])
}

function nearnessOf(snapshot: Snapshot, programme: Programme, entry: RailEntry): 0 | 1 | 2 {
  if (entry.kind === 'series') {
    if (entry.id === programme.episodeOf?.seriesId) return 0
    return snapshot.series.get(entry.id)?.series.kind === programme.kind ? 1 : 0
  }
  const other = snapshot.programmeById.get(entry.id)
  if (other === undefined || other.id === programme.id) return 0
  const sharesTroupe = other.troupeId !== undefined && other.troupeId === programme.troupeId
  const sharesGenre = other.genreId !== undefined && other.genreId === programme.genreId
  if (sharesTroupe || sharesGenre) return 2
  return other.kind === programme.kind ? 1 : 0
}

const SUBTITLE_NAMES: Readonly<Record<Locale, string>> = { 'zh-Hans': '中文', 'mn-Mong': '蒙古文', 'mn-Cyrl': 'Монгол' }

/** Cue files that a client draws itself. */
const subtitlesOf = ({ subtitles }: Asset): Playback['subtitles'] =>
  subtitles.flatMap(({ language, url }) => (isLocale(language) ? [{ locale: language, name: SUBTITLE_NAMES[language], url }] : []))

/** Those of the film as far as it goes: when they were written, nobody may have known its length. Undefined for none. */
function chaptersOf({ chapters = [] }: Programme, durationSeconds: number): Playback['chapters'] {
  const shown = chapters.flatMap((chapter) =>
    chapter.startSeconds < durationSeconds ? [{ ...chapter, endSeconds: Math.min(chapter.endSeconds, durationSeconds) }] : [],
  )
  return shown.length === 0 ? undefined : shown
}

/** What a player needs, or undefined while the clip is being prepared. */
export function presentPlayback(snapshot: Snapshot, programme: Programme): Playback | undefined {
  const asset = assetOf(snapshot, programme)
  if (asset?.playlistUrl === undefined || !isPlayable(asset)) return undefined
  const durationSeconds = asset.durationSeconds ?? asset.source?.durationSeconds ?? 0
  const next = nextEpisode(snapshot, programme)
  const hasQuiz = quizOf(snapshot, programme, 'zh-Hans') !== undefined
  return {
    programmeId: programme.id,
    playlistUrl: asset.playlistUrl,
    durationSeconds,
    ...present({
      posters: postersOf(snapshot, programme),
      storyboardUrl: asset.storyboardUrl,
      chapters: chaptersOf(programme, durationSeconds),
    }),
    // Languages of the sound are named by the playlist itself.
    audio: [],
    subtitles: subtitlesOf(asset),
    marks: hasQuiz ? [{ kind: 'quiz', atSeconds: durationSeconds }] : [],
    ...(next !== undefined && isPlayable(assetOf(snapshot, next)) ? { nextProgrammeId: next.id } : {}),
  }
}
