import type { Posters } from '../poster/poster-writer.ts'
import { versionKey } from '../store/store-keys.ts'
import type { MediaNeeds } from './media-needs.ts'

/** Puts the posters of an asset where they are served from; the name of their folder, under which they can be told of. */
export async function keepPosters(
  { store, superseded, random }: Pick<MediaNeeds, 'store' | 'superseded' | 'random'>,
  assetId: string,
  { name, files }: Posters,
): Promise<string> {
  // A picture that comes back gets another folder: the old one may be going just now.
  const folder = (await superseded.isMarked(assetId, name)) ? `p${random(8).toString('hex')}` : name
  for (const file of files) await store.put(versionKey(assetId, folder, file.name), file.bytes)
  return folder
}
