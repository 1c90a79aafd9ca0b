import { type BsonDocument, type BsonValue, isArray, isDocument, isNumeric, toNumber } from '../value/bson-value.ts'
import { CommandFailure, refuse } from '../value/failure.ts'
import { splitPath, visitPath } from '../value/field-path.ts'
import { compareValues } from '../value/value-order.ts'

export type SortField = { readonly path: string; readonly parts: readonly string[]; readonly descending: boolean }
type SortKey = readonly BsonValue[]

/** Checks a sort specification such as `{ publishedAt: -1, _id: 1 }`. */
export function parseSort(sort: BsonDocument | undefined): readonly SortField[] {
  if (sort?.['$natural'] !== undefined) return []
  return Object.entries(sort ?? {}).map(([path, direction]) => {
    if (isDocument(direction)) throw refuse('sort by', Object.keys(direction)[0] ?? path)
    if (!isNumeric(direction) || Math.abs(toNumber(direction)) !== 1) {
      throw new CommandFailure('BadValue', `$sort key ordering for '${path}' must be 1 or -1`)
    }
    return { path, parts: splitPath(path), descending: toNumber(direction) < 0 }
  })
}

/** An array sorts by its smallest element upwards and its largest downwards; an empty one below null. */
function sortValue(document: BsonDocument, field: SortField): BsonValue {
  let best: BsonValue
  let found = false
  const consider = (value: BsonValue): boolean => {
    if (!found || compareValues(value, best) * (field.descending ? -1 : 1) < 0) best = value
    found = true
    return false
  }
  visitPath(document, field.parts, (value) => (isArray(value) ? value.some(consider) : consider(value)))
  return best ?? null
}

function sortKeyOf(document: BsonDocument, fields: readonly SortField[]): SortKey {
  return fields.map((field) => sortValue(document, field))
}

function compareSortKeys(left: SortKey, right: SortKey, fields: readonly SortField[]): number {
  for (const [at, field] of fields.entries()) {
    const order = compareValues(left[at], right[at])
    if (order !== 0) return field.descending ? -order : order
  }
  return 0
}

/** Stable sort of anything that carries a document. */
export function sortByFields<T>(items: readonly T[], documentOf: (item: T) => BsonDocument, fields: readonly SortField[]): T[] {
  const keyed = items.map((item) => ({ item, key: sortKeyOf(documentOf(item), fields) }))
  keyed.sort((left, right) => compareSortKeys(left.key, right.key, fields))
  return keyed.map((each) => each.item)
}
