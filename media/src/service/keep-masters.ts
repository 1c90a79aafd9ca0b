import { readdir, rm, rmdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { StoreTrouble } from '../store/media-store.ts'
import { statIfThere } from '../store/stat-if-there.ts'
import { isMasterFile, masterFolder, masterKey } from '../store/store-keys.ts'
import type { MediaNeeds } from './media-needs.ts'
import { masterNames } from './sweep-masters.ts'

type Needs = Pick<MediaNeeds, 'assets' | 'layout' | 'store'>

/** Brings one master to the store; its copy here goes when nobody works with it any more. */
async function keepMaster({ assets, layout, store }: Needs, id: string, signal: AbortSignal): Promise<void> {
  const asset = await assets.read(id)
  // Another machine may have to probe it, so it is kept before anybody knows what it is; a refused one is swept.
  if (asset === undefined || asset.status === 'awaiting-master' || asset.isRefused === true) return
  const folder = dirname(layout.masterPath(id))
  // One that went by the policy is not brought back by a machine that was away meanwhile.
  if (asset.masterGoneAt !== undefined) await rm(layout.masterPath(id), { force: true })
  const names = (await readdir(folder)).filter(isMasterFile)
  for (const name of names) {
    const path = join(folder, name)
    const key = `${masterFolder(id)}/${name}`
    const local = await statIfThere(path)
    if (local !== undefined && (await store.stat(key))?.sizeBytes !== local.size) await store.putFile(key, path, signal)
  }
  const isOver = asset.status === 'ready' || asset.status === 'failed'
  if (isOver) await clearKept(folder, names)
}

/** A copy that is being fetched grows; one that has not for so long was left by a process that died. */
const STALE_MS = 600_000

/** Only what has been kept goes: another file may have come to the folder since. */
async function clearKept(folder: string, kept: readonly string[]): Promise<void> {
  for (const name of await readdir(folder)) {
    const found = await statIfThere(join(folder, name))
    const isStale = !isMasterFile(name) && found !== undefined && Date.now() - found.mtimeMs > STALE_MS
    if (kept.includes(name) || isStale) await rm(join(folder, name), { force: true })
  }
  await rmdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOTEMPTY' && error.code !== 'ENOENT') throw error
  })
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
