import { collectionForWrite } from '../engine/collection-ddl.ts'
import { scanDocuments } from '../engine/collection-scan.ts'
import { deleteDocument } from '../engine/document-writer.ts'
import type { WriteView } from '../engine/view.ts'
import { compileProjection } from '../query/projection.ts'
import type { BsonDocument } from '../value/bson-value.ts'
import { CommandFailure } from '../value/failure.ts'
import type { Command, CommandFields } from './command.ts'
import { refuseCollation } from './find-command.ts'
import { applyUpdate, applyUpsert, compileStatement } from './write-statement.ts'

type Outcome = { readonly value: BsonDocument | null; readonly lastErrorObject: BsonDocument }

function modify(fields: CommandFields, view: WriteView, db: string, name: string): Outcome {
  const filter = fields.optionalDocument('query') ?? {}
  const variables = fields.optionalDocument('let')
  const entry = view.catalogue.find(db, name)
  const [stored] = [
    ...scanDocuments(view, entry, { filter, sort: fields.optionalDocument('sort'), limit: 1, hint: fields.hint(), variables }),
  ]
  if (fields.flag('remove')) {
    if (entry === undefined || stored === undefined) return { value: null, lastErrorObject: { n: 0 } }
    deleteDocument(view, entry, stored)
    return { value: stored.document, lastErrorObject: { n: 1 } }
  }
  const update = compileStatement(fields.value('update'), fields.list('arrayFilters'), view, variables)
  if (entry !== undefined && stored !== undefined) {
    const { document } = applyUpdate(view, entry, stored, update, filter)
    return { value: fields.flag('new') ? document : stored.document, lastErrorObject: { n: 1, updatedExisting: true } }
  }
  if (!fields.flag('upsert')) return { value: null, lastErrorObject: { n: 0, updatedExisting: false } }
  const inserted = applyUpsert(view, collectionForWrite(view, db, name), filter, update)
  return { value: fields.flag('new') ? inserted : null, lastErrorObject: { n: 1, updatedExisting: false, upserted: inserted['_id'] } }
}

export const findAndModifyCommand: Command = {
  name: 'findAndModify',
  aliases: ['findandmodify'],
  effect: 'write',
  fields: {
    findAndModify: 'text',
    query: 'document',
    update: 'any',
    remove: 'flag',
    new: 'flag',
    upsert: 'flag',
    fields: 'document',
    sort: 'document',
    arrayFilters: 'list',
    hint: 'any',
    collation: 'document',
    let: 'document',
    bypassDocumentValidation: 'ignored',
  },
  run: (fields, view, _context, request) => {
    refuseCollation(fields)
    if (fields.flag('remove') && fields.value('update') !== undefined)
      throw new CommandFailure('FailedToParse', 'cannot specify both an update and remove')
    const { value, lastErrorObject } = modify(fields, view, request.db, fields.text('findAndModify'))
    const project = compileProjection(fields.optionalDocument('fields'), fields.optionalDocument('query'))
    return { lastErrorObject, value: value === null || project === undefined ? value : project(value) }
  },
}
