import type { IndexDefinition } from '../index/index-definition.ts'
import { type IndexKeys, indexKeysOf, keyValueOf } from '../index/index-keys.ts'
import { compileFilter, type DocumentTest } from '../query/matcher.ts'
import type { BsonDocument } from '../value/bson-value.ts'
import { CommandFailure } from '../value/failure.ts'
import { visitPath } from '../value/field-path.ts'
import { type CollectionEntry, type IndexEntry, namespaceOf } from './catalogue.ts'
import type { WriteView } from './view.ts'

const partialTests = new WeakMap<BsonDocument, DocumentTest>()

function isIndexed(document: BsonDocument, definition: IndexDefinition): boolean {
  if (definition.sparse && !definition.fields.some((field) => visitPath(document, field.parts, (value) => value !== undefined)))
    return false
  if (definition.partialFilter === undefined) return true
  const test = partialTests.get(definition.partialFilter) ?? compileFilter(definition.partialFilter)
  partialTests.set(definition.partialFilter, test)
  return test(document)
}

/** The keys that a document has in an index, none when the index's condition leaves it out. */
export function plannedKeys(document: BsonDocument, index: IndexEntry): IndexKeys {
  return isIndexed(document, index.definition) ? indexKeysOf(document, index.definition) : { keys: [], arrayFields: 0 }
}

/** Whether another row than `rid` already holds one of the keys. */
export function findDuplicate(view: WriteView, index: IndexEntry, keys: readonly Uint8Array[], rid: number): boolean {
  return keys.some((key) => view.connection.row(`SELECT 1 FROM idx_${index.id} WHERE key = ? AND rid <> ? LIMIT 1`, key, rid) !== undefined)
}

export function duplicateFailure(entry: CollectionEntry, definition: IndexDefinition, document: BsonDocument): CommandFailure {
  const keyValue = keyValueOf(document, definition)
  const shown = Object.entries(keyValue)
    .map(([path, value]) => `${path}: ${JSON.stringify(value)}`)
    .join(', ')
  return new CommandFailure(
    'DuplicateKey',
    `E11000 duplicate key error collection: ${namespaceOf(entry.db, entry.name)} index: ${definition.name} dup key: { ${shown} }`,
    { keyPattern: definition.spec['key'], keyValue },
  )
}

export function addIndexKeys(view: WriteView, indexId: number, keys: readonly Uint8Array[], rid: number): void {
  for (const key of keys) view.connection.run(`INSERT INTO idx_${indexId} (key, rid) VALUES (?, ?)`, key, rid)
}

export function removeIndexKeys(view: WriteView, indexId: number, keys: readonly Uint8Array[], rid: number): void {
  for (const key of keys) view.connection.run(`DELETE FROM idx_${indexId} WHERE key = ? AND rid = ?`, key, rid)
}
