import { rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { AssetId, MediaUses } from '@ulan/contract'
import { ASSETS, masterFolder } from '../store/store-keys.ts'
import type { MediaNeeds } from './media-needs.ts'

/**
 * A programme that was being given the asset while somebody deleted it is stored by then: it is asked about once more, and
 * the asset comes back if it is in use.
 */
export const SETTLED_MS = 60_000
/** So long a machine that knows nothing of a deletion may still bring files. */
const LATE_FILES_MS = 7 * 24 * 3_600_000

type Needs = Pick<MediaNeeds, 'assets' | 'units' | 'deletions' | 'superseded' | 'store' | 'layout' | 'clock' | 'logger'>

/**
 * Deletes an asset: from the answer on it is unknown, and its files are certain to go, also after a crash. Doing it again is
 * harmless; `false` when there never was one.
 */
export async function deleteAsset(
  { assets, deletions, clock }: Pick<Needs, 'assets' | 'deletions' | 'clock'>,
  id: string,
): Promise<boolean> {
  const asset = await assets.read(id)
  if (asset === undefined) return await deletions.has(id)
  await deletions.ask(asset, clock())
  await assets.remove(id)
  return true
}

/** Takes away everything that an asset ever had, its units first, so that nobody makes more of it. */
async function clearAsset({ units, superseded, store, layout }: Needs, id: string): Promise<void> {
  await units.removeAll(id)
  await store.remove(`${ASSETS}/${id}`)
  await store.remove(masterFolder(id))
  for (const local of [dirname(layout.masterPath(id)), join(layout.work, id), layout.uploadDirectory(id)])
    await rm(local, { recursive: true, force: true })
  await superseded.unmarkAll(id)
}

/** Does the deletions that were asked for a minute ago or before, and says how many. */
export async function sweepDeletions(needs: Needs, uses: Pick<MediaUses, 'usesAsset'>): Promise<number> {
  const { assets, deletions, clock, logger } = needs
  let done = 0
  for (const { _id, askedAt, record } of await deletions.listPending()) {
    if (clock().getTime() - askedAt.getTime() < SETTLED_MS) continue
    if (await uses.usesAsset(_id as AssetId)) {
      if (record !== undefined) await assets.restore(record)
      await deletions.rescind(_id)
      logger.warn({ assetId: _id }, 'an asset that was to be deleted is in use again')
      continue
    }
    // A kill may have come between the wish and this.
    await assets.remove(_id)
    await clearAsset(needs, _id)
    await deletions.finish(_id, clock())
    logger.info({ assetId: _id }, 'asset deleted')
    done += 1
  }
  return done
}

/** Clears once more what was deleted of late: a worker that was cut off at the time may have brought a file since. */
export async function sweepLateFiles(needs: Needs): Promise<void> {
  const since = new Date(needs.clock().getTime() - LATE_FILES_MS)
  for (const { _id } of await needs.deletions.listDone(since))
    if ((await needs.assets.read(_id)) === undefined) await clearAsset(needs, _id)
}
