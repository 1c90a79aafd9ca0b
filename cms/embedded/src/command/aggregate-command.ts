import { runPipeline } from '../aggregate/pipeline.ts'
import { stageOf } from '../aggregate/pipeline-update.ts'
import { namespaceOf } from '../engine/catalogue.ts'
import type { StoreCursor } from '../engine/cursor-table.ts'
import { ListCursor } from '../engine/result-cursor.ts'
import { commandVariables } from '../expression/expression-test.ts'
import { isDocument } from '../value/bson-value.ts'
import { CommandFailure, refuse } from '../value/failure.ts'
import { openChangeStream } from './change-stream.ts'
import type { Command } from './command.ts'
import { cursorReply } from './cursor-reply.ts'
import { refuseCollation } from './find-command.ts'

const FIRST_BATCH = 101

function batchSizeOf(cursor: unknown): number {
  if (!isDocument(cursor)) throw new CommandFailure('FailedToParse', "the 'cursor' option is required")
  for (const option of Object.keys(cursor)) if (option !== 'batchSize') throw refuse('cursor option', option)
  const size = cursor['batchSize']
  return size === undefined ? FIRST_BATCH : Number(String(size))
}

export const aggregateCommand: Command = {
  name: 'aggregate',
  effect: 'read',
  fields: {
    aggregate: 'any',
    pipeline: 'list',
    cursor: 'document',
    allowDiskUse: 'ignored',
    bypassDocumentValidation: 'ignored',
    let: 'document',
    hint: 'any',
    collation: 'document',
  },
  run: async (fields, view, context, request) => {
    refuseCollation(fields)
    const pipeline = fields.list('pipeline')
    const batchSize = batchSizeOf(fields.optionalDocument('cursor'))
    const [first] = pipeline.map((stage) => stageOf(stage)[0])
    const variables = commandVariables(fields.optionalDocument('let'), view.world)
    const wholeDatabase = typeof fields.value('aggregate') !== 'string'
    if (first === '$changeStream') {
      const watched = wholeDatabase ? undefined : fields.text('aggregate')
      const namespace = namespaceOf(request.db, watched ?? '$cmd.aggregate')
      const stream = openChangeStream(pipeline, request.db, watched, view, context, variables)
      const events = await stream.take(view, batchSize, 0)
      return cursorReply('firstBatch', events, events.isLast ? 0n : context.cursors.add(namespace, undefined, stream), namespace)
    }
    if (wholeDatabase) throw refuse('aggregate over', 'a whole database')
    const name = fields.text('aggregate')
    const namespace = namespaceOf(request.db, name)
    const cursor: StoreCursor = new ListCursor(
      runPipeline({ view, db: request.db, variables }, name, { pipeline, hint: fields.hint(), variables }),
    )
    const batch = await cursor.take(view, batchSize, 0)
    const id = batch.isLast ? 0n : context.cursors.add(namespace, request.inTransaction ? request.session : undefined, cursor)
    return cursorReply('firstBatch', batch, id, namespace)
  },
}

export const countCommand: Command = {
  name: 'count',
  effect: 'read',
  fields: { count: 'text', query: 'document', limit: 'number', skip: 'number', hint: 'any', collation: 'document', fields: 'ignored' },
  run: (fields, view, _context, request) => {
    refuseCollation(fields)
    const limit = Math.abs(fields.number('limit') ?? 0)
    const stages = [
      { $match: fields.optionalDocument('query') ?? {} },
      ...(fields.count('skip', 0) > 0 ? [{ $skip: fields.count('skip', 0) }] : []),
      ...(limit > 0 ? [{ $limit: limit }] : []),
      { $group: { _id: 1, n: { $sum: 1 } } },
    ]
    const [total] = runPipeline({ view, db: request.db, variables: {} }, fields.text('count'), { pipeline: stages, hint: fields.hint() })
    return { n: total?.['n'] ?? 0 }
  },
}
