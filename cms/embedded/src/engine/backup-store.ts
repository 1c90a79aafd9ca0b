import { existsSync } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { dirname, isAbsolute } from 'node:path'
import { CommandFailure } from '../value/failure.ts'
import { SqliteConnection } from './sqlite-connection.ts'

/** Enough to be done in seconds, few enough that writes in between hardly notice. */
const PAGES_PER_STEP = 200

async function syncPath(path: string): Promise<void> {
  const file = await open(path, 'r')
  try {
    await file.sync()
  } finally {
    await file.close()
  }
}

function checkCopy(path: string): void {
  const copy = new SqliteConnection(path, { readOnly: true })
  try {
    const verdict = copy.row('PRAGMA quick_check(1)')?.[0]
    if (verdict !== 'ok') throw new CommandFailure('InternalError', `the copy is not whole: ${String(verdict)}`)
  } finally {
    copy.close()
  }
}

/** Copies under a temporary name, checks, syncs, then renames: a file of the final name is always a whole backup. */
export async function backupStore(writer: SqliteConnection, path: string): Promise<number> {
  if (!isAbsolute(path)) throw new CommandFailure('BadValue', 'a backup needs an absolute path')
  if (existsSync(path)) throw new CommandFailure('BadValue', `the file '${path}' exists already`)
  const unfinished = `${path}.unfinished`
  await rm(unfinished, { force: true })
  try {
    const pages = await writer.backupTo(unfinished, PAGES_PER_STEP)
    checkCopy(unfinished)
    await syncPath(unfinished)
    await rename(unfinished, path)
    await syncPath(dirname(path))
    return pages
  } catch (error) {
    await rm(unfinished, { force: true })
    if (error instanceof CommandFailure) throw error
    throw new CommandFailure('BadValue', `the backup failed: ${error instanceof Error ? error.message : String(error)}`)
  }
}
