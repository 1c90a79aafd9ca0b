import { link, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** What is shorter was cut off by a kill or a full disk, and anybody could guess it; the same bound as for SECRET_KEY. */
const SHORTEST_KEY = 32

const keyFile = (dataDir: string): string => join(dataDir, 'secret-key')

/** The key that signs sessions and previews: made once per data folder, readable by its owner only. */
export async function readSecretKey(dataDir: string, random: (bytes: number) => Buffer): Promise<string> {
  const file = keyFile(dataDir)
  const found = await readKey(file)
  if (found !== undefined && found.length >= SHORTEST_KEY) return found
  const scratch = `${file}-${random(6).toString('hex')}`
  await writeFile(scratch, random(32).toString('hex'), { mode: 0o600, flag: 'wx' })
  try {
    if (found !== undefined) await rename(scratch, file)
    else await link(scratch, file).catch(unless('EEXIST'))
  } finally {
    await rm(scratch, { force: true })
  }
  // Another process may have been quicker: what is in the folder counts.
  const kept = await readKey(file)
  if (kept === undefined) throw new Error(`${file} vanished while it was written`)
  return kept
}

/** The key of a data folder that has one. */
export async function findSecretKey(dataDir: string): Promise<string | undefined> {
  const found = await readKey(keyFile(dataDir))
  return found !== undefined && found.length >= SHORTEST_KEY ? found : undefined
}

/** Puts a key into a data folder that has none, and has it on disk. */
export async function keepSecretKey(dataDir: string, key: string): Promise<void> {
  await writeFile(keyFile(dataDir), key, { mode: 0o600, flag: 'wx', flush: true })
}

const readKey = async (file: string): Promise<string | undefined> => (await readFile(file, 'utf8').catch(unless('ENOENT')))?.trim()

const unless =
  (code: string) =>
  (error: NodeJS.ErrnoException): undefined => {
    if (error.code !== code) throw error
  }
