import { type BsonDocument, decodeDocument, encodeDocument, setField } from '../value/bson-value.ts'
import { decodeWithSource } from '../value/raw-bson.ts'

const OP_REPLY = 1
const OP_QUERY = 2004
const OP_MSG = 2013
const HEADER_BYTES = 16
const CHECKSUM_PRESENT = 1
const MORE_TO_COME = 2
/** Flag bits 0–15 must be understood, the others may be ignored. */
const REQUIRED_FLAGS = 0xffff

export type WireRequest = {
  readonly requestId: number
  readonly body: BsonDocument
  /** The reply must have the form of the request. */
  readonly isQuery: boolean
  readonly wantsReply: boolean
}

/** Thrown for bytes that are no message of the protocol; the connection ends. */
export class WireFailure extends Error {
  override readonly name = 'WireFailure'
}

function sequence(message: Buffer, start: number, end: number, body: BsonDocument): void {
  const nameEnd = message.indexOf(0, start)
  if (nameEnd < 0 || nameEnd >= end) throw new WireFailure('document sequence without a name')
  const documents: BsonDocument[] = []
  let at = nameEnd + 1
  while (at < end) {
    const size = message.readInt32LE(at)
    if (size < 5 || at + size > end) throw new WireFailure('document sequence with a wrong length')
    documents.push(decodeWithSource(message.subarray(at, at + size)))
    at += size
  }
  setField(body, message.toString('utf8', start, nameEnd), documents)
}

function parseMessage(message: Buffer, requestId: number): WireRequest {
  const flags = message.readUInt32LE(HEADER_BYTES)
  if ((flags & REQUIRED_FLAGS & ~(CHECKSUM_PRESENT | MORE_TO_COME)) !== 0) throw new WireFailure('unknown required flag')
  const end = message.length - (flags & CHECKSUM_PRESENT ? 4 : 0)
  const sections: { readonly kind: number; readonly start: number; readonly end: number }[] = []
  let at = HEADER_BYTES + 4
  while (at < end) {
    const kind = message[at]
    const size = message.readInt32LE(at + 1)
    if ((kind !== 0 && kind !== 1) || size < 5 || at + 1 + size > end) throw new WireFailure('section with a wrong kind or length')
    sections.push({ kind, start: at + 1, end: at + 1 + size })
    at += 1 + size
  }
  const main = sections.filter((section) => section.kind === 0)
  const [only] = main
  if (only === undefined || main.length > 1) throw new WireFailure('a message needs exactly one body')
  const body = decodeDocument(message.subarray(only.start, only.end))
  for (const section of sections) if (section.kind === 1) sequence(message, section.start + 4, section.end, body)
  return { requestId, body, isQuery: false, wantsReply: (flags & MORE_TO_COME) === 0 }
}

/** The old form, which drivers use for their first greeting only. */
function parseQuery(message: Buffer, requestId: number): WireRequest {
  const nameEnd = message.indexOf(0, HEADER_BYTES + 4)
  const start = nameEnd + 1 + 8
  if (nameEnd < 0 || start + 5 > message.length) throw new WireFailure('query without a body')
  const size = message.readInt32LE(start)
  if (size < 5 || start + size > message.length) throw new WireFailure('query body with a wrong length')
  const namespace = message.toString('utf8', HEADER_BYTES + 4, nameEnd)
  const body = decodeDocument(message.subarray(start, start + size))
  return { requestId, body: { ...body, $db: namespace.split('.')[0] ?? 'admin' }, isQuery: true, wantsReply: true }
}

/** Reads one whole message. */
export function parseRequest(message: Buffer): WireRequest {
  const requestId = message.readInt32LE(4)
  const operation = message.readInt32LE(12)
  if (operation === OP_MSG) return parseMessage(message, requestId)
  if (operation === OP_QUERY) return parseQuery(message, requestId)
  throw new WireFailure(`operation ${operation} is not implemented`)
}

function header(bytes: number, responseTo: number, operation: number): Buffer {
  const head = Buffer.alloc(HEADER_BYTES)
  head.writeInt32LE(bytes, 0)
  head.writeInt32LE(responseTo, 8)
  head.writeInt32LE(operation, 12)
  return head
}

/** Frames a reply in the form of its request. */
export function frameReply(request: WireRequest, reply: BsonDocument | Uint8Array): Buffer {
  const body = reply instanceof Uint8Array ? reply : encodeDocument(reply)
  if (!request.isQuery) return Buffer.concat([header(HEADER_BYTES + 5 + body.length, request.requestId, OP_MSG), Buffer.alloc(5), body])
  const prefix = Buffer.alloc(20)
  prefix.writeInt32LE(8, 0)
  prefix.writeInt32LE(1, 16)
  return Buffer.concat([header(HEADER_BYTES + 20 + body.length, request.requestId, OP_REPLY), prefix, body])
}
