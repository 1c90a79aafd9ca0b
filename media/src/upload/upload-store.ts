import { createHash, type Hash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, readdir, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Readable } from 'node:stream'
import { Transform, type TransformCallback } from 'node:stream'
import { FileStore } from '@tus/file-store'
import { ERRORS, type Upload } from '@tus/server'
import { statIfThere } from '../store/stat-if-there.ts'

/** Every upload has a directory of its own; the file in it is always called so, whatever the sender calls it. */
export const UPLOAD_FILE = 'file'
const HOUR_MS = 3_600_000
/** Complete but never claimed, or given up half-way. */
const UNCLAIMED_MS = 24 * HOUR_MS
const ABANDONED_MS = 7 * 24 * HOUR_MS

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

  async #isOver(uploadId: string): Promise<boolean> {
    const [upload, touched] = await Promise.all([this.find(uploadId), statIfThere(join(this.#root, uploadId))])
    const file = upload && (await statIfThere(upload.path))
    const ageMs = this.#clock().getTime() - Math.max(touched?.mtimeMs ?? 0, file?.mtimeMs ?? 0)
    return ageMs >= (upload?.isComplete === false ? ABANDONED_MS : UNCLAIMED_MS)
  }

  /** Removes uploads that nobody claimed or finished in time; how many. */
  async sweep(): Promise<number> {
    // Made at the start; an operator may have taken it away since.
    await mkdir(this.#root, { recursive: true })
    let removed = 0
    const failures: unknown[] = []
    for (const uploadId of (await readdir(this.#root)).filter(isUploadId)) {
      try {
        if (!(await this.#isOver(uploadId))) continue
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
