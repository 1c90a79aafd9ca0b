import { createHash } from 'node:crypto'
import { type FileHandle, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { hostname } from 'node:os'
import { dirname, join } from 'node:path'
import { createTarPacker } from 'modern-tar'
import { BackupTrouble, messageOf } from './backup-problem.ts'

export type WrittenEntry = { readonly name: string; readonly sizeBytes: number; readonly sha256: string }

/** Accounts, passwords and the secret key are in it. */
const OWNER_ONLY = 0o600
/** Names a file under way, and whose it is: what a killed backup left can be told from one at work. */
const UNFINISHED = '.unfinished-'
const unfinishedName = (file: string, processId: number): string => `${file}${UNFINISHED}${hostname()}-${String(processId)}`

/** A tar that is written under another name, and appears whole or not at all. */
export class ArchiveWriter {
  readonly #file: string
  readonly #scratch: string
  readonly #handle: FileHandle
  readonly #packer = createTarPacker()
  readonly #mtime: Date
  readonly #signal: AbortSignal | undefined
  readonly #written: Promise<void>
  #failure: unknown

  private constructor(file: string, scratch: string, handle: FileHandle, mtime: Date, signal: AbortSignal | undefined) {
    this.#file = file
    this.#scratch = scratch
    this.#handle = handle
    this.#mtime = mtime
    this.#signal = signal
    this.#written = writeAll(handle, this.#packer.readable)
    this.#written.catch((error: unknown) => {
      this.#failure = error
    })
  }

  /** Opens `file` for a backup; throws BackupTrouble when it is there already or cannot be made. After `signal` nothing is written any more. */
  static async open(file: string, mtime: Date, signal?: AbortSignal): Promise<ArchiveWriter> {
    if (await exists(file)) throw new BackupTrouble('file-exists', file)
    const folder = dirname(file)
    if (!(await exists(folder))) throw new BackupTrouble('folder-absent', folder)
    await removeLeftOver(file)
    const scratch = unfinishedName(file, process.pid)
    try {
      return new ArchiveWriter(file, scratch, await open(scratch, 'w', OWNER_ONLY), mtime, signal)
    } catch (error) {
      throw troubleOf(error, file)
    }
  }

  async add(name: string, bytes: Uint8Array): Promise<WrittenEntry> {
    return await this.addStream(name, bytes.length, [bytes])
  }

  /** Adds an entry from a stream of exactly `sizeBytes`. */
  async addStream(name: string, sizeBytes: number, stream: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<WrittenEntry> {
    const hash = createHash('sha256')
    const body = this.#guard(() => this.#packer.controller.add({ name, size: sizeBytes, mtime: this.#mtime, mode: OWNER_ONLY }).getWriter())
    for await (const chunk of stream) {
      if (this.#signal?.aborted === true) throw new BackupTrouble('stopped', this.#file)
      hash.update(chunk)
      await this.#guardAsync(body.write(chunk))
    }
    await this.#guardAsync(body.close())
    return { name, sizeBytes, sha256: hash.digest('hex') }
  }

  /** Everything is on disk, and only then under its own name. */
  async finish(): Promise<void> {
    try {
      this.#packer.controller.finalize()
      await this.#written
      await this.#handle.sync()
      await this.#handle.close()
      if (await exists(this.#file)) throw new BackupTrouble('file-exists', this.#file)
      await rename(this.#scratch, this.#file)
      await syncFolder(dirname(this.#file))
    } catch (error) {
      throw troubleOf(error, this.#file)
    }
  }

  /** Takes away what was written so far. */
  async abandon(): Promise<void> {
    this.#packer.controller.error(new Error('abandoned'))
    await this.#written.catch(() => undefined) // it fails because it was told to
    await this.#handle.close()
    await rm(this.#scratch, { force: true })
  }

  #guard<T>(work: () => T): T {
    try {
      return work()
    } catch (error) {
      throw troubleOf(this.#failure ?? error, this.#file)
    }
  }

  async #guardAsync(work: Promise<void>): Promise<void> {
    await work.catch((error: unknown) => {
      throw troubleOf(this.#failure ?? error, this.#file)
    })
  }
}

async function writeAll(handle: FileHandle, bytes: ReadableStream<Uint8Array>): Promise<void> {
  for await (const chunk of bytes) await handle.appendFile(chunk)
}

function troubleOf(error: unknown, file: string): BackupTrouble {
  if (error instanceof BackupTrouble) return error
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'ENOSPC' || code === 'EDQUOT') return new BackupTrouble('disk-full', file, { cause: error })
  if (code === 'EFBIG') return new BackupTrouble('file-too-large', file, { cause: error })
  return new BackupTrouble('file-unwritable', messageOf(error), { cause: error })
}

/** Of backups into this folder that were killed on this machine, whatever their names; one that is at work keeps its file. */
async function removeLeftOver(file: string): Promise<void> {
  const names = await readdir(dirname(file)).catch((error: unknown) => {
    throw troubleOf(error, file)
  })
  for (const name of names) {
    const [, owner] = name.split(UNFINISHED)
    const processId = Number(owner?.startsWith(`${hostname()}-`) === true ? owner.slice(hostname().length + 1) : Number.NaN)
    if (Number.isInteger(processId) && !isAlive(processId)) await rm(join(dirname(file), name), { force: true })
  }
}

function isAlive(processId: number): boolean {
  try {
    process.kill(processId, 0)
    return true
  } catch (error) {
    // EPERM: somebody else's, but alive.
    return !(error instanceof Error && 'code' in error && error.code === 'ESRCH')
  }
}

async function exists(path: string): Promise<boolean> {
  return await stat(path).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return false
      throw troubleOf(error, path)
    },
  )
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } catch (error) {
    // Some file systems (FAT, shares of other machines) sync no folders; the file itself is on disk.
    if (!(error instanceof Error && 'code' in error && (error.code === 'EINVAL' || error.code === 'ENOTSUP'))) throw error
  } finally {
    await handle.close()
  }
}
