import { createHash, randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { AssetRecord } from '../storage/asset-model.ts'
import type { FileLayout } from '../store/file-layout.ts'
import { type MediaStore, StoreTrouble } from '../store/media-store.ts'
import { statIfThere } from '../store/stat-if-there.ts'
import { masterKey } from '../store/store-keys.ts'

/** `here`: at the layout's path. `elsewhere`: the machine that received it has not brought it to the store yet. */
export type MasterFound = 'here' | 'elsewhere' | 'gone'

type Wanted = Pick<AssetRecord, '_id' | 'queuedAt' | 'sha256' | 'tracks'>

/** The largest upload on a slow line to the store takes less. */
const BROUGHT_MS = 24 * 3_600_000

/** Masters on this machine: received here, or had from the store. An encoder reads nothing but local files. */
export class MasterCache {
  readonly #store: MediaStore
  readonly #layout: FileLayout
  /** By key, so that units side by side wait for one copy. */
  readonly #fetching = new Map<string, Promise<boolean>>()

  constructor(store: MediaStore, layout: FileLayout) {
    this.#store = store
    this.#layout = layout
  }

  /** Sees to it that an asset's master, or a file that was added to it, is here, if it can be had. */
  async find(asset: Wanted, now: Date, trackId?: string): Promise<MasterFound> {
    const id = asset._id
    if ((await statIfThere(this.#layout.masterPath(id, trackId))) !== undefined) return 'here'
    const key = masterKey(id, trackId)
    if (this.#store.localPath(key) !== undefined) {
      // What stands in the place of a folder that was unmounted has no masters either.
      if (!(await this.#store.isReachable())) throw new StoreTrouble('unreachable', 'the media folder is not there')
      return 'gone'
    }
    const fetching = this.#fetching.get(key) ?? this.#fetch(asset, trackId).finally(() => this.#fetching.delete(key))
    this.#fetching.set(key, fetching)
    if (await fetching) return 'here'
    return now.getTime() - asset.queuedAt.getTime() < BROUGHT_MS ? 'elsewhere' : 'gone'
  }

  async #fetch({ _id: id, sha256: ofMaster, tracks = [] }: Wanted, trackId: string | undefined): Promise<boolean> {
    const sha256 = trackId === undefined ? ofMaster : tracks.find((track) => track.id === trackId)?.sha256
    const path = this.#layout.masterPath(id, trackId)
    const reading = await this.#store.open(masterKey(id, trackId))
    if (reading === undefined) return false
    const scratch = `${path}-${randomUUID()}`
    await mkdir(dirname(path), { recursive: true })
    try {
      const hash = createHash('sha256')
      const measure = new Transform({
        transform: (chunk: Buffer, _encoding, done) => {
          hash.update(chunk)
          done(null, chunk)
        },
      })
      await pipeline(reading.stream, measure, createWriteStream(scratch))
      // A copy is used for as long as it lies here: a damaged one would take its title down.
      if (sha256 !== undefined && hash.digest('hex') !== sha256)
        throw new StoreTrouble('unreachable', 'other bytes of a master came than were sent')
      await rename(scratch, path)
      return true
    } catch (error) {
      await rm(scratch, { force: true })
      // Our own disk, or else the line to the store.
      const isOurs = error instanceof Error && 'syscall' in error && error.syscall === 'write'
      throw isOurs || error instanceof StoreTrouble ? error : new StoreTrouble('unreachable', String(error), { cause: error })
    }
  }
}
