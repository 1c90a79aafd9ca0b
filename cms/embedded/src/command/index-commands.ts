import { allIndexes, type CollectionEntry, type IndexEntry, namespaceOf } from '../engine/catalogue.ts'
import { createCollection, dropIndexes, ensureIndex } from '../engine/collection-ddl.ts'
import { ListCursor } from '../engine/result-cursor.ts'
import type { ReadView } from '../engine/view.ts'
import { type BsonValue, isArray, isDocument } from '../value/bson-value.ts'
import { CommandFailure } from '../value/failure.ts'
import { equalValues } from '../value/value-order.ts'
import type { Command } from './command.ts'
import { cursorReply } from './cursor-reply.ts'

function existing(view: ReadView, db: string, name: string): CollectionEntry {
  const entry = view.catalogue.find(db, name)
  if (entry === undefined) throw new CommandFailure('NamespaceNotFound', `ns does not exist: ${namespaceOf(db, name)}`)
  return entry
}

export const createIndexesCommand: Command = {
  name: 'createIndexes',
  effect: 'write',
  fields: { createIndexes: 'text', indexes: 'list', commitQuorum: 'ignored' },
  run: (fields, view, _context, request) => {
    const name = fields.text('createIndexes')
    const known = view.catalogue.find(request.db, name)
    let entry = known ?? createCollection(view, request.db, name)
    const numIndexesBefore = entry.indexes.length + 1
    for (const spec of fields.list('indexes')) {
      if (!isDocument(spec)) throw new CommandFailure('TypeMismatch', 'createIndexes.indexes must hold documents')
      entry = ensureIndex(view, entry, spec)
    }
    return { numIndexesBefore, numIndexesAfter: entry.indexes.length + 1, createdCollectionAutomatically: known === undefined }
  },
}

export const listIndexesCommand: Command = {
  name: 'listIndexes',
  effect: 'read',
  fields: { listIndexes: 'text', cursor: 'document', includeBuildUUIDs: 'ignored', includeIndexBuildInfo: 'ignored' },
  run: (fields, view, _context, request) => {
    const name = fields.text('listIndexes')
    const entry = existing(view, request.db, name)
    const cursor = new ListCursor(allIndexes(entry).map((index) => index.definition.spec))
    return cursorReply('firstBatch', cursor.take(view, Number.MAX_SAFE_INTEGER), 0n, namespaceOf(request.db, name))
  },
}

function indexesToDrop(entry: CollectionEntry, wanted: BsonValue): readonly IndexEntry[] {
  if (wanted === '*') return entry.indexes
  if (isArray(wanted)) return wanted.flatMap((each) => indexesToDrop(entry, each))
  const found = entry.indexes.filter(({ definition }) =>
    typeof wanted === 'string' ? definition.name === wanted : equalValues(definition.spec['key'], wanted),
  )
  if (wanted === '_id_' || (isDocument(wanted) && Object.keys(wanted).join() === '_id'))
    throw new CommandFailure('InvalidOptions', 'cannot drop _id index')
  if (found.length === 0) throw new CommandFailure('IndexNotFound', `index not found with name [${String(wanted)}]`)
  return found
}

export const dropIndexesCommand: Command = {
  name: 'dropIndexes',
  aliases: ['deleteIndexes'],
  effect: 'write',
  fields: { dropIndexes: 'text', index: 'any' },
  run: (fields, view, _context, request) => {
    const entry = existing(view, request.db, fields.text('dropIndexes'))
    dropIndexes(view, entry, indexesToDrop(entry, fields.value('index')))
    return { nIndexesWas: entry.indexes.length + 1 }
  },
}
