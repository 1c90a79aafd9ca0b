import {
  type CitedArticle,
  type EpisodeCard,
  formatClock,
  formatDate,
  type LocalText,
  type ProgrammeDetail,
  type SeriesDetail,
} from '@ulan/contract'
import { hashOf } from '../routes.ts'
import type { Words } from '../text/words.ts'
import { type CardView, cardView } from './card-view.ts'

export type LinkView = { readonly href: string; readonly label: LocalText }

export type ProgrammeView = {
  readonly title: LocalText
  readonly synopsis: LocalText
  readonly posterUrl?: string
  readonly facts: readonly LocalText[]
  readonly sample?: LocalText
  /** Absent while the clip is being prepared. */
  readonly play?: LinkView
  /** Only where `play` resumes. */
  readonly playFromStart?: LinkView
  readonly preparing?: LocalText
  readonly quiz?: LinkView & { readonly hint: LocalText }
  readonly series?: LinkView
  readonly next?: CardView
  /** What was done, and by whom. */
  readonly credits: readonly { readonly role: LocalText; readonly names: LocalText }[]
  readonly laws: readonly CitedArticle[]
  readonly related: readonly CardView[]
}

export type EpisodeView = { readonly card: CardView; readonly label: LocalText; readonly synopsis: LocalText }
export type SeasonView = { readonly number: number; readonly title: LocalText; readonly episodes: readonly EpisodeView[] }
export type SeriesView = {
  readonly title: LocalText
  readonly synopsis: LocalText
  readonly posterUrl?: string
  readonly facts: readonly LocalText[]
  readonly sample?: LocalText
  readonly play?: LinkView
  readonly seasons: readonly SeasonView[]
}

/** Maps a programme to what its screen draws; `resumeSeconds` is where this tablet left it, 0 = nowhere. */
export function programmeView(detail: ProgrammeDetail, resumeSeconds: number, words: Words): ProgrammeView {
  const { id, posters, quiz, episodeOf, nextEpisode } = detail
  return {
    title: detail.title,
    synopsis: detail.synopsis,
    facts: programmeFacts(detail, words),
    credits: (detail.credits ?? []).map(({ role, names }) => ({ role: words(`credits:role.${role}`), names })),
    laws: detail.laws,
    related: detail.related.map((card) => cardView(card, words)),
    ...(posters === undefined ? {} : { posterUrl: posters.large }),
    ...(detail.isSample ? { sample: words('tablet:sample') } : {}),
    ...(detail.isPlayable ? playLinks(id, resumeSeconds, words) : { preparing: words('tablet:programme.preparingHint') }),
    ...(quiz === undefined
      ? {}
      : {
          quiz: {
            href: hashOf({ screen: 'quiz', id }),
            label: words('quiz:start'),
            hint: words('tablet:programme.quizHint', { total: quiz.questions.length }),
          },
        }),
    ...(episodeOf === undefined
      ? {}
      : { series: { href: hashOf({ screen: 'series', id: episodeOf.seriesId }), label: episodeOf.seriesTitle } }),
    ...(nextEpisode === undefined ? {} : { next: cardView(nextEpisode.card, words) }),
  }
}

function playLinks(id: string, resumeSeconds: number, words: Words): Pick<ProgrammeView, 'play' | 'playFromStart'> {
  const href = hashOf({ screen: 'player', id, isFromStart: false })
  if (resumeSeconds <= 0) return { play: { href, label: words('player:play') } }
  return {
    play: { href, label: words('tablet:programme.resumeAt', { clock: formatClock(resumeSeconds) }) },
    playFromStart: { href: hashOf({ screen: 'player', id, isFromStart: true }), label: words('player:playFromStart') },
  }
}

function programmeFacts(detail: ProgrammeDetail, words: Words): readonly LocalText[] {
  const facts = [words(`tablet:kind.${detail.programmeKind}`)]
  if (detail.genre !== undefined) facts.push(detail.genre.name)
  if (detail.troupe !== undefined) facts.push(detail.troupe.name)
  const place = detail.venue ?? (detail.troupe === undefined ? detail.region?.name : undefined)
  if (place !== undefined) facts.push(place)
  if (detail.performedOn !== undefined) facts.push(formatDate(`${detail.performedOn}T00:00:00+08:00`, words))
  if (detail.episodeOf !== undefined) facts.push(words('tablet:series.episode', { number: detail.episodeOf.episode }))
  if (detail.durationSeconds !== undefined) facts.push({ text: formatClock(detail.durationSeconds), locale: 'zh-Hans' })
  return facts
}

/** Maps a series to what its screen draws; play means the first episode that is ready. */
export function seriesView(detail: SeriesDetail, words: Words): SeriesView {
  const episodes = detail.seasons.flatMap((season) => season.episodes)
  const first = episodes.find((episode) => episode.card.isPlayable)
  return {
    title: detail.title,
    synopsis: detail.synopsis,
    facts: [words(`tablet:kind.${detail.programmeKind}`), words('tablet:series.episodes', { number: episodes.length })],
    seasons: detail.seasons.map((season) => ({
      number: season.number,
      title: season.title ?? words(detail.seasons.length === 1 ? 'tablet:series.all' : 'tablet:series.season', { number: season.number }),
      episodes: season.episodes.map((episode) => episodeView(episode, words)),
    })),
    ...(detail.posters === undefined ? {} : { posterUrl: detail.posters.large }),
    ...(detail.isSample ? { sample: words('tablet:sample') } : {}),
    ...(first === undefined
      ? {}
      : { play: { href: hashOf({ screen: 'player', id: first.card.id, isFromStart: false }), label: words('player:play') } }),
  }
}

function episodeView(episode: EpisodeCard, words: Words): EpisodeView {
  return {
    card: cardView(episode.card, words),
    label: words('tablet:series.episode', { number: episode.episode }),
    synopsis: episode.synopsis,
  }
}
