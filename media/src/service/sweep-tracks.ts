import { rm } from 'node:fs/promises'
import { masterKey } from '../store/store-keys.ts'
import type { MediaNeeds } from './media-needs.ts'
import { GRACE_MS } from './sweep-versions.ts'

type Needs = Pick<MediaNeeds, 'masterRecords' | 'store' | 'layout' | 'clock' | 'logger'>

/**
 * Removes the files of sounds and subtitles that were taken out of their titles two days ago or before, and says how many:
 * versions have what was made of them, and no later one will ask. A kill at any point leaves them to the next sweep.
 */
export async function sweepTracks({ masterRecords, store, layout, clock, logger }: Needs): Promise<number> {
  const before = new Date(clock().getTime() - GRACE_MS)
  let removed = 0
  for (const { _id, removedTracks = [] } of await masterRecords.listLosingTracks(before)) {
    for (const { id } of removedTracks.filter(({ at }) => at <= before)) {
      await store.removeFile(masterKey(_id, id))
      await rm(layout.masterPath(_id, id), { force: true })
      await masterRecords.forgetTrack(_id, id)
      logger.info({ assetId: _id, trackId: id }, 'file of a track removed')
      removed += 1
    }
  }
  return removed
}
