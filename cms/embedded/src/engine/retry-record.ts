import { type BsonDocument, decodeDocument, encodeDocument } from '../value/bson-value.ts'
import { CommandFailure } from '../value/failure.ts'
import { blobAt, integerAt } from './sqlite-connection.ts'
import type { WriteView } from './view.ts'

/** Drivers repeat a write once after any network error; records live as long as a session does. */
export const RETRY_RECORD_MS = 30 * 60_000

/** The reply that this write already got, when the same write is sent again. */
export function recordedReply(view: WriteView, session: string, txnNumber: bigint): BsonDocument | undefined {
  const row = view.connection.row('SELECT txn, reply FROM retry WHERE lsid = ?', Buffer.from(session, 'hex'))
  if (row === undefined) return undefined
  const known = BigInt(integerAt(row, 0))
  if (txnNumber < known) {
    throw new CommandFailure('TransactionTooOld', `retryable write with txnNumber ${txnNumber} is older than ${known} of the same session`)
  }
  return txnNumber === known ? decodeDocument(blobAt(row, 1)) : undefined
}

/** Remembers the reply in the same SQLite transaction as the write. */
export function recordReply(view: WriteView, session: string, txnNumber: bigint, reply: BsonDocument): void {
  view.connection.run(
    'INSERT INTO retry (lsid, txn, at_ms, reply) VALUES (?, ?, ?, ?) ON CONFLICT (lsid) DO UPDATE SET txn = excluded.txn, at_ms = excluded.at_ms, reply = excluded.reply',
    Buffer.from(session, 'hex'),
    txnNumber,
    view.world.nowMs(),
    encodeDocument(reply),
  )
}
