import { type BsonDocument, type BsonValue, fieldOf, isArray, isDocument } from '../value/bson-value.ts'
import { CommandFailure } from '../value/failure.ts'
import type { IndexDefinition, IndexField } from './index-definition.ts'
import { KeyWriter } from './key-writer.ts'
import { writeEmptyArrayKey, writeValueKey } from './value-key.ts'

/** Marks the place of an empty array, which is neither a value nor missing. */
const EMPTY_ARRAY = Symbol('empty array')
type Part = BsonValue | typeof EMPTY_ARRAY
type Row = readonly Part[]

export type IndexKeys = {
  /** Distinct keys, one per combination of array elements. */
  readonly keys: readonly Buffer[]
  /** Bit n is set when field n ran through an array. */
  readonly arrayFields: number
}

/** How far the walk to one field has come; `done` means that `value` goes into the key as it is. */
type Walk = { readonly value: BsonValue; readonly rest: readonly string[]; readonly done: boolean }

/** Walks documents until the end of the path or an array. */
function walkDocuments(start: Walk): Walk {
  let { value, rest } = start
  while (rest.length > 0 && !isArray(value)) {
    value = isDocument(value) ? fieldOf(value, rest[0] ?? '') : undefined
    rest = rest.slice(1)
  }
  return { value, rest, done: start.done || !isArray(value) }
}

function expandArray(walks: readonly Walk[], array: readonly BsonValue[], definition: IndexDefinition): readonly Row[] {
  const open = walks.filter((walk) => !walk.done)
  if (open.some((walk) => walk.value !== array)) {
    throw new CommandFailure('CannotIndexParallelArrays', `cannot index parallel arrays in index '${definition.name}'`)
  }
  // A deeper path looks into documents only, exactly as a query does.
  const elements = open.some((walk) => walk.rest.length === 0) ? array : array.filter(isDocument)
  if (elements.length === 0) {
    return [walks.map((walk) => (walk.done ? walk.value : walk.rest.length === 0 ? EMPTY_ARRAY : undefined))]
  }
  return elements.flatMap((element) =>
    expandWalks(
      walks.map((walk) => (walk.done ? walk : { value: element, rest: walk.rest, done: walk.rest.length === 0 })),
      definition,
    ),
  )
}

function expandWalks(starts: readonly Walk[], definition: IndexDefinition): readonly Row[] {
  const walks = starts.map((start) => (start.done ? start : walkDocuments(start)))
  const open = walks.find((walk) => !walk.done)
  if (open === undefined || !isArray(open.value)) return [walks.map((walk) => walk.value)]
  return expandArray(walks, open.value, definition)
}

function arrayFieldsOf(document: BsonDocument, fields: readonly IndexField[]): number {
  let bits = 0
  for (const [at, field] of fields.entries()) {
    if (isArray(walkDocuments({ value: document, rest: field.parts, done: false }).value)) bits |= 1 << at
  }
  return bits
}

function writeRow(row: Row, fields: readonly IndexField[]): Buffer {
  const writer = new KeyWriter()
  for (const [at, field] of fields.entries()) {
    const start = writer.length
    const part = row[at]
    if (part === EMPTY_ARRAY) writeEmptyArrayKey(writer)
    else if (typeof part !== 'symbol') writeValueKey(writer, part)
    if (field.descending) writer.complementFrom(start)
  }
  return writer.finish()
}

/** All keys of a document in an index (sparse and partial conditions are the caller's). */
export function indexKeysOf(document: BsonDocument, definition: IndexDefinition): IndexKeys {
  const walks = definition.fields.map((field) => ({ value: document, rest: field.parts, done: false }))
  const rows = expandWalks(walks, definition)
  const arrayFields = arrayFieldsOf(document, definition.fields)
  if (rows.length === 1) return { keys: rows.map((row) => writeRow(row, definition.fields)), arrayFields }
  const distinct = new Map<string, Buffer>()
  for (const row of rows) {
    const key = writeRow(row, definition.fields)
    distinct.set(key.toString('latin1'), key)
  }
  return { keys: [...distinct.values()], arrayFields }
}

/** Values that a document shows for the index's fields, as E11000 reports them. */
export function keyValueOf(document: BsonDocument, definition: IndexDefinition): BsonDocument {
  const found: BsonDocument = {}
  for (const field of definition.fields) {
    const { value } = walkDocuments({ value: document, rest: field.parts, done: false })
    found[field.path] = value === undefined ? null : value
  }
  return found
}
