import type { MediaLibrary, ProgrammeId, SeriesId, StaffListQuery } from '@ulan/contract'
import type { Logger } from 'pino'
import { byChange, type Listed, type ListedFrom, listedOf, type Selection, selectPage } from '../domain/listing/listing.ts'
import { episodesBySeries, type SeriesEpisodes } from '../domain/listing/series-episodes.ts'
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

const READ_AT_ONCE = 500
/** Beyond this much, reading all is cheaper than reading each by its id. */
const MOST_NAMED = 2_000

/** When it is over, however it ended: that is told to whoever asked. */
const settle = async (work: Promise<void> | undefined): Promise<void> => void (await Promise.allSettled([work]))

export function createLiveListing({ reader, library, logger }: Needs): LiveListing {
  let entries = new Map<ProgrammeId, Listed>()
  let ordered: readonly Listed[] | undefined
  let changed = new Set<ProgrammeId>()
  let isStale = true
  let running: Promise<void> | undefined
  let next: Promise<void> | undefined

  const listedFrom = async (programmes: readonly ListedFrom[]): Promise<readonly Listed[]> => {
    const assetIds = [...new Set(programmes.flatMap(({ assetId }) => assetId ?? []))]
    const assets = assetIds.length === 0 ? undefined : await library.readAssets(assetIds)
    return programmes.map((one) => listedOf(one, one.assetId && assets?.get(one.assetId)?.fileName))
  }
  const readAll = async (): Promise<void> => {
    const fresh = new Map<ProgrammeId, Listed>()
    for (let after: ProgrammeId | undefined, isMore = true; isMore; ) {
      const part = await reader.readListedAfter(after, READ_AT_ONCE)
      for (const listed of await listedFrom(part)) fresh.set(listed.id, listed)
      after = part.at(-1)?.id
      isMore = part.length === READ_AT_ONCE
    }
    entries = fresh
  }
  const readNamed = async (ids: readonly ProgrammeId[]): Promise<void> => {
    for (let first = 0; first < ids.length; first += READ_AT_ONCE) {
      const part = ids.slice(first, first + READ_AT_ONCE)
      const found = await listedFrom(await reader.readListed(part))
      for (const id of part) entries.delete(id)
      for (const listed of found) entries.set(listed.id, listed)
    }
  }
  const catchUp = async (): Promise<void> => {
    const [named, wasStale] = [changed, isStale || changed.size > MOST_NAMED]
    if (!wasStale && named.size === 0) return
    // What is noted from here on is read by the next call, which waits for this one.
    changed = new Set()
    isStale = false
    try {
      await (wasStale ? readAll() : readNamed([...named]))
      ordered = undefined
    } catch (error) {
      isStale = isStale || wasStale
      changed = new Set([...named, ...changed])
      throw error
    }
  }
  const begin = (): Promise<void> => {
    running = catchUp().finally(() => {
      running = undefined
    })
    return running
  }
  /** One after another: of two that read the same programme, the later one must win. All who ask during one share the next. */
  const takeTurn = (): Promise<void> => {
    if (next === undefined && running === undefined) return begin()
    next ??= settle(running).then(() => {
      next = undefined
      return begin()
    })
    return next
  }
  const upToDate = async (): Promise<readonly Listed[]> => {
    await takeTurn()
    ordered ??= [...entries.values()].sort(byChange)
    return ordered
  }

  return {
    select: async (query) => selectPage(await upToDate(), query),
    series: async () => episodesBySeries(await upToDate()),
    note: (changes) => {
      for (const change of changes) if (change.kind === 'programme') changed.add(change.id)
      if (!changes.some(({ kind }) => kind === 'all')) return
      isStale = true
      // Whoever asks first after a start should not wait for all of it.
      upToDate().catch((error: unknown) => logger.error({ err: error }, 'list of programmes not read'))
    },
    settled: async () => {
      await settle(next ?? running)
    },
  }
}
