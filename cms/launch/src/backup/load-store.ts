import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import type { mongo } from 'mongoose'
import type { CollectionSummary } from './archive-format.ts'
import { type BsonRow, createTally, decodeRows, encodeRow, readIndex } from './document-codec.ts'
import { readRows } from './store-rows.ts'

const decompress = promisify(gunzip)

/** Adds the documents of one chunk. */
export async function loadChunk(database: mongo.Db, collection: string, chunk: Buffer): Promise<void> {
  const rows = [...decodeRows(await decompress(chunk))]
  await database.collection<BsonRow>(collection).insertMany(rows, { ignoreUndefined: false, writeConcern: { w: 'majority', j: true } })
}

/** Reads a collection back and compares it with its summary; a phrase when it is another. */
export async function compareCollection(database: mongo.Db, { name, ...wanted }: CollectionSummary): Promise<string | undefined> {
  const tally = createTally()
  for await (const row of readRows(database.collection<BsonRow>(name))) tally.add(encodeRow(row))
  const found = tally.read()
  if (found.documents !== wanted.documents) return `${name} has ${String(found.documents)} of ${String(wanted.documents)} documents`
  return found.sha256 === wanted.sha256 ? undefined : `${name} does not have the documents of the backup`
}

/** What else a collection has. After its documents were compared: an index that lets rows expire would take some of them away. */
export async function finishCollection(database: mongo.Db, { name, documents, indexes }: CollectionSummary): Promise<void> {
  if (documents === 0) await database.createCollection(name)
  if (indexes.length > 0) await database.command({ createIndexes: name, indexes: indexes.map(readIndex) })
}
