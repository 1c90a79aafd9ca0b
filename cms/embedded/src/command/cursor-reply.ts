import { Long } from 'bson'
import type { Batch } from '../engine/cursor-table.ts'
import { decodeDocument, encodeDocument } from '../value/bson-value.ts'

/** Documents as a BSON array, without decoding them again. */
function encodeArray(documents: readonly Uint8Array[]): Buffer {
  const parts: Uint8Array[] = []
  let bytes = 5
  for (const [at, document] of documents.entries()) {
    const head = Buffer.from(`\u0003${at}\0`, 'latin1')
    parts.push(head, document)
    bytes += head.length + document.length
  }
  const length = Buffer.alloc(4)
  length.writeInt32LE(bytes)
  return Buffer.concat([length, ...parts, Buffer.of(0)])
}

function element(type: number, name: string, content: Uint8Array): Buffer {
  return Buffer.concat([Buffer.of(type), Buffer.from(`${name}\0`, 'latin1'), content])
}

function documentOf(elements: readonly Uint8Array[]): Buffer {
  const content = Buffer.concat(elements)
  const length = Buffer.alloc(4)
  length.writeInt32LE(content.length + 5)
  return Buffer.concat([length, content, Buffer.of(0)])
}

/** Elements of a small document, ready to stand inside another. */
function elementsOf(document: Parameters<typeof encodeDocument>[0]): Uint8Array {
  const bytes = encodeDocument(document)
  return bytes.subarray(4, bytes.length - 1)
}

/** The reply of find, aggregate and getMore: stored bytes go through as they are. */
export function cursorReply(field: 'firstBatch' | 'nextBatch', batch: Batch, id: bigint, namespace: string): Uint8Array {
  const token = batch.resumeToken === undefined ? {} : { postBatchResumeToken: decodeDocument(batch.resumeToken) }
  const cursor = documentOf([
    element(4, field, encodeArray(batch.documents)),
    elementsOf({ id: Long.fromBigInt(id), ns: namespace, ...token }),
  ])
  return documentOf([element(3, 'cursor', cursor), elementsOf({ ok: 1 })])
}
