import { BSONRegExp } from 'bson'
import { type BsonDocument, type BsonValue, isArray, isDocument } from '../value/bson-value.ts'
import { kindRankOf } from '../value/value-order.ts'

export type RangeBound = { readonly operator: '$gt' | '$gte' | '$lt' | '$lte'; readonly value: BsonValue }

/** What a filter demands of one path, as far as an index can use it. */
export type PathBounds = { readonly equals: readonly BsonValue[] | undefined; readonly range: readonly RangeBound[] }

export type FilterBounds = ReadonlyMap<string, PathBounds>

/** Arrays match in more ways than one key can say, so they never become bounds; nor do patterns. */
function isKeyValue(value: BsonValue): boolean {
  return !isArray(value) && !(value instanceof BSONRegExp) && value !== undefined
}

function isRangeOperator(name: string): name is RangeBound['operator'] {
  return name === '$gt' || name === '$gte' || name === '$lt' || name === '$lte'
}

/** A range stays in its kind; null and the end markers reach further and are left to the matcher. */
function isRangeValue(value: BsonValue): boolean {
  const rank = kindRankOf(value)
  return isKeyValue(value) && value !== null && rank !== 1 && rank !== 127
}

type Bounds = Map<string, { equals: readonly BsonValue[] | undefined; range: RangeBound[] }>

function narrow(bounds: Bounds, path: string, name: string, operand: BsonValue): void {
  const known = bounds.get(path) ?? { equals: undefined, range: [] }
  const values = name === '$eq' ? [operand] : name === '$in' && isArray(operand) ? operand : undefined
  if (values?.every(isKeyValue)) {
    if (known.equals === undefined || values.length < known.equals.length) known.equals = values
  } else if (isRangeOperator(name) && isRangeValue(operand)) known.range.push({ operator: name, value: operand })
  else return
  bounds.set(path, known)
}

function collect(filter: BsonDocument, bounds: Bounds): void {
  for (const [path, condition] of Object.entries(filter)) {
    if (path === '$and' && isArray(condition)) {
      for (const each of condition) if (isDocument(each)) collect(each, bounds)
    } else if (path.startsWith('$')) continue
    else if (isDocument(condition) && (Object.keys(condition)[0]?.startsWith('$') ?? false)) {
      for (const [name, operand] of Object.entries(condition)) narrow(bounds, path, name, operand)
    } else narrow(bounds, path, '$eq', condition)
  }
}

/** Conditions that every matching document meets, by path. Everything else stays with the matcher. */
export function filterBoundsOf(filter: BsonDocument): FilterBounds {
  const bounds: Bounds = new Map()
  collect(filter, bounds)
  return bounds
}
