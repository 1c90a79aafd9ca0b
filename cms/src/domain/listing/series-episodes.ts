import type { AssetId, SeriesId, StaffSeries } from '@ulan/contract'
import { byPlace, type Listed } from './listing.ts'

/** What is known of a series' episodes. */
export type SeriesEpisodes = Pick<StaffSeries, 'episodes' | 'published' | 'lastEpisodes'> & {
  /** The film of the first one that has a film. */
  readonly firstAssetId?: AssetId
}

/** For each series that has episodes, of whatever status. */
export function episodesBySeries(all: readonly Listed[]): ReadonlyMap<SeriesId, SeriesEpisodes> {
  const series = new Map<SeriesId, Listed[]>()
  for (const listed of all) {
    if (listed.episodeOf === undefined) continue
    const { seriesId } = listed.episodeOf
    const others = series.get(seriesId)
    if (others === undefined) series.set(seriesId, [listed])
    else others.push(listed)
  }
  return new Map([...series].map(([id, episodes]) => [id, describe(episodes.sort(byPlace))]))
}

/** Of episodes in their order. */
function describe(episodes: readonly Listed[]): SeriesEpisodes {
  const last = new Map(episodes.flatMap(({ episodeOf }) => (episodeOf === undefined ? [] : [[episodeOf.season, episodeOf.episode]])))
  const firstAssetId = episodes.find(({ assetId }) => assetId !== undefined)?.assetId
  return {
    episodes: episodes.length,
    published: episodes.filter(({ status }) => status === 'published').length,
    lastEpisodes: [...last].map(([season, episode]) => ({ season, episode })),
    ...(firstAssetId && { firstAssetId }),
  }
}
