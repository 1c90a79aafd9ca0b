import { openFileStore } from './file-store.ts'
import { type MediaStore, StoreTrouble } from './media-store.ts'

/** What `MEDIA_STORE` names. */
export type StorePlace = { readonly kind: 'file'; readonly folder: string }
export type OpenedMediaStore = { readonly ok: true; readonly store: MediaStore } | { readonly ok: false; readonly trouble: StoreTrouble }

/** Opens the media store and leaves its mark there; one that cannot be used is told as a value. The folder of a file store must be there. */
export async function openMediaStore(place: StorePlace): Promise<OpenedMediaStore> {
  try {
    return { ok: true, store: await openFileStore(place.folder) }
  } catch (error) {
    if (error instanceof StoreTrouble) return { ok: false, trouble: error }
    throw error
  }
}
