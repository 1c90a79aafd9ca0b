import { type BsonDocument, encodeDocument } from './bson-value.ts'

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

function rawElement(type: number, name: string, content: Uint8Array): Buffer {
  return Buffer.concat([Buffer.from(`${String.fromCharCode(type)}${name}\0`, 'latin1'), content])
}

/** One field that holds an encoded document. The name is plain ASCII. */
export function documentElement(name: string, document: Uint8Array): Buffer {
  return rawElement(EMBEDDED_DOCUMENT, name, document)
}

/** One field that holds a list of encoded documents. */
export function listElement(name: string, documents: readonly Uint8Array[]): Buffer {
  const parts: Uint8Array[] = []
  for (const [at, document] of documents.entries()) {
    parts.push(Buffer.from(`${String.fromCharCode(EMBEDDED_DOCUMENT)}${at}\0`, 'latin1'), document)
  }
  return rawElement(EMBEDDED_ARRAY, name, rawDocument(parts))
}

/** The fields of a small document, ready to stand among others. */
export function plainElements(document: BsonDocument): Uint8Array {
  const bytes = encodeDocument(document)
  return bytes.subarray(4, bytes.length - 1)
}
