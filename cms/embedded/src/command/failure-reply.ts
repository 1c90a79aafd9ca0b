import { saysFull } from '../engine/full-disk.ts'
import type { BsonDocument } from '../value/bson-value.ts'
import { CommandFailure, FAILURE_CODES } from '../value/failure.ts'

/** A failed command as its reply. What nobody expected is logged and answered without its stack. */
export function failureReply(error: unknown, log: (line: string) => void): BsonDocument {
  if (error instanceof CommandFailure) {
    const labels = error.labels.length > 0 ? { errorLabels: [...error.labels] } : {}
    // Extra fields of a failure are documents made by this store.
    return { ok: 0, errmsg: error.message, code: error.code, codeName: error.codeName, ...(error.extra as BsonDocument), ...labels }
  }
  if (saysFull(error)) {
    return { ok: 0, errmsg: 'the disk is full: nothing was written', code: FAILURE_CODES.OutOfDiskSpace, codeName: 'OutOfDiskSpace' }
  }
  log(`unexpected failure: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`)
  return { ok: 0, errmsg: 'internal error of the embedded store', code: FAILURE_CODES.InternalError, codeName: 'InternalError' }
}
