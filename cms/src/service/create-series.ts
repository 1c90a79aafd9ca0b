import type { MediaLibrary, Series, SeriesCreate, SeriesId } from '@ulan/contract'
import { done, type Outcome, refuse } from '@ulan/contract'
import type { LiveSnapshot } from './live-snapshot.ts'
import type { SeriesWriter } from './ports.ts'

export type SeriesNeeds = {
  readonly writer: SeriesWriter
  readonly library: Pick<MediaLibrary, 'readAssets'>
  readonly live: Pick<LiveSnapshot, 'refresh'>
  newSeriesId(): SeriesId
}

/** Starts a series; the public sees it with its first published episode. */
export async function createSeries(needs: SeriesNeeds, create: SeriesCreate): Promise<Outcome<Series>> {
  const { writer, library, live, newSeriesId } = needs
  const { posterAssetId } = create
  if (posterAssetId !== undefined && !(await library.readAssets([posterAssetId])).has(posterAssetId)) {
    return refuse('invalid-request', [{ path: 'posterAssetId', code: 'unknown-reference' }])
  }
  const series: Series = { ...create, id: newSeriesId(), isSample: false, seasons: create.seasons ?? [{ number: 1 }] }
  await writer.insert(series)
  await live.refresh([{ kind: 'small-nouns' }])
  return done(series)
}
