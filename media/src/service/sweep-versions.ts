import type { AssetId, MediaUses } from '@ulan/contract'
import type { AssetRecord } from '../storage/asset-model.ts'
import type { SupersededFolder } from '../storage/superseded-store.ts'
import { ASSETS, versionFolder } from '../store/store-keys.ts'
import { findKeptFolders } from './kept-folders.ts'
import type { MediaNeeds } from './media-needs.ts'

/**
 * From when a folder is first seen without use until it goes. A player keeps a playlist for as long as somebody watches or
 * leaves it paused over night; a backup of a large store reads for hours what its snapshot names.
 */
export const GRACE_MS = 48 * 3_600_000
/** Asked of the database at a time. */
const BATCH = 200

type Needs = Pick<MediaNeeds, 'assets' | 'superseded' | 'store' | 'clock' | 'logger'>
type Uses = Pick<MediaUses, 'namesVersion'>

/**
 * Marks folders of assets that nothing needs any more, takes away those that were marked long enough ago, and says how many.
 * Versions that a newer one replaced, those that a crash left between storing and publishing, and posters of pictures that
 * were changed are alike here: in no record. What has no asset at all is left alone, as the database may be the wrong one.
 * Every step may be the last before a kill: a mark outlives its folder, and a folder that is half gone is still marked.
 */
export async function sweepVersions(needs: Needs, uses: Uses): Promise<number> {
  const ids = await needs.store.folders(ASSETS)
  const failures: unknown[] = []
  let removed = 0
  for (let at = 0; at < ids.length; at += BATCH) {
    const batch = ids.slice(at, at + BATCH)
    // Listed before the records are read: a version that begins meanwhile is not in the list, or it is in its record.
    const found = new Map<string, readonly string[]>()
    for (const id of batch) found.set(id, await needs.store.folders(`${ASSETS}/${id}`))
    const marks = await needs.superseded.ofAssets(batch)
    for (const asset of await needs.assets.readMany(batch)) {
      const mine = marks.filter(({ assetId }) => assetId === asset._id)
      try {
        removed += await sweepAsset(needs, uses, asset, found.get(asset._id) ?? [], mine)
      } catch (error) {
        failures.push(new Error(`versions of ${asset._id} cannot be swept`, { cause: error }))
      }
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, failures.map(String).join('; '))
  return removed
}

async function sweepAsset(
  needs: Needs,
  uses: Uses,
  asset: AssetRecord,
  found: readonly string[],
  marks: readonly SupersededFolder[],
): Promise<number> {
  const { superseded, store, clock, logger } = needs
  const id = asset._id as AssetId // checked when it was inserted
  const kept = await findKeptFolders(needs, asset, found, (version) => uses.namesVersion(id, version))
  const isOver = (folder: string): boolean => kept !== 'unknown' && !kept.has(folder)
  for (const { folder } of marks) if (!isOver(folder) || !found.includes(folder)) await superseded.unmark(id, folder)
  let removed = 0
  for (const folder of found.filter(isOver)) {
    const since = await superseded.mark(id, folder, clock())
    if (clock().getTime() - since.getTime() < GRACE_MS) continue
    await store.remove(versionFolder(id, folder))
    await superseded.unmark(id, folder)
    logger.info({ assetId: id, folder, since }, 'superseded files removed')
    removed += 1
  }
  return removed
}
