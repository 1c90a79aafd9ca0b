import { readdir, rm, rmdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { MediaNeeds } from './media-needs.ts'

async function namesIn(folder: string): Promise<readonly string[]> {
  return await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw error
  })
}

/**
 * Removes what this machine made for attempts that are over, and how many: whoever ends an attempt clears up on its own
 * machine only.
 */
export async function sweepWork({ assets, layout }: Pick<MediaNeeds, 'assets' | 'layout'>): Promise<number> {
  let removed = 0
  for (const assetId of await namesIn(layout.work)) {
    // Listed before it is asked which one is wanted: an attempt that begins meanwhile is not in the list.
    const attempts = await namesIn(join(layout.work, assetId))
    const asset = await assets.read(assetId)
    for (const attempt of attempts) {
      const isWanted = asset?.status === 'encoding' || asset?.isResumable === true
      if (isWanted && String(asset.attempt) === attempt) continue
      await rm(layout.workDirectory(assetId, Number(attempt)), { recursive: true, force: true })
      removed += 1
    }
    await rmdir(join(layout.work, assetId)).catch((error: NodeJS.ErrnoException) => {
      // An attempt is at work in there, or whoever ended it was quicker.
      if (error.code !== 'ENOTEMPTY' && error.code !== 'ENOENT') throw error
    })
  }
  return removed
}
