import type { Asset, AssetId } from '@ulan/contract'
import type { Snapshot } from './build-snapshot.ts'

type Addressed = Pick<Asset, 'version' | 'playlistUrl' | 'storyboardUrl' | 'subtitles'>

const addressesOf = ({ playlistUrl, storyboardUrl, subtitles }: Addressed): readonly string[] => [
  ...(playlistUrl === undefined ? [] : [playlistUrl]),
  ...(storyboardUrl === undefined ? [] : [storyboardUrl]),
  ...subtitles.map(({ url }) => url),
]

/**
 * Whether answers of a snapshot may hold an address below a version of an asset, now or when files are added to a film that
 * was signed without them.
 */
export function namesVersion(
  { catalogue, signedFilms }: Pick<Snapshot, 'catalogue' | 'signedFilms'>,
  id: AssetId,
  version: number,
): boolean {
  const asset = catalogue.assets.get(id)
  if (asset === undefined) return false
  const named: readonly Addressed[] = [asset, ...(signedFilms.get(id) ?? [])]
  return named.some((one) => one.version === version || addressesOf(one).some((address) => address.startsWith(`/media/${id}/${version}/`)))
}
