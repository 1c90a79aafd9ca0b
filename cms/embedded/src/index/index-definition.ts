import { type BsonDocument, type BsonValue, isDocument, isNumeric, isTruthy, toNumber } from '../value/bson-value.ts'
import { CommandFailure, refuse } from '../value/failure.ts'
import { arrayPosition, splitPath } from '../value/field-path.ts'
import { equalValues } from '../value/value-order.ts'

export type IndexField = { readonly path: string; readonly parts: readonly string[]; readonly descending: boolean }

export type IndexDefinition = {
  readonly name: string
  readonly fields: readonly IndexField[]
  readonly unique: boolean
  readonly sparse: boolean
  readonly partialFilter: BsonDocument | undefined
  readonly expireAfterSeconds: number | undefined
  /** The specification as it was given, echoed by listIndexes. */
  readonly spec: BsonDocument
}

/** `background` and `ns` are history on every server; they change nothing. */
const KNOWN_OPTIONS = new Set(['v', 'key', 'name', 'unique', 'sparse', 'partialFilterExpression', 'expireAfterSeconds', 'background', 'ns'])

function parseField(path: string, direction: BsonValue): IndexField {
  if (typeof direction === 'string') throw refuse('index kind', direction)
  if (!isNumeric(direction) || toNumber(direction) === 0) {
    throw new CommandFailure('CannotCreateIndex', `index field '${path}' needs the direction 1 or -1`)
  }
  const parts = splitPath(path)
  if (path.includes('$') || parts.some((part) => arrayPosition(part) !== undefined)) throw refuse('index field', path)
  return { path, parts, descending: toNumber(direction) < 0 }
}

function defaultName(key: BsonDocument): string {
  return Object.entries(key)
    .map(([path, direction]) => `${path}_${String(direction)}`)
    .join('_')
}

function parseExpiry(spec: BsonDocument): number | undefined {
  const seconds = spec['expireAfterSeconds']
  if (seconds === undefined) return undefined
  if (!isNumeric(seconds) || !(toNumber(seconds) >= 0) || toNumber(seconds) > 0x7fffffff) {
    throw new CommandFailure('CannotCreateIndex', 'expireAfterSeconds must be a number from 0 to 2147483647')
  }
  return toNumber(seconds)
}

/** Checks one entry of createIndexes; options and kinds that are not kept are refused by name. */
export function parseIndexDefinition(spec: BsonDocument): IndexDefinition {
  for (const option of Object.keys(spec)) if (!KNOWN_OPTIONS.has(option)) throw refuse('index option', option)
  const key = spec['key']
  if (!isDocument(key) || Object.keys(key).length === 0)
    throw new CommandFailure('CannotCreateIndex', 'an index needs a key of at least one field')
  const fields = Object.entries(key).map(([path, direction]) => parseField(path, direction))
  const partialFilter = spec['partialFilterExpression']
  if (partialFilter !== undefined && !isDocument(partialFilter)) {
    throw new CommandFailure('CannotCreateIndex', 'partialFilterExpression must be a document')
  }
  const expireAfterSeconds = parseExpiry(spec)
  if (expireAfterSeconds !== undefined && fields.length > 1) {
    throw new CommandFailure('CannotCreateIndex', 'expireAfterSeconds needs an index of one field')
  }
  const name = typeof spec['name'] === 'string' ? spec['name'] : defaultName(key)
  return {
    name,
    fields,
    unique: isTruthy(spec['unique']),
    sparse: isTruthy(spec['sparse']),
    partialFilter,
    expireAfterSeconds,
    spec: { v: 2, ...withoutField(withoutField(spec, 'v'), 'ns'), name },
  }
}

function withoutField(document: BsonDocument, field: string): BsonDocument {
  const { [field]: _left, ...rest } = document
  return rest
}

export function sameIndexKey(left: IndexDefinition, right: IndexDefinition): boolean {
  return equalValues(left.spec['key'], right.spec['key'])
}

function optionsOf(definition: IndexDefinition): BsonDocument {
  return {
    unique: definition.unique,
    sparse: definition.sparse,
    partial: definition.partialFilter ?? null,
    expiry: definition.expireAfterSeconds ?? null,
  }
}

export function sameIndexOptions(left: IndexDefinition, right: IndexDefinition): boolean {
  return equalValues(optionsOf(left), optionsOf(right))
}
