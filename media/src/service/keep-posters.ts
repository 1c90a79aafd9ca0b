import type { Posters } from '../poster/poster-writer.ts'
import type { MediaStore } from '../store/media-store.ts'
import { versionKey } from '../store/store-keys.ts'

/** Puts the posters of an asset where they are served from; the name of their picture, under which they can be told of. */
export async function keepPosters(store: MediaStore, assetId: string, { name, files }: Posters): Promise<string> {
  for (const file of files) await store.put(versionKey(assetId, name, file.name), file.bytes)
  return name
}
