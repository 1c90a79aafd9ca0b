import { namespaceOf } from '../engine/catalogue.ts'
import { scanDocuments } from '../engine/collection-scan.ts'
import { ListCursor, RowCursor } from '../engine/result-cursor.ts'
import { compileProjection } from '../query/projection.ts'
import type { BsonValue } from '../value/bson-value.ts'
import { refuse } from '../value/failure.ts'
import type { Command, CommandFields } from './command.ts'
import { cursorReply } from './cursor-reply.ts'

const FIRST_BATCH = 101

/** Collation would change which documents match, so it is refused instead of ignored. */
export function refuseCollation(fields: CommandFields): void {
  const collation = fields.optionalDocument('collation')
  if (collation !== undefined && !(Object.keys(collation).length === 1 && collation['locale'] === 'simple')) {
    throw refuse('option', 'collation')
  }
}

export const findCommand: Command = {
  name: 'find',
  effect: 'read',
  fields: {
    find: 'text',
    filter: 'document',
    projection: 'document',
    sort: 'document',
    skip: 'number',
    limit: 'number',
    batchSize: 'number',
    singleBatch: 'flag',
    noCursorTimeout: 'ignored',
    allowDiskUse: 'ignored',
    allowPartialResults: 'ignored',
    hint: 'any',
    collation: 'document',
    let: 'document',
    tailable: 'flag',
    awaitData: 'flag',
    returnKey: 'flag',
    showRecordId: 'flag',
  },
  run: (fields, view, context, request) => {
    refuseCollation(fields)
    for (const option of ['tailable', 'awaitData', 'returnKey', 'showRecordId']) if (fields.flag(option)) throw refuse('option', option)
    const name = fields.text('find')
    const namespace = namespaceOf(request.db, name)
    const entry = view.catalogue.find(request.db, name)
    const filter = fields.optionalDocument('filter') ?? {}
    const project = compileProjection(fields.optionalDocument('projection'), filter)
    const limit = fields.number('limit') ?? 0
    const found = scanDocuments(view, entry, {
      filter,
      sort: fields.optionalDocument('sort'),
      skip: fields.count('skip', 0),
      limit: Math.abs(limit),
      hint: fields.hint(),
      variables: fields.optionalDocument('let'),
    })
    const batchSize = fields.count('batchSize', FIRST_BATCH)
    const cursor =
      entry === undefined ? new ListCursor([...found].map((row) => row.document)) : new RowCursor(entry, found, project, batchSize)
    const batch = cursor.take(view, batchSize)
    const isLast = batch.isLast || fields.flag('singleBatch') || limit < 0
    const id = isLast ? 0n : context.cursors.add(namespace, request.inTransaction ? request.session : undefined, cursor)
    return cursorReply('firstBatch', batch, id, namespace)
  },
}

export const getMoreCommand: Command = {
  name: 'getMore',
  effect: 'read',
  fields: { getMore: 'number', collection: 'text', batchSize: 'number' },
  run: async (fields, view, context, request) => {
    const id = BigInt(String(fields.value('getMore')))
    const namespace = namespaceOf(request.db, fields.text('collection'))
    const count = fields.count('batchSize', 0) || Number.MAX_SAFE_INTEGER
    const batch = await context.cursors.take(id, namespace, view, count, fields.count('maxTimeMS', 1_000))
    return cursorReply('nextBatch', batch, batch.isLast ? 0n : id, namespace)
  },
}

export const killCursorsCommand: Command = {
  name: 'killCursors',
  effect: 'none',
  fields: { killCursors: 'text', cursors: 'list' },
  run: (fields, context) => {
    const cursorsKilled: BsonValue[] = []
    const cursorsNotFound: BsonValue[] = []
    for (const id of fields.list('cursors')) (context.cursors.kill(BigInt(String(id))) ? cursorsKilled : cursorsNotFound).push(id)
    return { cursorsKilled, cursorsNotFound, cursorsAlive: [], cursorsUnknown: [] }
  },
}
