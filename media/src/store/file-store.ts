import { randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { access, constants, copyFile, link, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join, relative, sep } from 'node:path'
import { heldStream } from './held-stream.ts'
import { MARKER_KEY, type MediaStore, type StoredFile } from './media-store.ts'

/** A folder is no file, and nothing is below a file. */
const NO_FILE = ['ENOENT', 'ENOTDIR', 'EISDIR']

/** The value, or undefined where nothing is; a disk that cannot be read may be read later, so that is thrown. */
const ifThere = async <T>(reading: Promise<T>): Promise<T | undefined> =>
  await reading.catch((error: NodeJS.ErrnoException) => {
    if (NO_FILE.includes(error.code ?? '')) return undefined
    throw error
  })

/** Some file systems have no hard links, and a work folder may lie on another one. */
const NO_LINKS = ['EPERM', 'EXDEV', 'ENOTSUP', 'EMLINK']

/** One more name for a file costs no bytes, and no time either; it appears whole like a renamed one. */
async function keep(from: string, path: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  await link(from, path).catch(async (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST' && !NO_LINKS.includes(error.code ?? '')) throw error
    await appear(path, (scratch) => copyFile(from, scratch))
  })
}

/** Makes a file under a private name and lets it appear by one rename. */
async function appear(path: string, make: (scratch: string) => Promise<void>): Promise<void> {
  const scratch = `${path}.${randomUUID()}`
  await mkdir(dirname(path), { recursive: true })
  try {
    await make(scratch)
    await rename(scratch, path)
  } catch (error) {
    await rm(scratch, { force: true })
    throw error
  }
}

async function listFolder(root: string, folder: string): Promise<readonly StoredFile[]> {
  const names = (await ifThere(readdir(join(root, folder), { withFileTypes: true, recursive: true }))) ?? []
  const files = names.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  const stored: StoredFile[] = []
  for (const file of files) {
    const found = await ifThere(stat(file))
    if (found !== undefined) stored.push({ key: relative(root, file).split(sep).join('/'), sizeBytes: found.size })
  }
  return stored
}

async function namesOfFolders(path: string): Promise<readonly string[]> {
  const entries = (await ifThere(readdir(path, { withFileTypes: true }))) ?? []
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name)
}

/** Leaves the store's mark in its folder, at the start only; an empty file, which a full disk still takes. */
async function mark(root: string): Promise<void> {
  await writeFile(join(root, MARKER_KEY), '', { flag: 'wx' }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error
  })
}

/** Whether a folder has the mark of a store, and can be written. */
export async function isFileStoreAt(root: string): Promise<boolean> {
  try {
    await access(join(root, MARKER_KEY), constants.R_OK)
    await access(root, constants.W_OK | constants.X_OK)
    return true
  } catch {
    // Moved, unmounted, read-only, no permission: whatever it is, media cannot be kept here now.
    return false
  }
}

/** A folder that is there already as media store; marks it as one. */
export async function openFileStore(root: string): Promise<MediaStore> {
  await mark(root)
  const at = (key: string): string => join(root, key)
  return {
    putFile: async (key, path) => {
      // A master is in its place already when the store is the folder that uploads come to.
      if (at(key) !== path) await keep(path, at(key))
    },
    put: (key, bytes) => appear(at(key), (scratch) => writeFile(scratch, bytes)),
    read: (key) => ifThere(readFile(at(key))),
    open: async (key, range) => {
      const found = await ifThere(stat(at(key)))
      if (found === undefined || !found.isFile()) return undefined
      return { stream: heldStream(createReadStream(at(key), range && { start: range.from, end: range.to })), sizeBytes: found.size }
    },
    stat: async (key) => {
      const found = await ifThere(stat(at(key)))
      return found?.isFile() === true ? { key, sizeBytes: found.size } : undefined
    },
    list: (folder) => listFolder(root, folder),
    folders: (folder) => namesOfFolders(at(folder)),
    remove: (folder) => rm(at(folder), { recursive: true, force: true }),
    removeFile: (key) => rm(at(key), { force: true }),
    localPath: at,
    signUrl: async () => undefined,
    publicOrigin: undefined,
    isReachable: () => isFileStoreAt(root),
    close: () => undefined,
  }
}
