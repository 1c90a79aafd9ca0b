import { open } from 'node:fs/promises'
import { done, type Outcome, type Refusal, refuse } from '@ulan/contract'
import type { FinishedUpload, HashingUploadStore } from '../upload/upload-store.ts'

const incomplete: Refusal = refuse('invalid-request', [{ path: 'uploadId', code: 'upload-unfinished' }])

/** What was acknowledged must outlive a power cut. */
async function syncFile(path: string): Promise<void> {
  const handle = await open(path, 'r+')
  await handle.sync().finally(() => handle.close())
}

/** A complete upload whose bytes are the ones that were sent, on disk for good; one with other bytes is forgotten. */
export async function takeUpload(
  uploads: HashingUploadStore,
  uploadId: string,
  sha256: string | undefined,
): Promise<Outcome<FinishedUpload & { readonly sha256: string }>> {
  const upload = await uploads.find(uploadId)
  if (upload === undefined) return refuse('not-found')
  if (!upload.isComplete) return incomplete
  const measured = await uploads.sha256Of(uploadId, upload.sizeBytes)
  if (sha256 !== undefined && sha256 !== measured) {
    await uploads.forget(uploadId)
    return refuse('upload-hash-mismatch')
  }
  await syncFile(upload.path)
  return done({ ...upload, sha256: measured })
}
