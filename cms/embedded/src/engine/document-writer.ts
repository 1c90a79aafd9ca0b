import { BSONRegExp, ObjectId } from 'bson'
import { valueKey } from '../index/value-key.ts'
import { type BsonDocument, type BsonValue, encodeDocument, isArray, MAX_DOCUMENT_BYTES } from '../value/bson-value.ts'
import { CommandFailure } from '../value/failure.ts'
import { sourceOf } from '../value/raw-bson.ts'
import { type CollectionEntry, ID_INDEX, type IndexEntry } from './catalogue.ts'
import type { StoredDocument } from './collection-scan.ts'
import { addIndexKeys, duplicateFailure, findDuplicate, plannedKeys, removeIndexKeys } from './index-rows.ts'
import { appendOplog, type OplogEntry } from './oplog.ts'
import type { WriteView } from './view.ts'

function checkId(id: BsonValue): void {
  if (isArray(id) || id instanceof BSONRegExp || id === undefined) {
    throw new CommandFailure('BadValue', "the '_id' of a document cannot be an array, a regular expression or undefined")
  }
}

/** Gives the document an `_id` if it has none, and puts `_id` first; one that has it there already stays itself. */
export function withId(document: BsonDocument): BsonDocument {
  if (document['_id'] !== undefined && Object.keys(document)[0] === '_id') return document
  const { _id: id = new ObjectId(), ...rest } = document
  return { _id: id, ...rest }
}

function checkSize(bytes: Uint8Array): void {
  if (bytes.length > MAX_DOCUMENT_BYTES) {
    throw new CommandFailure('BSONObjectTooLarge', `the document has ${bytes.length} bytes, the limit is ${MAX_DOCUMENT_BYTES}`)
  }
}

/** Remembers, for good, that an index field runs through arrays; the planner must know before the next read. */
function noteArrayFields(view: WriteView, entry: CollectionEntry, index: IndexEntry, arrayFields: number): void {
  if ((arrayFields & ~index.arrayFields) === 0) return
  const latest = view.catalogue.byId(entry.id) ?? entry
  const known = latest.indexes.find((each) => each.id === index.id)?.arrayFields ?? 0
  if ((arrayFields & ~known) === 0) return
  const indexes = latest.indexes.map((each) => (each.id === index.id ? { ...each, arrayFields: each.arrayFields | arrayFields } : each))
  view.connection.run('UPDATE collection_index SET array_fields = array_fields | ? WHERE id = ?', arrayFields, index.id)
  view.catalogue = view.catalogue.with({ ...latest, indexes })
}

/** Inserts a document that has its `_id` first; every unique index is checked before anything is written. */
export function insertDocument(view: WriteView, entry: CollectionEntry, document: BsonDocument): void {
  checkId(document['_id'])
  const body = sourceOf(document)
  checkSize(body)
  const idKey = valueKey(document['_id'])
  const planned = entry.indexes.map((index) => ({ index, ...plannedKeys(document, index) }))
  for (const { index, keys } of planned) {
    if (!index.definition.unique || !findDuplicate(view, index, keys, -1)) continue
    // Whose `_id` is there too is told so first.
    const hasId = view.connection.row(`SELECT 1 FROM doc_${entry.id} WHERE id_key = ?`, idKey) !== undefined
    throw duplicateFailure(entry, hasId ? ID_INDEX.definition : index.definition, document)
  }
  const insert = `INSERT INTO doc_${entry.id} (id_key, body) VALUES (?, ?) ON CONFLICT (id_key) DO NOTHING`
  const { changes, lastId } = view.connection.run(insert, idKey, body)
  if (changes === 0) throw duplicateFailure(entry, ID_INDEX.definition, document)
  for (const { index, keys, arrayFields } of planned) {
    addIndexKeys(view, index.id, keys, lastId)
    noteArrayFields(view, entry, index, arrayFields)
  }
  appendOplog(view, entry, { operation: 'insert', documentKey: { _id: document['_id'] } }, body)
}

function keyDifference(keys: readonly Buffer[], others: readonly Buffer[]): readonly Buffer[] {
  return keys.filter((key) => !others.some((other) => other.equals(key)))
}

/** Replaces a stored document by its next state; answers false when the bytes are the same and nothing is written. */
export function replaceDocument(
  view: WriteView,
  entry: CollectionEntry,
  stored: StoredDocument,
  next: BsonDocument,
  change: Pick<OplogEntry, 'operation' | 'updateDescription'>,
): boolean {
  const body = encodeDocument(next)
  if (Buffer.compare(body, stored.body) === 0) return false
  checkSize(body)
  const planned = entry.indexes.map((index) => ({ index, before: plannedKeys(stored.document, index), after: plannedKeys(next, index) }))
  for (const { index, before, after } of planned) {
    const added = keyDifference(after.keys, before.keys)
    if (index.definition.unique && findDuplicate(view, index, added, stored.rid)) throw duplicateFailure(entry, index.definition, next)
  }
  view.connection.run(`UPDATE doc_${entry.id} SET body = ? WHERE rid = ?`, body, stored.rid)
  for (const { index, before, after } of planned) {
    removeIndexKeys(view, index.id, keyDifference(before.keys, after.keys), stored.rid)
    addIndexKeys(view, index.id, keyDifference(after.keys, before.keys), stored.rid)
    noteArrayFields(view, entry, index, after.arrayFields)
  }
  appendOplog(view, entry, { ...change, documentKey: { _id: next['_id'] } }, change.operation === 'replace' ? body : undefined)
  return true
}

export function deleteDocument(view: WriteView, entry: CollectionEntry, stored: StoredDocument): void {
  for (const index of entry.indexes) removeIndexKeys(view, index.id, plannedKeys(stored.document, index).keys, stored.rid)
  view.connection.run(`DELETE FROM doc_${entry.id} WHERE rid = ?`, stored.rid)
  appendOplog(view, entry, { operation: 'delete', documentKey: { _id: stored.document['_id'] } })
}
