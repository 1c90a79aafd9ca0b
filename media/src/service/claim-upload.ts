import { type AssetId, done, type Outcome, problemName, refuse } from '@ulan/contract'
import { unitId } from '../storage/unit-store.ts'
import type { HashingUploadStore } from '../upload/upload-store.ts'
import { queueUnits } from '../work/queue-steps.ts'
import { wordsOf } from '../work/worker-name.ts'
import { admitMaster } from './admit-master.ts'
import type { MediaNeeds } from './media-needs.ts'
import { takeUpload } from './take-upload.ts'

/** The asset of an upload that was claimed before, with the problem that ended it, if any. */
async function claimedBefore(needs: MediaNeeds, uploadId: string): Promise<Outcome<AssetId> | undefined> {
  const asset = await needs.assets.read(uploadId)
  if (asset === undefined) return undefined
  if (asset.problem !== undefined) return refuse(problemName(asset.problem.type) ?? 'internal', asset.problem.errors)
  return done(uploadId as AssetId) // its id is the upload's
}

/** Turns a complete upload into an asset of the same id; claiming it twice gives the same answer. */
export async function claimUpload(
  needs: MediaNeeds,
  uploads: HashingUploadStore,
  uploadId: string,
  sha256: string | undefined,
): Promise<Outcome<AssetId>> {
  const before = await claimedBefore(needs, uploadId)
  if (before !== undefined) return before
  const taken = await takeUpload(uploads, uploadId, sha256)
  if (taken.kind === 'refused') return taken
  const { fileName, sizeBytes, sha256: measured } = taken.value
  const isNew = await needs.assets.insert({ _id: uploadId, fileName, sizeBytes, sha256: measured, origin: 'upload', status: 'probing' })
  const asset = await needs.assets.read(uploadId)
  if (!isNew || asset === undefined) return (await claimedBefore(needs, uploadId)) ?? refuse('conflict')
  // Probed within the request, so that a wrong file is told at once; were this process to die, a worker takes the unit over.
  await needs.units.add(queueUnits(asset, [{ kind: 'probe', name: 'probe' }]), wordsOf(needs.processName))
  const admission = await admitMaster(needs, asset, AbortSignal.timeout(120_000))
  await needs.units.finish({ _id: unitId(uploadId, asset.attempt, 'probe'), fence: 1 }, [])
  return admission.kind === 'refused' ? admission : done(uploadId as AssetId) // its id is the upload's
}
