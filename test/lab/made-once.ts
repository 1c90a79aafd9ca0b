import { existsSync } from 'node:fs'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { inject } from 'vitest'
import { waitUntil } from './wait-until.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Folder of what tests of one run make once and share; it goes with the run. */
    madeOnce: string
  }
}

/** As long as it takes on a machine that is busy with other tests. */
const MADE_MS = 280_000

/**
 * A folder that takes long to fill: whoever asks for it first in a run fills it, all others wait, and nobody changes it
 * afterwards: who needs to writes into a copy.
 * @throws Error for everybody when it could not be filled
 */
export async function madeOnce(name: string, fill: (folder: string) => Promise<void>): Promise<string> {
  const place = join(inject('madeOnce'), name)
  const [made, failed] = [join(place, 'made'), join(place, 'failed')]
  await mkdir(place, { recursive: true })
  if (await isFirst(join(place, 'begun'))) {
    const folder = join(place, 'unfinished')
    await mkdir(folder)
    await fill(folder).catch(async (error: unknown) => {
      await writeFile(failed, String(error))
      throw error
    })
    await rename(folder, made)
    return made
  }
  await waitUntil(
    `${name}, which another test makes`,
    () => existsSync(made) || existsSync(failed),
    (isOver) => isOver,
    MADE_MS,
  )
  if (existsSync(failed)) throw new Error(`${name} could not be made: ${await readFile(failed, 'utf8')}`)
  return made
}

/** Of all who try to make this folder one succeeds. */
async function isFirst(folder: string): Promise<boolean> {
  try {
    await mkdir(folder)
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  }
}
