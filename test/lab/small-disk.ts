import { execFile } from 'node:child_process'
import { appendFile, mkdtemp, rm, rmdir, stat, statfs, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** A file system of its own that can be filled to its last block, whoever writes to it meanwhile. */
export type SmallDisk = {
  readonly path: string
  /** Leaves whole blocks free up to so many bytes. */
  fill(leaveBytes: number): Promise<void>
  /** Takes whatever has become free since: others remove what they gave up, too. */
  topUp(): Promise<void>
  makeRoom(): Promise<void>
  /** Takes it away with all that is on it. */
  remove(): Promise<void>
}

/** Uploads are let in only where more than half of this stays free. Memory is taken only by what is written. */
const ROOMY_BYTES = 2 ** 30
/** What a shrunk disk has left at most, for the ballast to fill. */
const NARROW_BYTES = 4 * 2 ** 20
export const BLOCK_BYTES = 4_096

const isFull = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ENOSPC'

/** What there is to be said when no such disk can be had here; undefined when it can. */
export async function lackOfSmallDisk(): Promise<string | undefined> {
  try {
    await (await openSmallDisk()).remove()
    return undefined
  } catch (error) {
    // Not root, in a container without the right to mount, or not Linux: whatever it is, it is told by whoever asked.
    return `the right to mount a tmpfs (${error instanceof Error ? (error.message.split('\n')[1] ?? error.message) : String(error)})`
  }
}

/** Throws when this process may not mount. */
export async function openSmallDisk(): Promise<SmallDisk> {
  const path = await mkdtemp(join(tmpdir(), 'legal-disk-'))
  await run('mount', ['-t', 'tmpfs', '-o', `size=${ROOMY_BYTES}`, 'tmpfs', path]).catch(async (error: unknown) => {
    await rmdir(path)
    throw error
  })
  const ballast = join(path, 'ballast')
  return {
    path,
    fill: async (leaveBytes) => {
      await shrink(path)
      await writeFile(ballast, '')
      await fillUp(ballast)
      const { size } = await stat(ballast)
      await truncate(ballast, Math.max(0, Math.floor((size - leaveBytes) / BLOCK_BYTES) * BLOCK_BYTES))
    },
    topUp: () => fillUp(ballast),
    makeRoom: async () => {
      await rm(ballast, { force: true })
      await resize(path, ROOMY_BYTES)
    },
    remove: async () => {
      await run('umount', ['--lazy', path])
      await rmdir(path)
    },
  }
}

const resize = (path: string, bytes: number): Promise<unknown> => run('mount', ['-o', `remount,size=${bytes}`, path])

/** Others write meanwhile: what was free when it was asked for may be taken when the disk is to be made smaller. */
async function shrink(path: string): Promise<void> {
  for (;;) {
    const { blocks, bfree, bsize } = await statfs(path)
    const shrunk = await resize(path, (blocks - bfree) * bsize + NARROW_BYTES).then(
      () => true,
      async () => (await statfs(path)).bfree === bfree,
    )
    if (shrunk) return
  }
}

async function fillUp(file: string): Promise<void> {
  for (;;) {
    try {
      await appendFile(file, Buffer.alloc(BLOCK_BYTES))
    } catch (error) {
      if (isFull(error)) return
      throw error
    }
  }
}
