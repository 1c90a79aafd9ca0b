import { createHash, type Hash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, readdir, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Readable } from 'node:stream'
import { Transform, type TransformCallback } from 'node:stream'
import { FileStore } from '@tus/file-store'
import { ERRORS, type Upload } from '@tus/server'
import { statIfThere } from '../store/stat-if-there.ts'
import type { OpenUploads } from './upload-quota.ts'

/** Every upload has a directory of its own; the file in it is always called so, whatever the sender calls it. */
export const UPLOAD_FILE = 'file'
const HOUR_MS = 3_600_000
/** Given up half-way, or complete and never claimed, as by a page that was closed too soon: long enough for a holiday. */
const ABANDONED_MS = 7 * 24 * HOUR_MS
/** A folder without a record belongs to nobody who was answered. */
const NAMELESS_MS = 24 * HOUR_MS

export const isUploadId = (text: string): boolean => /^[0-9a-f]{32}$/.test(text)
/** Id inside the tus store: directory and file. */
export const storeId = (uploadId: string): string => `${uploadId}/${UPLOAD_FILE}`

type Running = { readonly hash: Hash; offset: number }
export type FinishedUpload = { readonly fileName: string; readonly sizeBytes: number; readonly isComplete: boolean; readonly path: string }

/** Hostile text, for showing only: no control characters, no direction overrides, not endless. */
function shownName(name: string | null | undefined): string {
  const clean = (name ?? '').replaceAll(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, '').trim()
  return clean === '' ? 'video' : clean.slice(0, 255)
}

/** tus file store that hashes while receiving. */
export class HashingUploadStore extends FileStore {
  /** Hashes of uploads under way; one that was interrupted is read again from disk at the end. */
  readonly #running = new Map<string, Running>()
  /** Uploads that a claim is looking at: it goes on for as long as a large file takes to be read. */
  readonly #held = new Map<string, number>()
  readonly #root: string
  readonly #clock: () => Date

  constructor(directory: string, clock: () => Date) {
    super({ directory })
    // All that the routes take: a size comes first, and nothing expires but by the sweep.
    this.extensions = ['creation', 'creation-with-upload', 'termination']
    this.#root = directory
    this.#clock = clock
  }

  override async write(readable: Readable, id: string, offset: number): Promise<number> {
    const known = this.#running.get(id)
    const running = offset === 0 ? { hash: createHash('sha256'), offset: 0 } : known?.offset === offset ? known : undefined
    this.#running.delete(id)
    if (running === undefined) return await super.write(readable, id, offset)
    const tap = new Transform({
      transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback) {
        running.hash.update(chunk)
        running.offset += chunk.length
        done(null, chunk)
      },
    })
    readable.once('error', (error) => tap.destroy(error))
    const written = await super.write(readable.pipe(tap), id, offset)
    if (written === running.offset) this.#running.set(id, running)
    return written
  }

  /** Hash of a complete upload, hex. */
  async sha256Of(uploadId: string, sizeBytes: number): Promise<string> {
    const running = this.#running.get(storeId(uploadId))
    if (running?.offset === sizeBytes) return running.hash.copy().digest('hex')
    const hash = createHash('sha256')
    for await (const chunk of createReadStream(join(this.#root, uploadId, UPLOAD_FILE))) hash.update(chunk)
    return hash.digest('hex')
  }

  /** What is known of an upload, or undefined when there is none of that id. */
  async find(uploadId: string): Promise<FinishedUpload | undefined> {
    if (!isUploadId(uploadId)) return undefined
    const path = join(this.#root, uploadId, UPLOAD_FILE)
    if ((await statIfThere(path)) === undefined) return undefined
    const upload = await this.#readRecord(uploadId)
    return (
      upload && {
        fileName: shownName(upload.metadata?.['filename']),
        sizeBytes: upload.offset,
        isComplete: upload.offset === upload.size,
        path,
      }
    )
  }

  /** Its record is written before an upload is acknowledged: one that is missing or cut off belongs to none. */
  async #readRecord(uploadId: string): Promise<Upload | undefined> {
    try {
      return await this.getUpload(storeId(uploadId))
    } catch (error) {
      if (error instanceof SyntaxError || error === ERRORS.FILE_NOT_FOUND || error === ERRORS.FILE_NO_LONGER_EXISTS) return undefined
      throw error
    }
  }

  /** Given up by its sender: the folder goes with the file. */
  override async remove(id: string): Promise<void> {
    await super.remove(id)
    await this.forget(dirname(id))
  }

  async forget(uploadId: string): Promise<void> {
    this.#running.delete(storeId(uploadId))
    await rm(join(this.#root, uploadId), { recursive: true, force: true })
  }

  /** Keeps an upload from the sweep for as long as `use` goes on. */
  async hold<T>(uploadId: string, use: () => Promise<T>): Promise<T> {
    this.#held.set(uploadId, (this.#held.get(uploadId) ?? 0) + 1)
    try {
      return await use()
    } finally {
      const others = (this.#held.get(uploadId) ?? 1) - 1
      if (others === 0) this.#held.delete(uploadId)
      else this.#held.set(uploadId, others)
    }
  }

  /** All uploads that are there, complete or not. */
  async readOpen(): Promise<OpenUploads> {
    const uploads = await Promise.all((await this.#ids()).map((id) => this.#readRecord(id)))
    const known = uploads.filter((upload) => upload !== undefined)
    const announcedBytes = known.reduce((sum, { size = 0 }) => sum + size, 0)
    const arrivedBytes = known.reduce((sum, { offset }) => sum + offset, 0)
    return { count: known.length, announcedBytes, missingBytes: announcedBytes - arrivedBytes }
  }

  /** The folder is made at the start; an operator may have taken it away since. */
  async #ids(): Promise<readonly string[]> {
    await mkdir(this.#root, { recursive: true })
    return (await readdir(this.#root)).filter(isUploadId)
  }

  async #isOver(uploadId: string): Promise<boolean> {
    const [upload, touched] = await Promise.all([this.find(uploadId), statIfThere(join(this.#root, uploadId))])
    const file = upload && (await statIfThere(upload.path))
    const ageMs = this.#clock().getTime() - Math.max(touched?.mtimeMs ?? 0, file?.mtimeMs ?? 0)
    return ageMs >= (upload === undefined ? NAMELESS_MS : ABANDONED_MS)
  }

  /**
   * Removes uploads that nobody claimed or finished in time; how many. `isClaimed`: an asset is made of it, and whoever
   * probes that takes the file away, however long the server was down in between.
   */
  async sweep(isClaimed: (uploadId: string) => Promise<boolean>): Promise<number> {
    let removed = 0
    const failures: unknown[] = []
    for (const uploadId of await this.#ids()) {
      try {
        if (!(await this.#isOver(uploadId)) || (await isClaimed(uploadId))) continue
        // Asked last, with nothing between this and the removal's beginning.
        if (this.#held.has(uploadId)) continue
        await this.forget(uploadId)
        removed += 1
      } catch (error) {
        failures.push(new Error(`upload ${uploadId} cannot be swept`, { cause: error }))
      }
    }
    if (failures.length > 0) throw new AggregateError(failures, failures.map(String).join('; '))
    return removed
  }
}
