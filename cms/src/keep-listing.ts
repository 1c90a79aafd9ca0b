import type { MediaLibrary } from '@ulan/contract'
import type { Logger } from 'pino'
import { createLiveListing, type LiveListing } from './service/live-listing.ts'
import { createLiveQueue, type LiveQueue } from './service/live-queue.ts'
import type { CatalogueChange } from './service/load-catalogue.ts'
import { tellingReviews, tellingWriter } from './service/telling-writer.ts'
import type { Storage } from './storage/open-storage.ts'

type Needs = { readonly library: MediaLibrary; readonly logger: Logger; sha256(text: string): string }

/** What lists of staff are chosen from. */
export type Lists = {
  readonly listing: LiveListing
  readonly queue: LiveQueue
  /** What may have changed, for both. */
  note(changes: readonly CatalogueChange[]): void
  settled(): Promise<void>
}

/** The lists, and the storage with writers that keep them up to date with this process's own writes. */
export function keepListing(opened: Storage, needs: Needs): Lists & { readonly storage: Storage } {
  const { programmeReader: reader, catalogueReader: catalogue, reviews } = opened
  const listing = createLiveListing({ ...needs, reader })
  const queue = createLiveQueue({ ...needs, reader, catalogue, reviews })
  const note: Lists['note'] = (changes) => {
    listing.note(changes)
    queue.note(changes)
  }
  return {
    listing,
    queue,
    note,
    settled: async () => void (await Promise.all([listing.settled(), queue.settled()])),
    storage: { ...opened, programmeWriter: tellingWriter(opened.programmeWriter, note), reviews: tellingReviews(reviews, note) },
  }
}
