import { access, constants, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Only the real store has it: what stands in its place after an unmount is an empty folder that looks writable. */
const MARKER = '.media-store'
/** Anybody may ask whether the server is ready, so that asking must cost next to nothing. */
const KEPT_MS = 3_000

/** Leaves the store's mark in its folder, at the start only; an empty file, which a full disk still takes. */
export async function markMediaStore(mediaDir: string): Promise<void> {
  await writeFile(join(mediaDir, MARKER), '', { flag: 'wx' }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error
  })
}

/** Tells whether the store of the start is still in its folder and can be written. Looks at most once in a few seconds, makes nothing. */
export function createMediaCheck(mediaDir: string, clock: () => Date): () => Promise<boolean> {
  let last: { readonly atMs: number; readonly isThere: Promise<boolean> } | undefined
  return () => {
    const nowMs = clock().getTime()
    if (last === undefined || Math.abs(nowMs - last.atMs) >= KEPT_MS) last = { atMs: nowMs, isThere: isStoreAt(mediaDir) }
    return last.isThere
  }
}

async function isStoreAt(mediaDir: string): Promise<boolean> {
  try {
    await access(join(mediaDir, MARKER), constants.R_OK)
    await access(mediaDir, constants.W_OK | constants.X_OK)
    return true
  } catch {
    // Moved, unmounted, read-only, no permission: whatever it is, media cannot be kept here now.
    return false
  }
}
