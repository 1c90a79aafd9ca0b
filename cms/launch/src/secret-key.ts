import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** The key that signs sessions and previews: made once per data folder, readable by its owner only. */
export async function readSecretKey(dataDir: string, random: (bytes: number) => Buffer): Promise<string> {
  const file = join(dataDir, 'secret-key')
  const fresh = random(32).toString('hex')
  try {
    await writeFile(file, fresh, { mode: 0o600, flag: 'wx' })
    return fresh
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
    return (await readFile(file, 'utf8')).trim()
  }
}
