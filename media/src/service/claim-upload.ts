import { open } from 'node:fs/promises'
import type { AssetId, FieldProblem, Problem } from '@ulan/contract'
import { problemOf } from '../http/problem-response.ts'
import { unitId } from '../storage/unit-store.ts'
import type { HashingUploadStore } from '../upload/upload-store.ts'
import { queueUnits } from '../work/work-priority.ts'
import { admitMaster } from './admit-master.ts'
import type { MediaNeeds } from './media-needs.ts'

export type ClaimOutcome = { readonly kind: 'asset'; readonly id: AssetId } | { readonly kind: 'problem'; readonly problem: Problem }

const incomplete: FieldProblem = { path: 'uploadId', code: 'invalid' }

/** What was acknowledged must outlive a power cut. */
async function syncFile(path: string): Promise<void> {
  const handle = await open(path, 'r+')
  await handle.sync().finally(() => handle.close())
}

/** The asset of an upload that was claimed before, with the problem that ended it, if any. */
async function claimedBefore(needs: MediaNeeds, uploadId: string): Promise<ClaimOutcome | undefined> {
  const asset = await needs.assets.read(uploadId)
  if (asset === undefined) return undefined
  return asset.problem ? { kind: 'problem', problem: asset.problem } : { kind: 'asset', id: uploadId as AssetId } // its id is the upload's
}

/** Turns a complete upload into an asset of the same id; claiming it twice gives the same answer. */
export async function claimUpload(
  needs: MediaNeeds,
  uploads: HashingUploadStore,
  uploadId: string,
  sha256: string | undefined,
): Promise<ClaimOutcome> {
  const before = await claimedBefore(needs, uploadId)
  if (before !== undefined) return before
  const upload = await uploads.find(uploadId)
  if (upload === undefined) return { kind: 'problem', problem: problemOf('not-found') }
  if (!upload.isComplete) return { kind: 'problem', problem: problemOf('invalid-request', { errors: [incomplete] }) }
  const measured = await uploads.sha256Of(uploadId, upload.sizeBytes)
  if (sha256 !== undefined && sha256 !== measured) {
    await uploads.forget(uploadId)
    return { kind: 'problem', problem: problemOf('upload-hash-mismatch') }
  }
  await syncFile(upload.path)
  const { fileName, sizeBytes } = upload
  const isNew = await needs.assets.insert({ _id: uploadId, fileName, sizeBytes, sha256: measured, origin: 'upload', status: 'probing' })
  const asset = await needs.assets.read(uploadId)
  if (!isNew || asset === undefined) return (await claimedBefore(needs, uploadId)) ?? { kind: 'problem', problem: problemOf('conflict') }
  // Probed within the request, so that a wrong file is told at once; were this process to die, a worker takes the unit over.
  await needs.units.add(queueUnits(asset, [{ kind: 'probe', name: 'probe' }]), needs.workerName)
  const admission = await admitMaster(needs, asset, AbortSignal.timeout(120_000))
  await needs.units.finish({ _id: unitId(uploadId, asset.attempt, 'probe'), fence: 1 }, [])
  if (admission.kind !== 'refused') return { kind: 'asset', id: uploadId as AssetId } // its id is the upload's
  return { kind: 'problem', problem: problemOf(admission.problem, { instance: `/api/v1/assets/${uploadId}` }) }
}
