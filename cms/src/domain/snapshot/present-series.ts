import { type EpisodeCard, type Locale, pickText, type SeriesDetail } from '@ulan/contract'
import type { PublicSeries, Snapshot } from './build-snapshot.ts'
import { episodeCard, seriesPosters } from './present-card.ts'

/** A series with its public episodes by season; seasons without one are left out. */
export function presentSeries(snapshot: Snapshot, one: PublicSeries, locale: Locale): SeriesDetail {
  const posters = seriesPosters(snapshot, one)
  const bySeason = new Map<number, EpisodeCard[]>()
  for (const episode of one.episodes) {
    const card = episodeCard(snapshot, episode, locale)
    if (card !== undefined) bySeason.set(card.season, [...(bySeason.get(card.season) ?? []), card])
  }
  return {
    id: one.series.id,
    programmeKind: one.series.kind,
    title: pickText(one.series.title, locale),
    synopsis: pickText(one.series.synopsis ?? {}, locale),
    ...(posters === undefined ? {} : { posters }),
    isSample: one.series.isSample,
    seasons: [...bySeason].map(([number, episodes]) => {
      const title = one.series.seasons.find((season) => season.number === number)?.title
      return { number, ...(title === undefined ? {} : { title: pickText(title, locale) }), episodes }
    }),
  }
}
