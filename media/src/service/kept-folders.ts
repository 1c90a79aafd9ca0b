import type { VersionManifest } from '../package/version-manifest.ts'
import type { AssetRecord } from '../storage/asset-model.ts'
import type { MediaNeeds } from './media-needs.ts'
import { manifestOf, versionOf } from './publish-version.ts'

/** Folders of an asset that are in use; `unknown`: nobody can say, so that all of them are. */
export type KeptFolders = ReadonlySet<string> | 'unknown'

const isVersionName = (folder: string): boolean => /^\d+$/.test(folder)

/** Versions in whose folders the files of a version lie. */
const placesOf = ({ renditions, cues, storyboard }: VersionManifest): readonly number[] => [
  ...renditions.map(({ version }) => version),
  ...Object.values(cues),
  ...(storyboard === undefined ? [] : [storyboard]),
]

/** The version that is being made, or whose finished pieces wait for another try. */
export const versionInWork = (asset: AssetRecord): number | undefined =>
  asset.status === 'encoding' || asset.isResumable === true ? versionOf(asset) : undefined

/**
 * Tells which of the folders found in the store an asset's record, or a snapshot, needs: its posters, its version and others
 * that a snapshot still names, with the older folders in which parts of these lie, and the version in work.
 */
export async function findKeptFolders(
  needs: Pick<MediaNeeds, 'store'>,
  asset: AssetRecord,
  found: readonly string[],
  isNamed: (version: number) => Promise<boolean>,
): Promise<KeptFolders> {
  const kept = new Set<string>()
  if (asset.poster !== undefined) kept.add(asset.poster)
  const inWork = versionInWork(asset)
  if (inWork !== undefined) kept.add(String(inWork))
  if (asset.version !== undefined) kept.add(String(asset.version))
  // Most assets have one version: nothing has to be read to know that all is in use.
  if (found.every((folder) => kept.has(folder))) return kept
  const named: number[] = []
  for (const version of found.filter(isVersionName).map(Number)) if (await isNamed(version)) named.push(version)
  for (const version of new Set([...(asset.version === undefined ? [] : [asset.version]), ...named])) {
    const manifest = await manifestOf(needs, asset._id, version)
    // Of an older release, or lost: its playlists may name any folder.
    if (manifest === undefined) return 'unknown'
    for (const place of [version, ...placesOf(manifest)]) kept.add(String(place))
  }
  return kept
}
