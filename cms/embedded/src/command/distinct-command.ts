import { scanDocuments } from '../engine/collection-scan.ts'
import { distinctOf } from '../expression/value-operators.ts'
import { type BsonValue, isArray } from '../value/bson-value.ts'
import { splitPath, visitPath } from '../value/field-path.ts'
import type { Command } from './command.ts'
import { refuseCollation } from './find-command.ts'

export const distinctCommand: Command = {
  name: 'distinct',
  effect: 'read',
  fields: { distinct: 'text', key: 'text', query: 'document', collation: 'document', hint: 'any' },
  run: (fields, view, _context, request) => {
    refuseCollation(fields)
    const parts = splitPath(fields.text('key'))
    const entry = view.catalogue.find(request.db, fields.text('distinct'))
    const values: BsonValue[] = []
    for (const row of scanDocuments(view, entry, { filter: fields.optionalDocument('query') ?? {}, hint: fields.hint() })) {
      visitPath(row.document, parts, (value) => {
        if (isArray(value)) values.push(...value)
        else if (value !== undefined) values.push(value)
        return false
      })
    }
    return { values: distinctOf(values) }
  },
}
