import { createHash } from 'node:crypto'
import { mkdir, open, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { isMediaKey, type MediaStore } from '@ulan/media'
import type { Inventory, InventoryFile } from './archive-format.ts'
import type { ArchiveEntry, EntryHash } from './archive-reader.ts'
import { BackupTrouble } from './backup-problem.ts'

/** One asset's files, as they come back from a backup and are compared with its inventory. */
export class MediaLoader {
  readonly #store: MediaStore
  readonly #scratch: string
  readonly #restored = new Map<string, EntryHash>()
  files = 0
  sizeBytes = 0
  /** Listed in an inventory, and neither in the backup nor (with that size) in the media store. */
  readonly missing: string[] = []

  constructor(store: MediaStore, mediaDir: string) {
    this.#store = store
    this.#scratch = join(mediaDir, 'restoring', 'file')
  }

  /** Puts one file into the media store and reads it back from there. */
  async load(key: string, entry: ArchiveEntry): Promise<void> {
    if (!isMediaKey(key)) throw new BackupTrouble('damaged', `${entry.name} is no name of a media file`)
    const written = await writeSynced(this.#scratch, entry)
    await this.#store.putFile(key, this.#scratch)
    await rm(this.#scratch)
    const stored = await this.#hashStored(key)
    if (stored !== written.sha256) throw new Error(`${key} could not be read back as it was written`)
    this.#restored.set(key, written)
  }

  /** Ends an asset: what was restored is what its inventory lists, and the rest is in the media store already. */
  async closeAsset(inventory: Inventory): Promise<void> {
    const elsewhere: InventoryFile[] = []
    for (const file of inventory.files) {
      const restored = this.#restored.get(file.key)
      if (restored === undefined) elsewhere.push(file)
      else if (restored.sha256 !== file.sha256) throw new BackupTrouble('damaged', `${file.key} is not as it was written`)
      this.#count(file)
    }
    this.#restored.clear()
    const there = await this.#sizesOf(elsewhere)
    this.missing.push(...elsewhere.filter(({ key, sizeBytes }) => there.get(key) !== sizeBytes).map(({ key }) => key))
  }

  async close(): Promise<void> {
    await rm(dirname(this.#scratch), { recursive: true, force: true })
  }

  #count({ sizeBytes }: InventoryFile): void {
    this.files += 1
    this.sizeBytes += sizeBytes
  }

  /** A bucket lists a thousand files in the time of one question about one. */
  async #sizesOf(files: readonly InventoryFile[]): Promise<ReadonlyMap<string, number>> {
    const folders = new Set(files.map(({ key }) => key.split('/').slice(0, 2).join('/')))
    const sizes = new Map<string, number>()
    for (const folder of folders) for (const { key, sizeBytes } of await this.#store.list(folder)) sizes.set(key, sizeBytes)
    return sizes
  }

  async #hashStored(key: string): Promise<string | undefined> {
    const reading = await this.#store.open(key)
    if (reading === undefined) return undefined
    const hash = createHash('sha256')
    for await (const chunk of reading.stream) hash.update(chunk)
    return hash.digest('hex')
  }
}

async function writeSynced(path: string, { body, sizeBytes }: ArchiveEntry): Promise<EntryHash> {
  const hash = createHash('sha256')
  await mkdir(dirname(path), { recursive: true })
  const handle = await open(path, 'w')
  try {
    for await (const chunk of body) {
      hash.update(chunk)
      await handle.appendFile(chunk)
    }
    await handle.sync()
  } finally {
    await handle.close()
  }
  return { sizeBytes, sha256: hash.digest('hex') }
}
