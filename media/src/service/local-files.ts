import { lstat, opendir } from 'node:fs/promises'
import { join } from 'node:path'

/** A file below a folder of this machine; `isLinked`: it has another name somewhere, so that its bytes are there once. */
export type LocalFile = { readonly path: string; readonly sizeBytes: number; readonly isLinked: boolean }

const ifThere = async <T>(reading: Promise<T>): Promise<T | undefined> =>
  await reading.catch((error: NodeJS.ErrnoException) => {
    // Gone since it was listed, or never made.
    if (error.code === 'ENOENT') return undefined
    throw error
  })

/** All files below a folder, one after the other, so that however many there are, others are served meanwhile. */
export async function* localFiles(folder: string): AsyncGenerator<LocalFile> {
  const entries = await ifThere(opendir(folder))
  if (entries === undefined) return
  for await (const entry of entries) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) yield* localFiles(path)
    else {
      const found = await ifThere(lstat(path))
      if (found !== undefined) yield { path, sizeBytes: found.size, isLinked: found.nlink > 1 }
    }
  }
}

/** What lies directly in a folder: folders by name, files with their sizes. */
export async function localEntries(folder: string): Promise<{ folders: readonly string[]; files: readonly LocalFile[] }> {
  const folders: string[] = []
  const files: LocalFile[] = []
  const entries = await ifThere(opendir(folder))
  if (entries === undefined) return { folders, files }
  for await (const entry of entries) {
    const path = join(folder, entry.name)
    const found = entry.isDirectory() ? undefined : await ifThere(lstat(path))
    if (found !== undefined) files.push({ path, sizeBytes: found.size, isLinked: found.nlink > 1 })
    else if (entry.isDirectory()) folders.push(path)
  }
  return { folders, files }
}
