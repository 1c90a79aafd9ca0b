import type { SortField } from '../query/sort-order.ts'
import { type BsonDocument, type BsonValue, isArray, isDocument } from '../value/bson-value.ts'
import { equalValues, kindRankOf } from '../value/value-order.ts'
import { type FilterBounds, filterBoundsOf, type PathBounds, type RangeBound } from './filter-bounds.ts'
import type { IndexDefinition, IndexField } from './index-definition.ts'
import { KeyWriter } from './key-writer.ts'
import { writeValueKey } from './value-key.ts'

/** Keys from `low` inclusive to `high` exclusive. */
export type KeyRange = { readonly low: Buffer; readonly high: Buffer }

type PlannableIndex = { readonly definition: IndexDefinition; readonly arrayFields: number }

export type IndexScan<I> = {
  readonly kind: 'index'
  readonly index: I
  readonly ranges: readonly KeyRange[]
  readonly backward: boolean
  /** The scan already comes in the order that was asked for. */
  readonly sorted: boolean
  readonly boundFields: number
}
export type ScanPlan<I> =
  | IndexScan<I>
  | { readonly kind: 'union'; readonly scans: readonly IndexScan<I>[] }
  | { readonly kind: 'collection' }

/** More seeks than this cost more than they save. */
const MAX_SEEKS = 20_000
const ABOVE_ALL = Buffer.from([0xff])

function component(value: BsonValue, field: IndexField): Buffer {
  const writer = new KeyWriter()
  writeValueKey(writer, value)
  if (field.descending) writer.complementFrom(0)
  return writer.finish()
}

function kindEdge(rank: number, field: IndexField): Buffer {
  return Buffer.from([field.descending ? ~rank & 0xff : rank])
}

function rangeOf(prefix: Buffer, bounds: readonly RangeBound[], field: IndexField): KeyRange {
  const rank = kindRankOf(bounds[0]?.value)
  let low = Buffer.concat([prefix, kindEdge(rank, field)])
  let high = Buffer.concat([prefix, kindEdge(field.descending ? rank - 1 : rank + 1, field)])
  for (const bound of bounds) {
    const key = Buffer.concat([prefix, component(bound.value, field)])
    const after = Buffer.concat([key, ABOVE_ALL])
    const upward = bound.operator === '$gt' || bound.operator === '$gte'
    const inclusive = bound.operator === '$gte' || bound.operator === '$lte'
    if (upward !== field.descending) {
      const edge = inclusive ? key : after
      if (Buffer.compare(edge, low) > 0) low = edge
    } else {
      const edge = inclusive ? after : key
      if (Buffer.compare(edge, high) < 0) high = edge
    }
  }
  return { low, high }
}

function prefixesFor(prefixes: readonly Buffer[], values: readonly BsonValue[], field: IndexField): readonly Buffer[] {
  const components = new Map<string, Buffer>()
  for (const value of values) {
    const key = component(value, field)
    components.set(key.toString('latin1'), key)
  }
  const ordered = [...components.values()].sort(Buffer.compare)
  return prefixes.flatMap((prefix) => ordered.map((key) => Buffer.concat([prefix, key])))
}

/** Bounds that can be used together: of an array, only one, as different elements may meet different ones. */
function usableRange(bounds: PathBounds, throughArray: boolean): readonly RangeBound[] {
  const rank = kindRankOf(bounds.range[0]?.value)
  const sameKind = bounds.range.filter((each) => kindRankOf(each.value) === rank)
  return throughArray ? sameKind.slice(0, 1) : sameKind
}

function impliesPartial(filter: BsonDocument, partial: BsonDocument): boolean {
  return Object.entries(partial).every(([path, condition]) => {
    const asked = filter[path]
    if (asked === undefined) return false
    if (equalValues(asked, condition)) return true
    const isOperator = isDocument(asked) && (Object.keys(asked)[0]?.startsWith('$') ?? false)
    if (isOperator || isArray(asked) || !isDocument(condition) || Object.keys(condition).length !== 1) return false
    if (condition['$exists'] === true) return asked !== null
    return condition['$type'] === 'string' && typeof asked === 'string'
  })
}

/** A sparse index lacks documents without its fields, so only a condition that such documents fail may use it. */
function coversAll(definition: IndexDefinition, filter: BsonDocument, bounds: FilterBounds): boolean {
  if (definition.partialFilter !== undefined && !impliesPartial(filter, definition.partialFilter)) return false
  if (!definition.sparse) return true
  return definition.fields.some((field) => {
    const found = bounds.get(field.path)
    return found !== undefined && (found.range.length > 0 || (found.equals?.every((value) => value !== null) ?? false))
  })
}

