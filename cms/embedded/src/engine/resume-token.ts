import { type BsonValue, isDocument } from '../value/bson-value.ts'
import { CommandFailure } from '../value/failure.ts'

const VERSION = 1
const TOKEN_BYTES = 1 + 16 + 8 + 1

/** Where a change stream stands: after change `seq`, and whether the stream ended there. */
export type StreamPosition = { readonly seq: number; readonly isInvalidate: boolean }

/** `{ _data: hex }` of version, file id, position. */
export function encodeResumeToken(fileId: Uint8Array, position: StreamPosition): { readonly _data: string } {
  const bytes = Buffer.alloc(TOKEN_BYTES)
  bytes[0] = VERSION
  bytes.set(fileId.subarray(0, 16), 1)
  bytes.writeBigUInt64BE(BigInt(position.seq), 17)
  bytes[25] = position.isInvalidate ? 1 : 0
  return { _data: bytes.toString('hex').toUpperCase() }
}

/** Reads a token back; one of another file, or of no store at all, cannot be resumed from. */
export function decodeResumeToken(token: BsonValue, fileId: Uint8Array): StreamPosition {
  const text = isDocument(token) ? token['_data'] : undefined
  const bytes = typeof text === 'string' ? Buffer.from(text, 'hex') : Buffer.alloc(0)
  if (bytes.length !== TOKEN_BYTES || bytes[0] !== VERSION)
    throw new CommandFailure('BadValue', 'the resume token is not one of this store')
  if (!bytes.subarray(1, 17).equals(fileId)) {
    throw new CommandFailure('ChangeStreamHistoryLost', 'the resume token belongs to another store', {}, ['NonResumableChangeStreamError'])
  }
  return { seq: Number(bytes.readBigUInt64BE(17)), isInvalidate: bytes[25] === 1 }
}
