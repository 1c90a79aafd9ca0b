import { readdir, statfs } from 'node:fs/promises'
import type { MediaFigures } from '@ulan/contract'
import type { MediaNeeds } from './media-needs.ts'

/** Counts what there is now; two grouped counts, a folder and a disk. */
export async function readMediaFigures({ assets, units, layout }: Pick<MediaNeeds, 'assets' | 'units' | 'layout'>): Promise<MediaFigures> {
  const [byStatus, byState, uploads, disk] = await Promise.all([
    assets.countByStatus(),
    units.countByState(),
    readdir(layout.uploads),
    statfs(layout.root),
  ])
  return {
    assets: byStatus,
    unitsWaiting: byState.waiting ?? 0,
    unitsRunning: byState.running ?? 0,
    uploadsOpen: uploads.length,
    freeBytes: disk.bavail * disk.bsize,
  }
}
