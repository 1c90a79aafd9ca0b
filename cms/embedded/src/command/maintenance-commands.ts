import { namespaceOf } from '../engine/catalogue.ts'
import { changeExpiry, dropCollection, renameCollection } from '../engine/collection-ddl.ts'
import { countAll } from '../engine/collection-scan.ts'
import { isNumeric, toNumber } from '../value/bson-value.ts'
import { CommandFailure, refuse } from '../value/failure.ts'
import { equalValues } from '../value/value-order.ts'
import type { Command } from './command.ts'

function splitNamespace(namespace: string): readonly [string, string] {
  const dot = namespace.indexOf('.')
  if (dot <= 0) throw new CommandFailure('InvalidNamespace', `invalid namespace '${namespace}'`)
  return [namespace.slice(0, dot), namespace.slice(dot + 1)]
}

export const renameCollectionCommand: Command = {
  name: 'renameCollection',
  effect: 'write',
  fields: { renameCollection: 'text', to: 'text', dropTarget: 'flag' },
  run: (fields, view) => {
    const [db, name] = splitNamespace(fields.text('renameCollection'))
    const [toDb, toName] = splitNamespace(fields.text('to'))
    if (db !== toDb) throw refuse('renameCollection into another database', toDb)
    const entry = view.catalogue.find(db, name)
    if (entry === undefined) throw new CommandFailure('NamespaceNotFound', `Source collection ${namespaceOf(db, name)} does not exist`)
    const taken = view.catalogue.find(db, toName)
    if (taken !== undefined && !fields.flag('dropTarget')) throw new CommandFailure('NamespaceExists', 'target namespace exists')
    if (taken !== undefined) dropCollection(view, taken)
    renameCollection(view, entry, toName)
    return {}
  },
}

export const collModCommand: Command = {
  name: 'collMod',
  effect: 'write',
  fields: { collMod: 'text', index: 'document' },
  run: (fields, view, _context, { db }) => {
    const entry = view.catalogue.find(db, fields.text('collMod'))
    if (entry === undefined) throw new CommandFailure('NamespaceNotFound', 'ns does not exist')
    const change = fields.optionalDocument('index')
    if (change === undefined) return {}
    for (const option of Object.keys(change)) {
      if (!['name', 'keyPattern', 'expireAfterSeconds'].includes(option)) throw refuse('option of collMod.index', option)
    }
    const index = entry.indexes.find(({ definition }) =>
      typeof change['name'] === 'string' ? definition.name === change['name'] : equalValues(definition.spec['key'], change['keyPattern']),
    )
    if (index === undefined) throw new CommandFailure('IndexNotFound', 'cannot find the index for collMod')
    const seconds = change['expireAfterSeconds']
    if (!isNumeric(seconds)) throw new CommandFailure('InvalidOptions', 'collMod.index needs expireAfterSeconds')
    const before = index.definition.expireAfterSeconds
    changeExpiry(view, entry, index, toNumber(seconds))
    return { ...(before === undefined ? {} : { expireAfterSeconds_old: before }), expireAfterSeconds_new: seconds }
  },
}

export const collStatsCommand: Command = {
  name: 'collStats',
  effect: 'read',
  fields: { collStats: 'text', scale: 'number' },
  run: (fields, view, _context, { db }) => {
    const name = fields.text('collStats')
    const entry = view.catalogue.find(db, name)
    const row = entry === undefined ? undefined : view.connection.row(`SELECT coalesce(sum(length(body)), 0) FROM doc_${entry.id}`)
    const size = Number(row?.[0] ?? 0)
    return {
      ns: namespaceOf(db, name),
      count: entry === undefined ? 0 : countAll(view, entry),
      size,
      nindexes: (entry?.indexes.length ?? -1) + 1,
    }
  },
}

export const dbStatsCommand: Command = {
  name: 'dbStats',
  aliases: ['dbstats'],
  effect: 'read',
  fields: { dbStats: 'ignored', dbstats: 'ignored', scale: 'ignored', freeStorage: 'ignored' },
  run: (_fields, view, _context, { db }) => {
    const entries = view.catalogue.inDatabase(db)
    const row = view.connection.row('SELECT page_count * page_size FROM pragma_page_count, pragma_page_size')
    return {
      db,
      collections: entries.length,
      objects: entries.reduce((sum, entry) => sum + countAll(view, entry), 0),
      indexes: entries.reduce((sum, entry) => sum + entry.indexes.length + 1, 0),
      storageSize: Number(row?.[0] ?? 0),
    }
  },
}
