import { collectionForWrite } from '../engine/collection-ddl.ts'
import { insertDocument, withId } from '../engine/document-writer.ts'
import { type BsonDocument, isDocument } from '../value/bson-value.ts'
import { CommandFailure } from '../value/failure.ts'
import type { Command } from './command.ts'
import { writeError } from './write-statement.ts'

const MAX_STATEMENTS = 100_000

export const insertCommand: Command = {
  name: 'insert',
  effect: 'write',
  fields: { insert: 'text', documents: 'list', ordered: 'flag', bypassDocumentValidation: 'ignored' },
  run: (fields, view, _context, request) => {
    const documents = fields.list('documents')
    if (documents.length === 0 || documents.length > MAX_STATEMENTS)
      throw new CommandFailure('InvalidLength', 'insert takes 1 to 100000 documents')
    const ordered = fields.flag('ordered', true)
    const entry = collectionForWrite(view, request.db, fields.text('insert'))
    const writeErrors: BsonDocument[] = []
    let n = 0
    for (const [index, document] of documents.entries()) {
      try {
        if (!isDocument(document)) throw new CommandFailure('TypeMismatch', 'insert.documents must hold documents')
        insertDocument(view, view.catalogue.byId(entry.id) ?? entry, withId(document))
        n += 1
      } catch (error) {
        writeErrors.push(writeError(index, error))
        if (ordered) break
      }
    }
    return writeErrors.length === 0 ? { n } : { n, writeErrors }
  },
}
