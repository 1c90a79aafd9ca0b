import { randomUUID } from 'node:crypto'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { LaunchConfig } from './config/config.ts'
import type { LaunchProblem } from './launch-problem.ts'

/** Makes the data and media folders and proves, by writing a file, that they can be written. */
export async function prepareDataDir(config: Pick<LaunchConfig, 'dataDir' | 'mediaDir'>): Promise<LaunchProblem | undefined> {
  for (const folder of [config.dataDir, config.mediaDir]) {
    if (!(await isWritable(folder))) return { kind: 'data-dir-unwritable', detail: folder }
  }
  return undefined
}

/** Whether a file can be written in a folder now: a full or vanished disk answers false. */
export async function isWritable(folder: string): Promise<boolean> {
  const probe = join(folder, `.writable-${randomUUID()}`)
  try {
    await mkdir(folder, { recursive: true, mode: 0o755 })
    await writeFile(probe, '')
    await rm(probe)
    return true
  } catch {
    // Whatever the reason (a file in its place, a read-only disk, no permission), the answer is the same sentence.
    return false
  }
}
