import { randomUUID } from 'node:crypto'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { LaunchConfig } from './config/config.ts'
import type { LaunchProblem } from './launch-problem.ts'

/** Makes the data and media folders, and proves by writing a file that they can be written. */
export async function prepareDataDir(config: Pick<LaunchConfig, 'dataDir' | 'mediaDir'>): Promise<LaunchProblem | undefined> {
  for (const folder of [config.dataDir, config.mediaDir]) {
    if (!(await isWritable(folder))) return { kind: 'data-dir-unwritable', detail: folder }
  }
  return undefined
}

/** Makes a folder that is missing, and tells whether a file can be written in it. */
async function isWritable(folder: string): Promise<boolean> {
  const probe = join(folder, `.writable-${randomUUID()}`)
  try {
    await makeFolder(folder)
    await writeFile(probe, '')
    await rm(probe)
    return true
  } catch {
    // Whatever the reason (a file in its place, a read-only disk, no permission), the answer is the same sentence.
    return false
  }
}

/** Like Node's recursive mkdir, which tries for ever where a parent is there and nothing can be made in it (`/proc`). */
async function makeFolder(folder: string): Promise<void> {
  const make = (): Promise<void> => mkdir(folder, { mode: 0o755 })
  await make().catch(async (error: NodeJS.ErrnoException) => {
    // What is there and is no folder shows at the first write.
    if (error.code === 'EEXIST') return
    if (error.code !== 'ENOENT' || dirname(folder) === folder) throw error
    await makeFolder(dirname(folder))
    await make()
  })
}
