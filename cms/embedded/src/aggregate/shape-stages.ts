import { Int32 } from 'bson'
import { compileExpression, type Expression } from '../expression/expression.ts'
import { compileProjection } from '../query/projection.ts'
import { type BsonDocument, type BsonValue, fieldOf, isArray, isDocument, isNumeric, isTruthy, setField } from '../value/bson-value.ts'
import { CommandFailure, refuse } from '../value/failure.ts'
import { readExpressionPath, splitPath } from '../value/field-path.ts'

export type DocumentChange = (document: BsonDocument) => BsonDocument

/** Sets a value at a dotted path of a copy; arrays on the way get it in each of their documents. */
function withPath(value: BsonValue, parts: readonly string[], next: BsonValue): BsonValue {
  const [part, ...rest] = parts
  if (part === undefined) return next
  if (isArray(value)) return value.map((element) => withPath(element, parts, next))
  const copy: BsonDocument = isDocument(value) ? { ...value } : {}
  const child = withPath(fieldOf(copy, part), rest, next)
  if (child === undefined) delete copy[part]
  else setField(copy, part, child)
  return copy
}

type Assignment = { readonly parts: readonly string[]; readonly expression: Expression }

/** `{a: {b: 1}}` without operators means the path `a.b`. */
function assignmentsOf(spec: BsonDocument, prefix = ''): readonly Assignment[] {
  return Object.entries(spec).flatMap(([field, value]) => {
    if (field.startsWith('$')) throw new CommandFailure('FailedToParse', `'${field}' is no field name`)
    const path = prefix === '' ? field : `${prefix}.${field}`
    const nested = isDocument(value) && Object.keys(value).length > 0 && !(Object.keys(value)[0]?.startsWith('$') ?? false)
    return nested ? assignmentsOf(value, path) : [{ parts: splitPath(path), expression: compileExpression(value) }]
  })
}

function specOf(spec: BsonValue, stage: string): BsonDocument {
  if (!isDocument(spec) || Object.keys(spec).length === 0)
    throw new CommandFailure('BadValue', `${stage} needs a document with at least one field`)
  return spec
}

function applyAssignments(
  document: BsonDocument,
  from: BsonDocument,
  assignments: readonly Assignment[],
  variables: BsonDocument,
): BsonDocument {
  let next: BsonDocument = document
  for (const { parts, expression } of assignments) {
    const changed = withPath(next, parts, expression({ root: from, variables }))
    if (isDocument(changed)) next = changed
  }
  return next
}

export function compileSet(spec: BsonValue, variables: BsonDocument): DocumentChange {
  const assignments = assignmentsOf(specOf(spec, '$set'))
  return (document) => applyAssignments(document, document, assignments, variables)
}

export function compileUnset(spec: BsonValue): DocumentChange {
  const paths = isArray(spec) ? spec : [spec]
  if (!paths.every((path) => typeof path === 'string')) throw new CommandFailure('BadValue', '$unset needs a path or a list of paths')
  const projection = compileProjection(Object.fromEntries(paths.map((path) => [path, 0])))
  return projection ?? ((document) => document)
}

function isPlainChoice(value: BsonValue): boolean {
  return typeof value === 'boolean' || isNumeric(value)
}

/** Nested choices as dotted paths, so that `{a: {b: 1}}` and `{'a.b': 1}` mean the same. */
function flattenChoices(spec: BsonDocument, prefix = ''): readonly (readonly [string, BsonValue])[] {
  return Object.entries(spec).flatMap(([field, value]) => {
    const path = prefix === '' ? field : `${prefix}.${field}`
    const nested = isDocument(value) && Object.keys(value).length > 0 && !(Object.keys(value)[0]?.startsWith('$') ?? false)
    return nested ? flattenChoices(value, path) : [[path, value] as const]
  })
}

export function compileProject(spec: BsonValue, variables: BsonDocument): DocumentChange {
  const entries = flattenChoices(specOf(spec, '$project'))
  const choices = entries.filter(([, value]) => isPlainChoice(value))
  const computed = entries.filter(([, value]) => !isPlainChoice(value))
  const excludes = choices.some(([path, value]) => path !== '_id' && !isTruthy(value))
  if (excludes && computed.length > 0) throw new CommandFailure('BadValue', 'a $project that leaves fields out cannot compute others')
  const assignments = computed.map(([path, value]) => ({ parts: splitPath(path), expression: compileExpression(value) }))
  const plain = Object.fromEntries(choices)
  // With computed fields alone, only `_id` is kept besides them.
  const onlyComputed = computed.length > 0 && choices.every(([path]) => path === '_id')
  const idOnly: DocumentChange = (document) => (document['_id'] === undefined ? {} : { _id: document['_id'] })
  const project: DocumentChange = onlyComputed
    ? plain['_id'] !== undefined && !isTruthy(plain['_id'])
      ? () => ({})
      : idOnly
    : (compileProjection(plain) ?? ((document) => document))
  return (document) => applyAssignments(project(document), document, assignments, variables)
}

export function compileReplaceRoot(expressionValue: BsonValue, variables: BsonDocument): DocumentChange {
  const expression = compileExpression(expressionValue)
  return (document) => {
    const next = expression({ root: document, variables })
    if (!isDocument(next)) throw new CommandFailure('BadValue', 'the new root of a document must be a document')
    return next
  }
}

export function compileUnwind(spec: BsonValue): (documents: readonly BsonDocument[]) => BsonDocument[] {
  const options: BsonDocument = isDocument(spec) ? spec : { path: spec }
  for (const option of Object.keys(options)) {
    if (!['path', 'preserveNullAndEmptyArrays', 'includeArrayIndex'].includes(option)) throw refuse('option of $unwind', option)
  }
  const path = options['path']
  if (typeof path !== 'string' || !path.startsWith('$')) throw new CommandFailure('BadValue', "the path of $unwind must begin with '$'")
  const parts = splitPath(path.slice(1))
  const keeps = isTruthy(options['preserveNullAndEmptyArrays'])
  const indexField = typeof options['includeArrayIndex'] === 'string' ? splitPath(options['includeArrayIndex']) : undefined
  const place = (document: BsonDocument, value: BsonValue, index: number | null): BsonDocument => {
    const placed = withPath(document, parts, value)
    const indexed = indexField === undefined ? placed : withPath(placed, indexField, index === null ? null : new Int32(index))
    return isDocument(indexed) ? indexed : document
  }
  return (documents) =>
    documents.flatMap((document) => {
      const value = readExpressionPath(document, parts)
      if (isArray(value) && value.length > 0) return value.map((element, index) => place(document, element, index))
      if (isArray(value) || value === undefined || value === null)
        return keeps ? [place(document, isArray(value) ? undefined : value, null)] : []
      return [place(document, value, null)]
    })
}
