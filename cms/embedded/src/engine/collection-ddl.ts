import { type IndexDefinition, parseIndexDefinition, sameIndexKey, sameIndexOptions } from '../index/index-definition.ts'
import { type BsonDocument, decodeDocument, encodeDocument } from '../value/bson-value.ts'
import { CommandFailure } from '../value/failure.ts'
import { type CollectionEntry, ID_INDEX, type IndexEntry } from './catalogue.ts'
import { addIndexKeys, duplicateFailure, findDuplicate, plannedKeys } from './index-rows.ts'
import { appendOplog } from './oplog.ts'
import { blobAt, integerAt } from './sqlite-connection.ts'
import type { WriteView } from './view.ts'

const MAX_INDEXES = 64

function checkName(db: string, name: string): void {
  if (db === '' || db.length > 63 || /[/\\. "$*<>:|?\0]/.test(db))
    throw new CommandFailure('InvalidNamespace', `invalid database name '${db}'`)
  if (name === '' || name.includes('$') || name.includes('\0') || name.startsWith('.') || name.endsWith('.') || name.length > 200) {
    throw new CommandFailure('InvalidNamespace', `invalid collection name '${name}'`)
  }
}

export function createCollection(view: WriteView, db: string, name: string, options: BsonDocument = {}): CollectionEntry {
  checkName(db, name)
  const uuid = view.world.newId()
  const { lastId } = view.connection.run(
    'INSERT INTO collection (db, name, uuid, options) VALUES (?, ?, ?, ?)',
    db,
    name,
    uuid,
    encodeDocument(options),
  )
  view.connection.exec(
    `CREATE TABLE doc_${lastId} (rid INTEGER PRIMARY KEY AUTOINCREMENT, id_key BLOB NOT NULL UNIQUE, body BLOB NOT NULL) STRICT`,
  )
  const entry = { id: lastId, db, name, uuid, options, indexes: [] }
  view.catalogue = view.catalogue.with(entry)
  appendOplog(view, entry, { operation: 'create' })
  return entry
}

export function collectionForWrite(view: WriteView, db: string, name: string): CollectionEntry {
  return view.catalogue.find(db, name) ?? createCollection(view, db, name)
}

function fillIndex(view: WriteView, entry: CollectionEntry, index: IndexEntry): number {
  let arrayFields = 0
  for (const row of view.connection.rows(`SELECT rid, body FROM doc_${entry.id} ORDER BY rid`)) {
    const rid = integerAt(row, 0)
    const document = decodeDocument(blobAt(row, 1))
    const planned = plannedKeys(document, index)
    if (index.definition.unique && findDuplicate(view, index, planned.keys, rid)) throw duplicateFailure(entry, index.definition, document)
    addIndexKeys(view, index.id, planned.keys, rid)
    arrayFields |= planned.arrayFields
  }
  return arrayFields
}

function createIndex(view: WriteView, entry: CollectionEntry, definition: IndexDefinition): CollectionEntry {
  if (entry.indexes.length + 2 > MAX_INDEXES) throw new CommandFailure('CannotCreateIndex', `more than ${MAX_INDEXES} indexes`)
  const { lastId } = view.connection.run(
    'INSERT INTO collection_index (collection_id, spec, array_fields) VALUES (?, ?, 0)',
    entry.id,
    encodeDocument(definition.spec),
  )
  view.connection.exec(`CREATE TABLE idx_${lastId} (key BLOB NOT NULL, rid INTEGER NOT NULL, PRIMARY KEY (key, rid)) STRICT, WITHOUT ROWID`)
  const arrayFields = fillIndex(view, entry, { id: lastId, definition, arrayFields: 0 })
  if (arrayFields !== 0) view.connection.run('UPDATE collection_index SET array_fields = ? WHERE id = ?', arrayFields, lastId)
  const grown = { ...entry, indexes: [...entry.indexes, { id: lastId, definition, arrayFields }] }
  view.catalogue = view.catalogue.with(grown)
  return grown
}

/** Creates what is not there yet; the same name or key with other options is a conflict. */
export function ensureIndex(view: WriteView, entry: CollectionEntry, spec: BsonDocument): CollectionEntry {
  const definition = parseIndexDefinition(spec)
  if (sameIndexKey(definition, ID_INDEX.definition)) {
    if (definition.sparse || definition.partialFilter !== undefined || definition.expireAfterSeconds !== undefined) {
      throw new CommandFailure('InvalidOptions', 'the _id index takes no options')
    }
    return entry
  }
  const sameName = entry.indexes.find((index) => index.definition.name === definition.name)
  if (sameName !== undefined && !sameIndexKey(sameName.definition, definition)) {
    throw new CommandFailure('IndexKeySpecsConflict', `an index named '${definition.name}' exists with another key`)
  }
  const sameKey = entry.indexes.find((index) => sameIndexKey(index.definition, definition))
  if (sameKey === undefined) return createIndex(view, entry, definition)
  if (sameKey.definition.name !== definition.name || !sameIndexOptions(sameKey.definition, definition)) {
    throw new CommandFailure(
      'IndexOptionsConflict',
      `an index with this key exists as '${sameKey.definition.name}' with other options or name`,
    )
  }
  return entry
}

export function dropIndexes(view: WriteView, entry: CollectionEntry, dropped: readonly IndexEntry[]): CollectionEntry {
  for (const index of dropped) {
    view.connection.exec(`DROP TABLE idx_${index.id}`)
    view.connection.run('DELETE FROM collection_index WHERE id = ?', index.id)
  }
  const left = { ...entry, indexes: entry.indexes.filter((index) => !dropped.includes(index)) }
  view.catalogue = view.catalogue.with(left)
  return left
}

export function dropCollection(view: WriteView, entry: CollectionEntry): void {
  dropIndexes(view, entry, entry.indexes)
  view.connection.exec(`DROP TABLE doc_${entry.id}`)
  view.connection.run('DELETE FROM collection WHERE id = ?', entry.id)
  view.catalogue = view.catalogue.without(entry.id)
  appendOplog(view, entry, { operation: 'drop' })
}

export function renameCollection(view: WriteView, entry: CollectionEntry, name: string): void {
  checkName(entry.db, name)
  view.connection.run('UPDATE collection SET name = ? WHERE id = ?', name, entry.id)
  view.catalogue = view.catalogue.without(entry.id).with({ ...entry, name })
  appendOplog(view, entry, { operation: 'rename', to: { db: entry.db, coll: name } })
}

export function changeExpiry(view: WriteView, entry: CollectionEntry, index: IndexEntry, expireAfterSeconds: number): void {
  const definition = parseIndexDefinition({ ...index.definition.spec, expireAfterSeconds })
  view.connection.run('UPDATE collection_index SET spec = ? WHERE id = ?', encodeDocument(definition.spec), index.id)
  const indexes = entry.indexes.map((each) => (each === index ? { ...each, definition } : each))
  view.catalogue = view.catalogue.with({ ...entry, indexes })
}
