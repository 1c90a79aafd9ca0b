import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { buffer } from 'node:stream/consumers'
import { createTarDecoder } from 'modern-tar'
import { BackupTrouble, messageOf } from './backup-problem.ts'

export type ArchiveEntry = {
  readonly name: string
  readonly sizeBytes: number
  /** To be read before the next entry is asked for; what is left unread is passed over. */
  readonly body: AsyncIterable<Uint8Array>
}
export type EntryHash = { readonly sizeBytes: number; readonly sha256: string }

const READ_BYTES = 1024 * 1024
/** Lists and chunks are small; whatever says otherwise is no backup of ours. */
const MOST_BUFFERED_BYTES = 512 * 1024 * 1024

/** The entries of a backup, in order. Throws BackupTrouble: no such file, unreadable, not a tar, broken off. */
export async function* readArchive(file: string): AsyncGenerator<ArchiveEntry> {
  const found = await stat(file).catch((error: NodeJS.ErrnoException) => {
    throw new BackupTrouble(error.code === 'ENOENT' ? 'file-absent' : 'file-unreadable', error.code === 'ENOENT' ? file : error.message)
  })
  if (!found.isFile()) throw new BackupTrouble('not-a-backup', file)
  // Not `Readable.toWeb`: cancelled, it goes on pushing, and that throws where nobody can catch it (Node 24).
  const bytes = ReadableStream.from<Uint8Array<ArrayBuffer>>(createReadStream(file, { highWaterMark: READ_BYTES }))
  let last: string | undefined
  const explain = (error: unknown): BackupTrouble => explained(error, file, last)
  const entries = bytes.pipeThrough(createTarDecoder({ strict: true })).getReader()
  try {
    for (;;) {
      const { done, value } = await entries.read().catch((error: unknown) => {
        throw explain(error)
      })
      if (done) return
      const { name, size, type } = value.header
      if (type !== 'file') throw new BackupTrouble(last === undefined ? 'not-a-backup' : 'damaged', last === undefined ? file : name)
      last = name
      const body = readBody(value.body, explain)
      yield { name, sizeBytes: size, body }
      for await (const _rest of body) void _rest
    }
  } finally {
    // Whoever needs no more lets go of the file; after a failure there is nothing left to cancel.
    await entries.cancel().catch(() => undefined)
  }
}

async function* readBody(body: ReadableStream<Uint8Array>, explain: (error: unknown) => BackupTrouble): AsyncGenerator<Uint8Array> {
  const reader = body.getReader()
  for (;;) {
    const { done, value } = await reader.read().catch((error: unknown) => {
      throw explain(error)
    })
    if (done) return
    yield value
  }
}

function explained(error: unknown, file: string, last: string | undefined): BackupTrouble {
  if (error instanceof BackupTrouble) return error
  if (error instanceof Error && 'syscall' in error) return new BackupTrouble('file-unreadable', error.message, { cause: error })
  const message = messageOf(error)
  // The first header already is none.
  if (last === undefined) return new BackupTrouble('not-a-backup', file, { cause: error })
  if (/truncated/i.test(message)) return new BackupTrouble('cut-short', file, { cause: error })
  return new BackupTrouble('damaged', `what follows ${last} cannot be read`, { cause: error })
}

/** Reads an entry to its end, for its hash alone. */
export async function hashEntry(entry: ArchiveEntry): Promise<EntryHash> {
  const hash = createHash('sha256')
  for await (const chunk of entry.body) hash.update(chunk)
  return { sizeBytes: entry.sizeBytes, sha256: hash.digest('hex') }
}

/** A small entry as a whole. */
export async function bufferEntry(entry: ArchiveEntry): Promise<EntryHash & { readonly bytes: Buffer }> {
  if (entry.sizeBytes > MOST_BUFFERED_BYTES) throw new BackupTrouble('damaged', `${entry.name} is too large`)
  const bytes = await buffer(entry.body)
  return { bytes, sizeBytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') }
}
