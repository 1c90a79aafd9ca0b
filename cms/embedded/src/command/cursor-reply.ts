import { Long } from 'bson'
import type { Batch } from '../engine/cursor-table.ts'
import { decodeDocument } from '../value/bson-value.ts'
import { documentElement, listElement, plainElements, rawDocument } from '../value/raw-bson.ts'

/** The reply of find, aggregate and getMore: stored bytes go through as they are. */
export function cursorReply(field: 'firstBatch' | 'nextBatch', batch: Batch, id: bigint, namespace: string): Uint8Array {
  const token = batch.resumeToken === undefined ? {} : { postBatchResumeToken: decodeDocument(batch.resumeToken) }
  const head = plainElements({ id: Long.fromBigInt(id), ns: namespace, ...token })
  const cursor = rawDocument([...listElement(field, batch.documents), head])
  return rawDocument([...documentElement('cursor', cursor), plainElements({ ok: 1 })])
}
