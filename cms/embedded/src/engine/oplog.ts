import { type BsonDocument, encodeDocument } from '../value/bson-value.ts'
import type { CollectionEntry } from './catalogue.ts'
import type { WriteView } from './view.ts'

export type OplogEntry = {
  readonly operation:
    | 'insert'
    | 'update'
    | 'replace'
    | 'delete'
    | 'drop'
    | 'rename'
    | 'dropDatabase'
    | 'create'
    | 'createIndexes'
    | 'dropIndexes'
  readonly documentKey?: BsonDocument
  readonly fullDocument?: BsonDocument
  readonly updateDescription?: BsonDocument
  readonly before?: BsonDocument
  readonly to?: BsonDocument
}

/** Adds a change to the log that change streams read, in the same SQLite transaction as the change itself. */
export function appendOplog(view: WriteView, entry: CollectionEntry, change: OplogEntry, idKey: Uint8Array | null): void {
  view.connection.run(
    'INSERT INTO oplog (at_ms, collection_id, db, name, document_key, entry) VALUES (?, ?, ?, ?, ?, ?)',
    view.world.nowMs(),
    entry.id,
    entry.db,
    entry.name,
    idKey,
    encodeDocument({ ...change }),
  )
}
