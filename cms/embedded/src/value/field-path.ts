import { type BsonDocument, type BsonValue, fieldOf, isArray, isDocument } from './bson-value.ts'
import { CommandFailure } from './failure.ts'

const ARRAY_POSITION = /^(?:0|[1-9]\d{0,8})$/

export function splitPath(path: string): readonly string[] {
  const parts = path.split('.')
  if (parts.includes('')) throw new CommandFailure('BadValue', `field path '${path}' has an empty part`)
  if (parts.length > 100) throw new CommandFailure('BadValue', `field path '${path.slice(0, 40)}…' is deeper than 100 levels`)
  return parts
}

/** The index a path part names in an array, or undefined when it is no array position. */
export function arrayPosition(part: string): number | undefined {
  return ARRAY_POSITION.test(part) ? Number(part) : undefined
}

function visitArray(array: readonly BsonValue[], parts: readonly string[], at: number, visit: (value: BsonValue) => boolean): boolean {
  const position = arrayPosition(parts[at] ?? '')
  if (position !== undefined && position < array.length && visitFrom(array[position], parts, at + 1, visit)) return true
  for (const element of array) {
    if (isDocument(element) && visitFrom(element, parts, at, visit)) return true
  }
  return false
}

function visitFrom(value: BsonValue, parts: readonly string[], at: number, visit: (value: BsonValue) => boolean): boolean {
  const part = parts[at]
  if (part === undefined) return visit(value)
  if (isArray(value)) return visitArray(value, parts, at, visit)
  return visitFrom(isDocument(value) ? fieldOf(value, part) : undefined, parts, at + 1, visit)
}

/**
 * Calls `visit` with every value a query sees at a path, walking through arrays on the way; a missing field is `undefined`.
 * Stops and answers true as soon as `visit` does.
 */
export function visitPath(document: BsonDocument, parts: readonly string[], visit: (value: BsonValue) => boolean): boolean {
  return visitFrom(document, parts, 0, visit)
}

/** Same, with the elements of a final array besides the array itself. */
export function visitLeaves(document: BsonDocument, parts: readonly string[], visit: (value: BsonValue) => boolean): boolean {
  return visitPath(document, parts, (value) => visit(value) || (isArray(value) && value.some(visit)))
}

/** The one value at a path as an expression reads it: arrays on the way give arrays of what their documents hold. */
export function readExpressionPath(value: BsonValue, parts: readonly string[], at = 0): BsonValue {
  const part = parts[at]
  if (part === undefined) return value
  if (isArray(value)) {
    return value.flatMap((element) => {
      const found = isDocument(element) || isArray(element) ? readExpressionPath(element, parts, at) : undefined
      return found === undefined ? [] : [found]
    })
  }
  return isDocument(value) ? readExpressionPath(fieldOf(value, part), parts, at + 1) : undefined
}
