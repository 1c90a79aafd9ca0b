import type { Asset, AssetId } from '@ulan/contract'
import type { Snapshot } from './build-snapshot.ts'

const addressesOf = ({ playlistUrl, storyboardUrl, subtitles }: Asset): readonly string[] => [
  ...(playlistUrl === undefined ? [] : [playlistUrl]),
  ...(storyboardUrl === undefined ? [] : [storyboardUrl]),
  ...subtitles.map(({ url }) => url),
]

/** Whether answers of a snapshot may hold an address below a version of an asset. */
export function namesVersion({ catalogue }: Pick<Snapshot, 'catalogue'>, id: AssetId, version: number): boolean {
  const asset = catalogue.assets.get(id)
  if (asset === undefined) return false
  return asset.version === version || addressesOf(asset).some((address) => address.startsWith(`/media/${id}/${version}/`))
}
