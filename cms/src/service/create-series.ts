import type { MediaLibrary, Series, SeriesCreate, SeriesId } from '@ulan/contract'
import { done, type Outcome, refuse } from '@ulan/contract'
import { inStandardCode, privateTexts } from '../domain/text/readable-texts.ts'
import type { LiveSnapshot } from './live-snapshot.ts'
import type { SeriesWriter } from './ports.ts'

export type SeriesNeeds = {
  readonly writer: SeriesWriter
  readonly library: Pick<MediaLibrary, 'readAssets'>
  readonly live: Pick<LiveSnapshot, 'refresh'>
  newSeriesId(): SeriesId
}

/** Starts a series; the public sees it with its first published episode. */
export async function createSeries(needs: SeriesNeeds, given: SeriesCreate): Promise<Outcome<Series>> {
  const create = inStandardCode(given)
  const unreadable = privateTexts(create)
  if (unreadable.length > 0) return refuse('invalid-request', unreadable)
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
