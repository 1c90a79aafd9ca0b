import { scanDocuments } from '../engine/collection-scan.ts'
import { deleteDocument } from '../engine/document-writer.ts'
import type { BsonDocument } from '../value/bson-value.ts'
import type { Command, FieldKind } from './command.ts'
import { refuseCollation } from './find-command.ts'
import { writeError } from './write-statement.ts'

const STATEMENT: Readonly<Record<string, FieldKind>> = { q: 'document', limit: 'number', collation: 'document', hint: 'any' }

export const deleteCommand: Command = {
  name: 'delete',
  effect: 'write',
  fields: { delete: 'text', deletes: 'list', ordered: 'flag', let: 'document' },
  run: (fields, view, _context, request) => {
    const name = fields.text('delete')
    const ordered = fields.flag('ordered', true)
    const writeErrors: BsonDocument[] = []
    let n = 0
    for (const [index, statement] of fields.statements('deletes', STATEMENT).entries()) {
      try {
        refuseCollation(statement)
        const entry = view.catalogue.find(request.db, name)
        const wanted = {
          filter: statement.optionalDocument('q') ?? {},
          limit: statement.count('limit', 0),
          hint: statement.hint(),
          variables: fields.optionalDocument('let'),
        }
        for (const stored of [...scanDocuments(view, entry, wanted)]) {
          if (entry !== undefined) deleteDocument(view, entry, stored)
          n += 1
        }
      } catch (error) {
        writeErrors.push(writeError(index, error))
        if (ordered) break
      }
    }
    return writeErrors.length === 0 ? { n } : { n, writeErrors }
  },
}
