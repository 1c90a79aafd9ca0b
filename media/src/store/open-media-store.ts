import { isFileStoreAt, openFileStore } from './file-store.ts'
import { type MediaStore, StoreTrouble } from './media-store.ts'
import type { S3Patience, S3Place } from './s3-client.ts'

/** What `MEDIA_STORE` names. */
export type StorePlace = { readonly kind: 'file'; readonly folder: string } | ({ readonly kind: 's3' } & S3Place)
export type OpenedMediaStore = { readonly ok: true; readonly store: MediaStore } | { readonly ok: false; readonly trouble: StoreTrouble }
export type OpenOptions = {
  clock(): Date
  readonly patience?: S3Patience
  /** For whoever only joins: a folder that nobody made a store of is told as absent, and left as it is. */
  readonly isMadeByOthers?: boolean
}

/** Opens the media store and leaves its mark there; a bucket that cannot be used is told as a value. The folder of a file store must be there. */
export async function openMediaStore(
  place: StorePlace,
  { clock, patience, isMadeByOthers = false }: OpenOptions,
): Promise<OpenedMediaStore> {
  try {
    if (place.kind === 'file' && isMadeByOthers && !(await isFileStoreAt(place.folder)))
      return { ok: false, trouble: new StoreTrouble('absent', place.folder) }
    if (place.kind === 'file') return { ok: true, store: await openFileStore(place.folder) }
    // Its libraries take 140 ms and some 50 MB to load: only whoever uses them pays for them.
    const { openS3Store } = await import('./s3-store.ts')
    return { ok: true, store: await openS3Store(place, clock, patience) }
  } catch (error) {
    if (error instanceof StoreTrouble) return { ok: false, trouble: error }
    throw error
  }
}
