import type { mongo } from 'mongoose'
import { keepSecretKey } from '../secret-key.ts'
import { chunkEntry, isInventoryEntry, keyOfEntry, type Manifest, readInventory, SECRET_ENTRY } from './archive-format.ts'
import { type ArchiveEntry, bufferEntry, readArchive } from './archive-reader.ts'
import { BackupTrouble } from './backup-problem.ts'
import type { MediaLoader } from './load-media.ts'
import { loadChunk } from './load-store.ts'
import type { Progress } from './progress.ts'

export type RestoreTarget = {
  readonly database: mongo.Db
  readonly dataDir: string
  readonly media: MediaLoader
  /** False: media files in the backup are passed over. */
  readonly takesFiles: boolean
}

/** Puts everything in a backup that was checked where it belongs; each entry is compared with its list once more as it is read. */
export async function loadArchive(file: string, manifest: Manifest, target: RestoreTarget, progress: Progress): Promise<void> {
  const collections = new Map(manifest.collections.flatMap(({ name, chunks }) => chunkNames(name, chunks)))
  const hashes = new Map(manifest.entries.map(({ name, sha256 }) => [name, sha256]))
  const read = async (entry: ArchiveEntry): Promise<Buffer> => {
    const { bytes, sha256 } = await bufferEntry(entry)
    if (hashes.get(entry.name) !== sha256) throw new BackupTrouble('damaged', `${entry.name} has changed since it was checked`)
    return bytes
  }
  for await (const entry of readArchive(file)) {
    const collection = collections.get(entry.name)
    const key = keyOfEntry(entry.name)
    if (collection !== undefined) await loadChunk(target.database, collection, await read(entry))
    else if (key !== undefined && target.takesFiles) await target.media.load(key, entry)
    else if (isInventoryEntry(entry.name)) await closeAsset(entry.name, await read(entry), target.media)
    else if (entry.name === SECRET_ENTRY) await keepSecretKey(target.dataDir, (await read(entry)).toString('utf8').trim())
    progress.show({ step: 'restoring', items: collection ?? 'media', sizeBytes: target.media.sizeBytes })
  }
}

async function closeAsset(name: string, bytes: Buffer, media: MediaLoader): Promise<void> {
  const inventory = readInventory(bytes.toString('utf8'))
  if (inventory === undefined) throw new BackupTrouble('damaged', `${name} is no inventory`)
  await media.closeAsset(inventory)
}

const chunkNames = (collection: string, chunks: number): [string, string][] =>
  Array.from({ length: chunks }, (_, index) => [chunkEntry(collection, index + 1), collection])
