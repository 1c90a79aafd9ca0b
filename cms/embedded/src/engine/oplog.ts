import { type BsonDocument, encodeDocument } from '../value/bson-value.ts'
import { documentElement, plainElements, rawDocument } from '../value/raw-bson.ts'
import type { CollectionEntry } from './catalogue.ts'
import type { WriteView } from './view.ts'

export type OplogEntry = {
  readonly operation: 'insert' | 'update' | 'replace' | 'delete' | 'drop' | 'rename' | 'dropDatabase' | 'create'
  readonly documentKey?: BsonDocument
  readonly updateDescription?: BsonDocument
  readonly to?: BsonDocument
}

/**
 * Adds a change to the log that change streams read, in the same SQLite transaction as the change itself.
 * `fullDocument` is the stored body, which the log keeps as it is.
 */
export function appendOplog(view: WriteView, entry: CollectionEntry, change: OplogEntry, fullDocument?: Uint8Array): void {
  const row =
    fullDocument === undefined
      ? encodeDocument({ ...change })
      : rawDocument([plainElements({ ...change }), ...documentElement('fullDocument', fullDocument)])
  view.connection.run(
    'INSERT INTO oplog (at_ms, collection_id, db, name, entry) VALUES (?, ?, ?, ?, ?)',
    view.world.nowMs(),
    entry.id,
    entry.db,
    entry.name,
    row,
  )
}
