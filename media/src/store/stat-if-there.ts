import type { Stats } from 'node:fs'
import { stat } from 'node:fs/promises'

/** Undefined only where nothing is: a disk that cannot be read now (EIO, EACCES) may be read later, so that is thrown. */
export async function statIfThere(path: string): Promise<Stats | undefined> {
  try {
    return await stat(path)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}
