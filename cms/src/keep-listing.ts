import type { MediaLibrary } from '@ulan/contract'
import type { Logger } from 'pino'
import { createLiveListing, type LiveListing } from './service/live-listing.ts'
import { tellingWriter } from './service/telling-writer.ts'
import type { Storage } from './storage/open-storage.ts'

type Needs = { readonly library: MediaLibrary; readonly logger: Logger }

/** The list of all programmes, and the storage with a writer that keeps it up to date with this process's own writes. */
export function keepListing(opened: Storage, { library, logger }: Needs): { readonly listing: LiveListing; readonly storage: Storage } {
  const listing = createLiveListing({ reader: opened.programmeReader, library, logger })
  return { listing, storage: { ...opened, programmeWriter: tellingWriter(opened.programmeWriter, listing.note) } }
}
