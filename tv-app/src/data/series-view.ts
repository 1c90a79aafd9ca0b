import type { EpisodeCard, SeriesDetail } from '@ulan/contract'
import type { ActionView, BrowseView } from './browse-view.ts'
import { clockText, episodeView, joinTexts, kindText, type ViewPorts } from './card-view.ts'

/** A series' page: what it is, then one rail of episodes for each season. */
export function seriesView(series: SeriesDetail, ports: ViewPorts): BrowseView {
  const { say } = ports
  const seasons = series.seasons.filter((season) => season.episodes.length > 0)
  const episodes = seasons.flatMap((season) => season.episodes)
  return {
    heroes: [
      {
        kicker: joinTexts([kindText(series.programmeKind, say), say('tv:episodes', { number: episodes.length })]),
        title: series.title,
        synopsis: series.synopsis,
        ...(series.posters === undefined ? {} : { artUrl: series.posters.large }),
        badges: series.isSample ? [{ label: say('tv:sample'), tone: 'gold' }] : [],
        actions: seriesActions(episodes, ports),
      },
    ],
    rails: seasons.map((season) => ({
      key: `season ${season.number}`,
      title: season.title ?? say('tv:season', { number: season.number }),
      items: season.episodes.map((entry) => episodeView(entry, ports)),
    })),
    isWaiting: episodes.some((entry) => !entry.card.isPlayable),
  }
}

/** Play goes on with the episode left half way, else the first that can be played. */
function seriesActions(episodes: readonly EpisodeCard[], { say, resumeSeconds }: ViewPorts): ActionView[] {
  const playable = episodes.filter((entry) => entry.card.isPlayable && entry.card.kind === 'programme')
  const entry = playable.find(({ card }) => resumeSeconds(card.id) > 0) ?? playable[0]
  if (entry?.card.kind !== 'programme') return []
  const seconds = resumeSeconds(entry.card.id)
  const words = seconds > 0 ? say('tv:resumeAt', { clock: clockText(seconds).text }) : say('player:play')
  const label = joinTexts([words, say('tv:episode', { number: entry.episode })])
  const route = { page: 'play', id: entry.card.id, fromStart: false } as const
  return [{ ref: 'Play', label, icon: 'play', isPrimary: true, target: { kind: 'open', route } }]
}
