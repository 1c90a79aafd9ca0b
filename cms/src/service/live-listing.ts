import type { MediaLibrary, ProgrammeId, SeriesId, StaffListQuery } from '@ulan/contract'
import type { Logger } from 'pino'
import { byChange, type Listed, type ListedFrom, listedOf, type Selection, selectPage } from '../domain/listing/listing.ts'
import { episodesBySeries, type SeriesEpisodes } from '../domain/listing/series-episodes.ts'
import { createLiveEntries, READ_AT_ONCE } from './live-entries.ts'
import type { CatalogueChange } from './load-catalogue.ts'
import type { ProgrammeReader } from './ports.ts'

type Needs = {
  readonly reader: Pick<ProgrammeReader, 'readListed' | 'readListedAfter'>
  readonly library: Pick<MediaLibrary, 'readAssets'>
  readonly logger: Pick<Logger, 'error'>
}

/**
 * What lists of staff are chosen from: every programme, of whatever status, in memory. The store would read 20,000 of them
 * for each letter that somebody types.
 */
export type LiveListing = {
  /** By all that was noted before. Rejects when the store cannot be read. */
  select(query: StaffListQuery): Promise<Selection>
  series(): Promise<ReadonlyMap<SeriesId, SeriesEpisodes>>
  /** What may have changed; it is read again before anything is chosen. */
  note(changes: readonly CatalogueChange[]): void
  /** Resolves when nothing is being read any more; the store may be closed then. */
  settled(): Promise<void>
}

export function createLiveListing({ reader, library, logger }: Needs): LiveListing {
  const listedFrom = async (programmes: readonly ListedFrom[]): Promise<readonly Listed[]> => {
    const assetIds = [...new Set(programmes.flatMap(({ assetId }) => assetId ?? []))]
    const assets = assetIds.length === 0 ? undefined : await library.readAssets(assetIds)
    return programmes.map((one) => listedOf(one, one.assetId && assets?.get(one.assetId)?.fileName))
  }
  const readAll = async (): Promise<readonly Listed[]> => {
    const all: Listed[] = []
    for (let after: ProgrammeId | undefined, isMore = true; isMore; ) {
      const part = await reader.readListedAfter(after, READ_AT_ONCE)
      all.push(...(await listedFrom(part)))
      after = part.at(-1)?.id
      isMore = part.length === READ_AT_ONCE
    }
    return all
  }
  const entries = createLiveEntries<Listed>({
    readAll,
    readNamed: async (ids) => listedFrom(await reader.readListed(ids)),
    compare: byChange,
  })

  return {
    select: async (query) => selectPage(await entries.upToDate(), query),
    series: async () => episodesBySeries(await entries.upToDate()),
    note: (changes) => {
      for (const change of changes) if (change.kind === 'programme') entries.noteProgramme(change.id)
      if (!changes.some(({ kind }) => kind === 'all')) return
      entries.noteAll()
      // Whoever asks first after a start should not wait for all of it.
      entries.upToDate().catch((error: unknown) => logger.error({ err: error }, 'list of programmes not read'))
    },
    settled: entries.settled,
  }
}
