import type { DocumentTest } from '../query/matcher.ts'
import { type BsonDocument, type BsonValue, fieldOf, isArray, isDocument, setField } from '../value/bson-value.ts'
import { CommandFailure } from '../value/failure.ts'
import { arrayPosition } from '../value/field-path.ts'

/** Documents and arrays of the new state, which the updater owns and may change. */
type Container = BsonDocument | BsonValue[]

/** One place an operator acts on, after `$`, `$[]` and `$[id]` have been resolved. */
export type Target = { readonly container: Container; readonly field: string; readonly path: string }

export type PathChoices = {
  /** Position of the array element that made the query true. */
  readonly matched: (arrayPath: string) => number | undefined
  readonly filters: ReadonlyMap<string, DocumentTest>
}

/** Most elements that a write may pad an array with. */
const MAX_PADDING = 100_000

function isContainer(value: BsonValue): value is Container {
  return isArray(value) || isDocument(value)
}

export function childOf(container: Container, field: string): BsonValue {
  if (!isMutableArray(container)) return fieldOf(container, field)
  const position = arrayPosition(field)
  return position === undefined ? undefined : container[position]
}

function isMutableArray(value: BsonValue | Container): value is BsonValue[] {
  return Array.isArray(value)
}

/** Writes a value at a target; an array is padded with nulls up to the position. */
export function writeTarget({ container, field, path }: Target, value: BsonValue): void {
  if (!isMutableArray(container)) {
    setField(container, field, value)
    return
  }
  const position = arrayPosition(field)
  if (position === undefined) throw new CommandFailure('PathNotViable', `cannot create field '${field}' in the array at '${path}'`)
  if (position > container.length + MAX_PADDING) throw new CommandFailure('BadValue', `'${path}' would pad the array too far`)
  while (container.length < position) container.push(null)
  container[position] = value
}

export function removeTarget({ container, field }: Target): void {
  if (!isMutableArray(container)) {
    delete container[field]
    return
  }
  const position = arrayPosition(field)
  // In an array a removed element leaves null, so that the others keep their places.
  if (position !== undefined && position < container.length) container[position] = null
}

function placeholderPositions(part: string, array: BsonValue[], path: string, choices: PathChoices): readonly number[] {
  if (part === '$') {
    const position = choices.matched(path)
    if (position === undefined) throw new CommandFailure('BadValue', 'the positional operator did not find the match needed from the query')
    return [position]
  }
  const identifier = part.slice(2, -1)
  if (identifier === '') return array.map((_, at) => at)
  const test = choices.filters.get(identifier)
  if (test === undefined) throw new CommandFailure('BadValue', `no array filter found for identifier '${identifier}' in path '${path}'`)
  return array.flatMap((element, at) => (test({ [identifier]: element }) ? [at] : []))
}

function isPlaceholder(part: string): boolean {
  return part === '$' || (part.startsWith('$[') && part.endsWith(']'))
}

function stepInto(container: Container, part: string, path: string, create: boolean): Container | undefined {
  const child = childOf(container, part)
  if (isContainer(child)) return child
  if (!create) return undefined
  if (child !== undefined) throw new CommandFailure('PathNotViable', `cannot create a field in '${path}', which holds a plain value`)
  const made: BsonDocument = {}
  writeTarget({ container, field: part, path }, made)
  return made
}

function collect(container: Container, parts: readonly string[], path: string, create: boolean, choices: PathChoices): Target[] {
  const [part = '', ...rest] = parts
  if (isPlaceholder(part)) {
    if (!isMutableArray(container)) throw new CommandFailure('BadValue', `'${path}' must be an array to apply '${part}'`)
    const positions = placeholderPositions(part, container, path, choices)
    return positions.flatMap((at) => collect(container, [String(at), ...rest], path, create, choices))
  }
  const here = path === '' ? part : `${path}.${part}`
  if (rest.length === 0) return [{ container, field: part, path: here }]
  const firstRest = rest[0] ?? ''
  if (isPlaceholder(firstRest) && !isMutableArray(childOf(container, part))) {
    throw new CommandFailure('BadValue', `the path '${here}' must exist and be an array to apply '${firstRest}'`)
  }
  const next = stepInto(container, part, here, create)
  return next === undefined ? [] : collect(next, rest, here, create, choices)
}

/** Every place a path names in a document; with `create`, missing documents on the way are made. */
export function resolveTargets(document: BsonDocument, parts: readonly string[], create: boolean, choices: PathChoices): readonly Target[] {
  return collect(document, parts, '', create, choices)
}
