import { createHash } from 'node:crypto'
import { mongo } from 'mongoose'

const { BSON } = mongo

/** Numbers and binaries keep their kinds: what is read is written the same again, byte for byte. */
export const LOSSLESS = {
  promoteValues: false,
  promoteLongs: false,
  promoteBuffers: false,
  bsonRegExp: true,
  ignoreUndefined: false,
} as const

export type BsonRow = mongo.BSON.Document & { readonly _id: unknown }
export type Tally = { readonly documents: number; readonly sizeBytes: number; readonly sha256: string }

/**
 * A document as bytes. JavaScript puts fields named by whole numbers first, whichever server they come from, so that equal
 * documents of two servers give equal bytes.
 */
export const encodeRow = (row: BsonRow): Uint8Array => BSON.serialize(row, { ignoreUndefined: false })

/** The documents of a run of BSON. Throws when it is not one. */
export function* decodeRows(bytes: Buffer): Generator<BsonRow> {
  for (let at = 0; at < bytes.length; ) {
    const size = at + 4 <= bytes.length ? bytes.readInt32LE(at) : 0
    if (size < 5 || at + size > bytes.length) throw new Error('no BSON document')
    // Every document of a collection has an _id.
    yield BSON.deserialize(bytes.subarray(at, at + size), LOSSLESS) as BsonRow
    at += size
  }
}

export const indexText = (spec: object): string => BSON.EJSON.stringify(spec, { relaxed: false })
export const readIndex = (text: string): mongo.IndexDescription => BSON.EJSON.parse(text, { relaxed: false }) as mongo.IndexDescription // written by the line above

/** Counts and hashes documents in the order in which they come. */
export function createTally(): { add(bytes: Uint8Array): void; read(): Tally } {
  const hash = createHash('sha256')
  let documents = 0
  let sizeBytes = 0
  return {
    add(bytes) {
      hash.update(bytes)
      documents += 1
      sizeBytes += bytes.length
    },
    read: () => ({ documents, sizeBytes, sha256: hash.copy().digest('hex') }),
  }
}
