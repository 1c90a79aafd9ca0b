import { readdir, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { masterFolder } from '../store/store-keys.ts'
import type { MediaNeeds } from './media-needs.ts'

/** Asked of the store at a time. */
const BATCH = 500

/** Assets whose masters are on this machine. */
export async function masterNames(directory: string): Promise<readonly string[]> {
  try {
    return await readdir(directory)
  } catch (error) {
    // Made with the first master.
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw error
  }
}

/**
 * Removes the masters of refused files, and how many: nothing can be made of them, and whoever sent one has been told.
 * Their refusal is stored before, so a kill at any point leaves at most a folder for the next sweep. So do copies of what was
 * deleted, which whoever deleted it could not reach from another machine.
 */
export async function sweepMasters({
  assets,
  units,
  deletions,
  layout,
  store,
}: Pick<MediaNeeds, 'assets' | 'units' | 'deletions' | 'layout' | 'store'>): Promise<number> {
  const names = await masterNames(layout.masters)
  let removed = 0
  for (let at = 0; at < names.length; at += BATCH) {
    const batch = names.slice(at, at + BATCH)
    for (const id of await deletions.whichAreDone(batch)) await rm(dirname(layout.masterPath(id)), { recursive: true, force: true })
    for (const { _id, attempt } of await assets.listRefused(batch)) {
      await units.remove(_id, attempt)
      // A file that was taken once can be refused at another try: the store has it then.
      await store.remove(masterFolder(_id))
      await rm(dirname(layout.masterPath(_id)), { recursive: true, force: true })
      removed += 1
    }
  }
  return removed
}
