import { link, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** What is shorter was cut off by a kill or a full disk, and anybody could guess it; the same bound as for SECRET_KEY. */
const SHORTEST_KEY = 32

/** The key that signs sessions and previews: made once per data folder, readable by its owner only. */
export async function readSecretKey(dataDir: string, random: (bytes: number) => Buffer): Promise<string> {
  const file = join(dataDir, 'secret-key')
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

const readKey = async (file: string): Promise<string | undefined> => (await readFile(file, 'utf8').catch(unless('ENOENT')))?.trim()

const unless =
  (code: string) =>
  (error: NodeJS.ErrnoException): undefined => {
    if (error.code !== code) throw error
  }
