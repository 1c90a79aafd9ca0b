import { type BsonDocument, decodeDocument, encodeDocument } from './bson-value.ts'

const EMBEDDED_DOCUMENT = 3
const EMBEDDED_ARRAY = 4

/** BSON put together from parts that are encoded already, so that stored documents are not decoded only to be sent on. */
export function rawDocument(elements: readonly Uint8Array[]): Buffer {
  let bytes = 5
  for (const element of elements) bytes += element.length
  const document = Buffer.allocUnsafe(bytes)
  document.writeInt32LE(bytes, 0)
  let at = 4
  for (const element of elements) {
    document.set(element, at)
    at += element.length
  }
  document[at] = 0
  return document
}

function elementHead(type: number, name: string): Buffer {
  return Buffer.from(`${String.fromCharCode(type)}${name}\0`, 'latin1')
}

/** One field that holds an encoded document, in two parts. The name is plain ASCII. */
export function documentElement(name: string, document: Uint8Array): readonly Uint8Array[] {
  return [elementHead(EMBEDDED_DOCUMENT, name), document]
}

/** One field that holds a list of encoded documents, in two parts. */
export function listElement(name: string, documents: readonly Uint8Array[]): readonly Uint8Array[] {
  const list = rawDocument(documents.flatMap((document, at) => documentElement(String(at), document)))
  return [elementHead(EMBEDDED_ARRAY, name), list]
}

const sources = new WeakMap<BsonDocument, Uint8Array>()

/** Decodes a document and remembers its bytes, for one that is stored as it came. */
export function decodeWithSource(bytes: Uint8Array): BsonDocument {
  const document = decodeDocument(bytes)
  sources.set(document, bytes)
  return document
}

/** The bytes of a document: those it came in, when they are known. Nobody changes a decoded document in place. */
export function sourceOf(document: BsonDocument): Uint8Array {
  return sources.get(document) ?? encodeDocument(document)
}

/** The fields of a small document, ready to stand among others. */
export function plainElements(document: BsonDocument): Uint8Array {
  const bytes = encodeDocument(document)
  return bytes.subarray(4, bytes.length - 1)
}
