import type { CollectionEntry } from '../engine/catalogue.ts'
import { collectionForWrite } from '../engine/collection-ddl.ts'
import { scanDocuments } from '../engine/collection-scan.ts'
import type { WriteView } from '../engine/view.ts'
import type { BsonDocument, BsonValue } from '../value/bson-value.ts'
import { CommandFailure } from '../value/failure.ts'
import type { Command, CommandFields, FieldKind } from './command.ts'
import { refuseCollation } from './find-command.ts'
import { applyUpdate, applyUpsert, compileStatement, writeError } from './write-statement.ts'

const STATEMENT: Readonly<Record<string, FieldKind>> = {
  q: 'document',
  u: 'any',
  multi: 'flag',
  upsert: 'flag',
  arrayFilters: 'list',
  collation: 'document',
  hint: 'any',
  sort: 'document',
}

type Outcome = { readonly matched: number; readonly modified: number; readonly upserted: BsonValue }

function runStatement(view: WriteView, db: string, name: string, statement: CommandFields, variables: BsonDocument | undefined): Outcome {
  refuseCollation(statement)
  const filter = statement.optionalDocument('q') ?? {}
  const multi = statement.flag('multi')
  const update = compileStatement(statement.value('u'), statement.list('arrayFilters'), view, variables)
  if (multi && update.kind === 'replace')
    throw new CommandFailure('FailedToParse', 'multi update is not supported for replacement-style update')
  const known: CollectionEntry | undefined = view.catalogue.find(db, name)
  const request = { filter, sort: statement.optionalDocument('sort'), hint: statement.hint(), limit: multi ? 0 : 1, variables }
  const found = [...scanDocuments(view, known, request)]
  if (found.length === 0 && statement.flag('upsert')) {
    const inserted = applyUpsert(view, collectionForWrite(view, db, name), filter, update)
    return { matched: 0, modified: 0, upserted: inserted['_id'] }
  }
  let modified = 0
  for (const stored of found) {
    if (known !== undefined && applyUpdate(view, known, stored, update, filter).modified) modified += 1
  }
  return { matched: found.length, modified, upserted: undefined }
}

export const updateCommand: Command = {
  name: 'update',
  effect: 'write',
  fields: { update: 'text', updates: 'list', ordered: 'flag', bypassDocumentValidation: 'ignored', let: 'document' },
  run: (fields, view, _context, request) => {
    const name = fields.text('update')
    const ordered = fields.flag('ordered', true)
    const upserted: BsonDocument[] = []
    const writeErrors: BsonDocument[] = []
    let n = 0
    let nModified = 0
    for (const [index, statement] of fields.statements('updates', STATEMENT).entries()) {
      try {
        const outcome = runStatement(view, request.db, name, statement, fields.optionalDocument('let'))
        if (outcome.upserted !== undefined) upserted.push({ index, _id: outcome.upserted })
        n += outcome.upserted === undefined ? outcome.matched : 1
        nModified += outcome.modified
      } catch (error) {
        writeErrors.push(writeError(index, error))
        if (ordered) break
      }
    }
    return { n, nModified, ...(upserted.length > 0 ? { upserted } : {}), ...(writeErrors.length > 0 ? { writeErrors } : {}) }
  },
}
