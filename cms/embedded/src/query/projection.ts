import { type BsonDocument, type BsonValue, isArray, isDocument, isNumeric, isTruthy, setField, toNumber } from '../value/bson-value.ts'
import { CommandFailure, refuse } from '../value/failure.ts'
import { splitPath } from '../value/field-path.ts'
import { compileFilter } from './matcher.ts'
import { matchedPosition } from './positional-match.ts'

export type Projection = (document: BsonDocument) => BsonDocument

type ArrayShape = (array: readonly BsonValue[]) => readonly BsonValue[] | undefined
type Tree = { readonly children: Map<string, Tree>; whole: boolean; shape: ArrayShape | undefined }

function newTree(): Tree {
  return { children: new Map(), whole: false, shape: undefined }
}

function reach(tree: Tree, path: string): Tree {
  let at = tree
  for (const part of splitPath(path)) {
    if (at.whole) throw new CommandFailure('BadValue', `path collision at '${path}' in the projection`)
    const next = at.children.get(part) ?? newTree()
    at.children.set(part, next)
    at = next
  }
  if (at.children.size > 0 || at.whole) throw new CommandFailure('BadValue', `path collision at '${path}' in the projection`)
  return at
}

function keepValue(value: BsonValue, tree: Tree): BsonValue {
  if (tree.shape !== undefined) return isArray(value) ? tree.shape(value) : value
  if (tree.whole) return value
  if (isArray(value)) {
    return value.flatMap((element) => {
      if (isArray(element)) return [keepValue(element, tree)]
      return isDocument(element) ? [keepFields(element, tree)] : []
    })
  }
  return isDocument(value) ? keepFields(value, tree) : undefined
}

function keepFields(document: BsonDocument, tree: Tree): BsonDocument {
  const kept: BsonDocument = {}
  for (const field of Object.keys(document)) {
    const child = tree.children.get(field)
    const value = child === undefined ? undefined : keepValue(document[field], child)
    if (value !== undefined) setField(kept, field, value)
  }
  return kept
}

function dropValue(value: BsonValue, tree: Tree): BsonValue {
  if (tree.shape !== undefined) return isArray(value) ? tree.shape(value) : value
  if (isArray(value)) return value.map((element) => dropValue(element, tree))
  return isDocument(value) ? dropFields(value, tree) : value
}

function dropFields(document: BsonDocument, tree: Tree): BsonDocument {
  const kept: BsonDocument = {}
  for (const field of Object.keys(document)) {
    const child = tree.children.get(field)
    if (child === undefined) setField(kept, field, document[field])
    else if (!child.whole || child.shape !== undefined) setField(kept, field, dropValue(document[field], child))
  }
  return kept
}

function sliceShape(operand: BsonValue): ArrayShape {
  const [skip, count] = isArray(operand) ? operand : [undefined, operand]
  if (!isNumeric(count) || (skip !== undefined && !isNumeric(skip))) throw new CommandFailure('BadValue', '$slice needs one or two numbers')
  const size = toNumber(count)
  if (skip === undefined) return (array) => (size < 0 ? array.slice(size) : array.slice(0, size))
  const from = toNumber(skip)
  return (array) => {
    const start = from < 0 ? Math.max(0, array.length + from) : from
    return array.slice(start, start + size)
  }
}

function elementShape(operand: BsonValue): ArrayShape {
  if (!isDocument(operand)) throw new CommandFailure('BadValue', '$elemMatch needs a document')
  const test = compileFilter({ value: { $elemMatch: operand } })
  return (array) => {
    const found = array.find((element) => test({ value: [element] }))
    return found === undefined ? undefined : [found]
  }
}

function shapeOf(operators: BsonDocument): { readonly shape: ArrayShape; readonly keeps: boolean } {
  const [name = '', ...more] = Object.keys(operators)
  if (more.length === 0 && name === '$slice') return { shape: sliceShape(operators[name]), keeps: false }
  if (more.length === 0 && name === '$elemMatch') return { shape: elementShape(operators[name]), keeps: true }
  throw refuse('projection operator', name)
}

/** The element that made the filter true decides `path.$`. */
function positionalShape(path: string, filter: BsonDocument): ArrayShape {
  return (array) => {
    const position = matchedPosition(filter, path, array)
    return position === undefined ? undefined : array.slice(position, position + 1)
  }
}

type Plan = { readonly tree: Tree; mode: 'include' | 'exclude' | undefined; keepId: boolean | undefined }

function addEntry(plan: Plan, path: string, value: BsonValue, filter: BsonDocument): void {
  if (path.endsWith('.$')) {
    const bare = path.slice(0, -2)
    const node = reach(plan.tree, bare)
    node.whole = true
    node.shape = positionalShape(bare, filter)
    plan.mode = 'include'
    return
  }
  if (isDocument(value)) {
    const { shape, keeps } = shapeOf(value)
    const node = reach(plan.tree, path)
    node.whole = true
    node.shape = shape
    if (keeps) plan.mode ??= 'include'
    return
  }
  if (typeof value !== 'boolean' && !isNumeric(value)) throw refuse('projection value of field', path)
  const wanted = isTruthy(value)
  if (path === '_id') {
    plan.keepId = wanted
    return
  }
  const mode = wanted ? 'include' : 'exclude'
  if (plan.mode !== undefined && plan.mode !== mode) {
    throw new CommandFailure('BadValue', `cannot do ${mode === 'include' ? 'inclusion' : 'exclusion'} on field ${path} in this projection`)
  }
  plan.mode = mode
  reach(plan.tree, path).whole = true
}

/** Compiles a projection; undefined when everything is wanted as it is. */
export function compileProjection(projection: BsonDocument | undefined, filter: BsonDocument = {}): Projection | undefined {
  const entries = Object.entries(projection ?? {})
  if (entries.length === 0) return undefined
  const plan: Plan = { tree: newTree(), mode: undefined, keepId: undefined }
  for (const [path, value] of entries) addEntry(plan, path, value, filter)
  const mode = plan.mode ?? (plan.keepId === true ? 'include' : 'exclude')
  if (mode === 'include') {
    if (plan.keepId !== false) plan.tree.children.set('_id', { ...newTree(), whole: true })
    return (document) => keepFields(document, plan.tree)
  }
  if (plan.keepId === false) plan.tree.children.set('_id', { ...newTree(), whole: true })
  return (document) => dropFields(document, plan.tree)
}
