import type { Asset, AssetId } from '@ulan/contract'
import type { KeptProgramme } from '../programme/kept-programme.ts'
import type { Snapshot } from './build-snapshot.ts'

type Addressed = Pick<Asset, 'version' | 'playlistUrl' | 'storyboardUrl' | 'subtitles'>

const addressesOf = ({ playlistUrl, storyboardUrl, subtitles }: Addressed): readonly string[] => [
  ...(playlistUrl === undefined ? [] : [playlistUrl]),
  ...(storyboardUrl === undefined ? [] : [storyboardUrl]),
  ...subtitles.map(({ url }) => url),
]

/** Whether what plays a film has an address below a version of it. */
const liesBelow = (film: Addressed, id: AssetId, version: number): boolean =>
  film.version === version || addressesOf(film).some((address) => address.startsWith(`/media/${id}/${version}/`))

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
  return asset !== undefined && [asset, ...(signedFilms.get(id) ?? [])].some((film) => liesBelow(film, id, version))
}

/** Whether a programme keeps a version as it was signed: what went out last, also of what was taken down, or is planned to. */
export const keepsVersion = ({ lastVersion, schedule }: KeptProgramme, id: AssetId, version: number): boolean =>
  [lastVersion, schedule?.publish].some(
    (kept) => kept?.film !== undefined && kept.content.assetId === id && liesBelow(kept.film, id, version),
  )
