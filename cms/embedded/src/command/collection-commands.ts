import { Binary } from 'bson'
import { type CollectionEntry, ID_INDEX, namespaceOf } from '../engine/catalogue.ts'
import { createCollection, dropCollection } from '../engine/collection-ddl.ts'
import { appendOplog } from '../engine/oplog.ts'
import { ListCursor } from '../engine/result-cursor.ts'
import { compileFilter } from '../query/matcher.ts'
import type { BsonDocument } from '../value/bson-value.ts'
import { CommandFailure, refuse } from '../value/failure.ts'
import type { Command } from './command.ts'
import { cursorReply } from './cursor-reply.ts'

export const createCommand: Command = {
  name: 'create',
  effect: 'write',
  fields: {
    create: 'text',
    capped: 'flag',
    size: 'number',
    max: 'number',
    validator: 'document',
    validationLevel: 'text',
    validationAction: 'text',
  },
  run: (fields, view, _context, request) => {
    for (const option of ['capped', 'validator'])
      if (fields.value(option) !== undefined && fields.value(option) !== false) throw refuse('option of create', option)
    const name = fields.text('create')
    const namespace = namespaceOf(request.db, name)
    if (view.catalogue.find(request.db, name) !== undefined)
      throw new CommandFailure('NamespaceExists', `Collection ${namespace} already exists.`)
    createCollection(view, request.db, name)
    return {}
  },
}

export const dropCommand: Command = {
  name: 'drop',
  effect: 'write',
  fields: { drop: 'text' },
  run: (fields, view, _context, request) => {
    const name = fields.text('drop')
    const entry = view.catalogue.find(request.db, name)
    // Since 7.0 dropping what is not there succeeds.
    if (entry === undefined) return {}
    dropCollection(view, entry)
    return { nIndexesWas: entry.indexes.length + 1, ns: namespaceOf(request.db, name) }
  },
}

export const dropDatabaseCommand: Command = {
  name: 'dropDatabase',
  effect: 'write',
  fields: { dropDatabase: 'ignored' },
  run: (_fields, view, _context, request) => {
    const entries = view.catalogue.inDatabase(request.db)
    for (const entry of entries) dropCollection(view, entry)
    const [any] = entries
    if (any !== undefined) appendOplog(view, any, { operation: 'dropDatabase' })
    return { dropped: request.db }
  },
}

function describe(entry: CollectionEntry, nameOnly: boolean): BsonDocument {
  const short = { name: entry.name, type: 'collection' }
  if (nameOnly) return short
  const info = { readOnly: false, uuid: new Binary(entry.uuid, Binary.SUBTYPE_UUID) }
  return { ...short, options: entry.options, info, idIndex: ID_INDEX.definition.spec }
}

export const listCollectionsCommand: Command = {
  name: 'listCollections',
  effect: 'read',
  fields: { listCollections: 'ignored', filter: 'document', cursor: 'document', nameOnly: 'flag', authorizedCollections: 'ignored' },
  run: (fields, view, _context, request) => {
    const test = compileFilter(fields.optionalDocument('filter') ?? {})
    const nameOnly = fields.flag('nameOnly')
    const found = view.catalogue.inDatabase(request.db).filter((entry) => test(describe(entry, false)))
    const cursor = new ListCursor(found.map((entry) => describe(entry, nameOnly)))
    return cursorReply('firstBatch', cursor.take(view, Number.MAX_SAFE_INTEGER), 0n, `${request.db}.$cmd.listCollections`)
  },
}

export const listDatabasesCommand: Command = {
  name: 'listDatabases',
  effect: 'read',
  fields: { listDatabases: 'ignored', nameOnly: 'flag', filter: 'document', authorizedDatabases: 'ignored' },
  run: (fields, view) => {
    const test = compileFilter(fields.optionalDocument('filter') ?? {})
    const names = [...new Set(view.catalogue.all().map((entry) => entry.db))].sort()
    const row = view.connection.row('SELECT page_count * page_size FROM pragma_page_count, pragma_page_size')
    const sizeOnDisk = Number(row?.[0] ?? 0)
    const databases = names.map((name) => (fields.flag('nameOnly') ? { name } : { name, sizeOnDisk, empty: false }))
    return { databases: databases.filter(test), totalSize: sizeOnDisk }
  },
}
