import { rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { StoreTrouble } from '../store/media-store.ts'
import { statIfThere } from '../store/stat-if-there.ts'
import { masterKey } from '../store/store-keys.ts'
import type { MediaNeeds } from './media-needs.ts'
import { masterNames } from './sweep-masters.ts'

type Needs = Pick<MediaNeeds, 'assets' | 'layout' | 'store'>

/** Brings one master to the store; its copy here goes when nobody works with it any more. */
async function keepMaster({ assets, layout, store }: Needs, id: string, signal: AbortSignal): Promise<void> {
  const path = layout.masterPath(id)
  const local = await statIfThere(path)
  const asset = await assets.read(id)
  // Another machine may have to probe it, so it is kept before anybody knows what it is; a refused one is swept.
  if (asset === undefined || asset.status === 'awaiting-master' || asset.isRefused === true) return
  if (local !== undefined) {
    const stored = await store.stat(masterKey(id))
    if (stored?.sizeBytes !== local.size) await store.putFile(masterKey(id), path, signal)
  }
  const isOver = asset.status === 'ready' || asset.status === 'failed'
  if (isOver) await rm(dirname(path), { recursive: true, force: true })
}

/**
 * Brings masters that were received on this machine to a store that is elsewhere. An upload is acknowledged when it is on
 * this machine's disk, so this goes on from whatever a kill left; a store that is a folder here has them already.
 */
export async function keepMasters(needs: Needs, signal: AbortSignal): Promise<void> {
  const failures: unknown[] = []
  for (const id of await masterNames(needs.layout.masters)) {
    if (signal.aborted || needs.store.localPath(masterKey(id)) !== undefined) return
    try {
      await keepMaster(needs, id, signal)
    } catch (error) {
      // Stopping is no trouble; the next start goes on.
      if (signal.aborted) return
      // Without a store there is no use in going on; a master that cannot be read keeps no other one waiting.
      if (error instanceof StoreTrouble) throw error
      failures.push(new Error(`master ${id} cannot be kept`, { cause: error }))
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, failures.map(String).join('; '))
}
