import type { MediaUses } from '@ulan/contract'
import { sweepDeletions, sweepLateFiles } from './service/delete-asset.ts'
import type { MediaNeeds } from './service/media-needs.ts'
import type { StorageCounter } from './service/storage-counter.ts'
import { sweepOldMasters } from './service/sweep-old-masters.ts'
import { sweepPictures } from './service/sweep-pictures.ts'
import { sweepTracks } from './service/sweep-tracks.ts'
import { sweepVersions } from './service/sweep-versions.ts'
import type { Chores } from './work/chores.ts'

const SWEEP_VERSIONS_MS = 3_600_000
const SWEEP_DELETIONS_MS = 15_000

/** What only a process may do that knows what media are used for. */
export function startSweeps(chores: Chores, needs: MediaNeeds, uses: MediaUses, storage: StorageCounter): void {
  chores.every(SWEEP_VERSIONS_MS, () => sweepVersions(needs, uses))
  chores.every(SWEEP_DELETIONS_MS, async () => {
    if ((await sweepDeletions(needs, uses)) > 0) storage.begin()
  })
  chores.every(SWEEP_VERSIONS_MS, () => sweepLateFiles(needs))
  chores.every(SWEEP_VERSIONS_MS, () => sweepOldMasters(needs, uses))
  chores.every(SWEEP_VERSIONS_MS, () => sweepTracks(needs))
  chores.every(SWEEP_VERSIONS_MS, () => sweepPictures(needs, uses))
}
