import { type Refusal, refuse } from '@ulan/contract'

/** What uploads may take up before anything has been made of them. */
export type UploadQuota = {
  /** On the way or unclaimed, in all. */
  readonly mostUploads: number
  readonly mostBytes: number
  /** Videos that wait for their encoding or are at it. */
  readonly mostWaiting: number
  /** Left free on the disk: encodes need room too. */
  readonly reserveBytes: number
}

/** Uploads that are there, as they were announced. */
export type OpenUploads = {
  readonly count: number
  readonly announcedBytes: number
  /** Of these not here yet. */
  readonly missingBytes: number
}

export type Standing = OpenUploads & { readonly freeBytes: number; readonly waiting: number }

/** Why no further upload of `sizeBytes` is let in, or undefined; room that others were promised counts as taken. */
export function refusalByQuota(sizeBytes: number, standing: Standing, quota: UploadQuota): Refusal | undefined {
  const { mostUploads, mostBytes, mostWaiting, reserveBytes } = quota
  if (standing.count >= mostUploads) return refuse('too-many-uploads', [{ path: '', code: 'most-uploads', params: { max: mostUploads } }])
  if (standing.announcedBytes + sizeBytes > mostBytes)
    return refuse('too-many-uploads', [{ path: '', code: 'most-upload-bytes', params: { max: mostBytes } }])
  if (standing.waiting >= mostWaiting) return refuse('queue-full')
  return standing.freeBytes < sizeBytes + standing.missingBytes + reserveBytes ? refuse('storage-full') : undefined
}