type SortFit = { readonly fits: boolean; readonly backward: boolean }

/** Whether the index's own order, after fields bound to one value, is the order asked for. */
function fitSort(index: PlannableIndex, sort: readonly SortField[], single: readonly boolean[]): SortFit {
  let at = 0
  let backward: boolean | undefined
  for (const [position, field] of index.definition.fields.entries()) {
    const wanted = sort[at]
    if (wanted === undefined) break
    const throughArray = (index.arrayFields & (1 << position)) !== 0
    if (wanted.path === field.path && !throughArray) {
      const reversed = wanted.descending !== field.descending
      if (backward !== undefined && backward !== reversed && single[position] !== true) return { fits: false, backward: false }
      if (single[position] !== true) backward = reversed
      at += 1
    } else if (single[position] !== true) return { fits: false, backward: false }
  }
  return { fits: at === sort.length, backward: backward ?? false }
}

function planIndex<I extends PlannableIndex>(
  index: I,
  filter: BsonDocument,
  bounds: FilterBounds,
  sort: readonly SortField[],
): IndexScan<I> | undefined {
  const { definition } = index
  if (!coversAll(definition, filter, bounds)) return undefined
  let prefixes: readonly Buffer[] = [Buffer.alloc(0)]
  let ranges: readonly KeyRange[] | undefined
  let boundFields = 0
  let arrayBound = false
  const single: boolean[] = []
  for (const [position, field] of definition.fields.entries()) {
    const found = bounds.get(field.path)
    const throughArray = (index.arrayFields & (1 << position)) !== 0
    // Two conditions through one array may be met by different elements.
    if (found === undefined || (throughArray && arrayBound)) break
    arrayBound ||= throughArray
    if (found.equals !== undefined && prefixes.length * found.equals.length <= MAX_SEEKS) {
      prefixes = prefixesFor(prefixes, found.equals, field)
      single.push(found.equals.length === 1)
      boundFields += 1
      continue
    }
    const range = usableRange(found, throughArray)
    if (range.length > 0) {
      ranges = prefixes.map((prefix) => rangeOf(prefix, range, field))
      boundFields += 1
    }
    break
  }
  ranges ??= prefixes.map((prefix) => ({ low: prefix, high: Buffer.concat([prefix, ABOVE_ALL]) }))
  // Several seeks each come in order, but not one after the other.
  const fit = sort.length > 0 && ranges.length <= 1 ? fitSort(index, sort, single) : { fits: ranges.length === 0, backward: false }
  if (boundFields === 0 && !fit.fits) return undefined
  return { kind: 'index', index, ranges, backward: fit.fits && fit.backward, sorted: fit.fits, boundFields }
}

function isBetter<I>(left: IndexScan<I>, right: IndexScan<I>): boolean {
  if (left.boundFields === 0 || right.boundFields === 0) return left.boundFields > right.boundFields
  if (left.sorted !== right.sorted) return left.sorted
  return left.boundFields > right.boundFields
}

function bestScan<I extends PlannableIndex>(
  indexes: readonly I[],
  filter: BsonDocument,
  sort: readonly SortField[],
): IndexScan<I> | undefined {
  const bounds = filterBoundsOf(filter)
  let best: IndexScan<I> | undefined
  for (const index of indexes) {
    const scan = planIndex(index, filter, bounds, sort)
    if (scan !== undefined && (best === undefined || isBetter(scan, best))) best = scan
  }
  return best
}

/** Chooses how to find the candidates of a filter; the matcher still decides on each. */
export function planScan<I extends PlannableIndex>(indexes: readonly I[], filter: BsonDocument, sort: readonly SortField[]): ScanPlan<I> {
  const direct = bestScan(indexes, filter, sort)
  if (direct !== undefined && direct.boundFields > 0) return direct
  const branches = filter['$or']
  if (isArray(branches) && branches.length > 0) {
    const scans = branches.map((branch) => (isDocument(branch) ? bestScan(indexes, branch, []) : undefined))
    const bound = scans.flatMap((scan) => (scan !== undefined && scan.boundFields > 0 ? [scan] : []))
    if (bound.length === scans.length) return { kind: 'union', scans: bound }
  }
  return direct ?? { kind: 'collection' }
}
