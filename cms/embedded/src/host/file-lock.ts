import { readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { saysFull } from '../engine/full-disk.ts'
import { SqliteConnection } from '../engine/sqlite-connection.ts'
import type { OpenStoreProblem } from './worker-protocol.ts'

const SQLITE_BUSY = 5

type FileLock = { readonly release: () => void }

function holder(path: string): string {
  try {
    return `process ${readFileSync(`${path}.pid`, 'utf8').trim()}`
  } catch {
    // The note is only for the message; without it the lock still holds.
    return 'another process'
  }
}

/** The note is only for others' message: a full disk, which has no room for it, can still be read from. */
function noteHolder(path: string): void {
  try {
    writeFileSync(`${path}.pid`, `${process.pid}\n`)
  } catch (error) {
    if (!saysFull(error)) throw error
  }
}

/**
 * Makes this process the one owner of a store. The lock is the kernel's own on an otherwise empty SQLite file: it dies
 * with its process, so a kill leaves nothing behind that could block the next start, and no process id has to be trusted.
 */
export function takeFileLock(path: string): FileLock | OpenStoreProblem {
  let connection: SqliteConnection | undefined
  try {
    connection = new SqliteConnection(path, { readOnly: false, busyTimeoutMs: 0 })
    connection.exec('PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE')
    noteHolder(path)
    const held = connection
    return { release: () => held.close() }
  } catch (error) {
    connection?.close()
    const isBusy = error instanceof Error && 'errcode' in error && Number(error.errcode) % 256 === SQLITE_BUSY
    if (isBusy) return { kind: 'locked-by-other-process', detail: `the store is in use by ${holder(path)}` }
    if (saysFull(error)) return { kind: 'disk-full', detail: dirname(path) }
    return { kind: 'data-dir-unwritable', detail: error instanceof Error ? error.message : String(error) }
  }
}
