import { createHash } from 'node:crypto'
import { chmodSync, lstatSync, mkdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** The kernel takes at most 107 bytes; the rest of the path is ours. */
const MAX_SOCKET_BYTES = 103
const ATTEMPTS = 8

function isPrivate(directory: string): boolean {
  const found = lstatSync(directory)
  return found.isDirectory() && found.uid === process.getuid?.() && (found.mode & 0o077) === 0
}

/** Drivers lower-case the addresses in a server's greeting, so a capital letter in the path would break the second connection. */
function temporaryRoot(): string {
  const root = tmpdir()
  return root === root.toLowerCase() && root.length < MAX_SOCKET_BYTES - 40 ? root : '/tmp'
}

/**
 * A short, all-lower-case path for the socket in a directory that only this user can enter; the same DATA_DIR always
 * gets the same path. A directory of that name that belongs to someone else is passed over.
 */
export function socketPathFor(realDataDir: string): string {
  const owner = process.getuid?.() ?? 0
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const hash = createHash('sha256').update(`${owner}\0${attempt}\0${realDataDir}`).digest('hex').slice(0, 16)
    const directory = join(temporaryRoot(), `ulan-${hash}`)
    try {
      mkdirSync(directory, { recursive: true, mode: 0o700 })
      if (lstatSync(directory).uid === owner) chmodSync(directory, 0o700)
      if (isPrivate(directory)) return join(directory, 'store.sock')
    } catch (error) {
      if (attempt === ATTEMPTS - 1) throw error
    }
  }
  throw new Error(`no private directory for the socket under ${temporaryRoot()}`)
}
