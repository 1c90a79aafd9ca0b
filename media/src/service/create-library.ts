import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { copyFile, mkdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Asset, AssetId, MediaLibrary } from '@ulan/contract'
import { cutPosters } from '../poster/poster-writer.ts'
import type { AssetRecord } from '../storage/asset-model.ts'
import { queueUnits } from '../work/queue-steps.ts'
import { presentAsset } from './asset-presenter.ts'
import { deleteAsset } from './delete-asset.ts'
import { followChanges } from './follow-changes.ts'
import { keepPosters } from './keep-posters.ts'
import type { MediaNeeds } from './media-needs.ts'
import { cancelAsset, retryAsset, retryRung } from './retry-asset.ts'
import type { StorageCounter } from './storage-counter.ts'

/** Newest assets that are told again after a break. */
const TOLD_AGAIN = 1_000

async function sha256OfFile(path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path)) hash.update(chunk)
  return hash.digest('hex')
}

async function presentAll(needs: MediaNeeds, secretKey: string, records: readonly AssetRecord[]): Promise<readonly Asset[]> {
  const working = records.filter(({ status, isResumable }) => status === 'encoding' || isResumable === true)
  const units = working.length === 0 ? [] : await needs.units.unitsOf(working.map(({ _id }) => _id))
  const now = needs.clock()
  return records.map((record) => presentAsset(record, units, { secretKey, now }))
}

async function importMaster(needs: MediaNeeds, id: AssetId, path: string): Promise<void> {
  const { assets, units, layout, random } = needs
  const asset = await assets.read(id)
  if (asset === undefined) throw new Error(`asset ${id} is not reserved`)
  if (asset.status !== 'awaiting-master') return
  const master = layout.masterPath(id)
  const scratch = `${master}-${random(4).toString('hex')}`
  // A copy that a crash cut short would stay for ever.
  await rm(dirname(master), { recursive: true, force: true })
  await mkdir(dirname(master), { recursive: true })
  await copyFile(path, scratch)
  await rename(scratch, master)
  const [{ size }, sha256] = await Promise.all([stat(master), sha256OfFile(master)])
  if (!(await assets.beginProbing(id, size, sha256))) return
  const probing = await assets.read(id)
  if (probing !== undefined) await units.add(queueUnits(probing, [{ kind: 'probe', name: 'probe' }]))
  needs.wake()
}

/** Tells of every change for ever; after a break everything is told again, so that nothing is missed. */
async function follow(needs: MediaNeeds, listener: (id: AssetId) => void, signal: AbortSignal): Promise<void> {
  const tell = (id: string): void => listener(id as AssetId) // an id of ours
  const onBreak = async (): Promise<void> => {
    for (const asset of await needs.assets.list(TOLD_AGAIN)) tell(asset._id)
  }
  const warn = (error: unknown): void => needs.logger.warn({ err: error }, 'following assets again')
  await followChanges({ open: () => needs.assets.watch(), onChange: tell, onBreak }, warn, signal)
}

/** The road between CMS and media; `closing` ends what still listens. */
export function createLibrary(needs: MediaNeeds, storage: StorageCounter, secretKey: string, closing: AbortSignal): MediaLibrary {
  return {
    async readAssets(ids) {
      const present = await presentAll(needs, secretKey, await needs.assets.readMany(ids))
      return new Map(present.map((asset) => [asset.id, asset]))
    },
    async listAssets(limit) {
      return await presentAll(needs, secretKey, await needs.assets.list(limit))
    },
    async reserveAsset(id, fileName) {
      await needs.assets.insert({ _id: id, fileName, origin: 'import', status: 'awaiting-master' })
    },
    async importMaster(id, path) {
      await importMaster(needs, id, path)
    },
    async importPoster(id, path) {
      const poster = await keepPosters(needs, id, await cutPosters(await readFile(path)))
      if (!(await needs.assets.setPoster(id, poster, 'import'))) throw new Error(`asset ${id} is not reserved`)
    },
    retryAsset: (id) => retryAsset(needs, id),
    retryRung: (id, rung) => retryRung(needs, id, rung),
    cancelAsset: (id) => cancelAsset(needs, id),
    deleteAsset: (id) => deleteAsset(needs, id),
    hasPicture: (id) => needs.pictures.has(id),
    readStorage: () => storage.read(),
    countStorage: () => storage.begin(),
    watchAssets(listener) {
      const stopping = new AbortController()
      void follow(needs, listener, AbortSignal.any([stopping.signal, closing]))
      return () => stopping.abort()
    },
  }
}
