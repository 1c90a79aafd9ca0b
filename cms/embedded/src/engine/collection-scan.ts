import { expressionTest } from '../expression/expression-test.ts'
import { type IndexScan, type KeyRange, planScan, type ScanPlan } from '../index/index-plan.ts'
import { compileFilter, type DocumentTest } from '../query/matcher.ts'
import { parseSort, type SortField, sortByFields } from '../query/sort-order.ts'
import { type BsonDocument, decodeDocument, isDocument } from '../value/bson-value.ts'
import { CommandFailure } from '../value/failure.ts'
import { equalValues } from '../value/value-order.ts'
import { allIndexes, type CollectionEntry, type IndexEntry } from './catalogue.ts'
import { blobAt, integerAt, type SqlRow } from './sqlite-connection.ts'
import type { ReadView } from './view.ts'

export type StoredDocument = { readonly rid: number; readonly body: Uint8Array; readonly document: BsonDocument }

export type Hint = string | BsonDocument | undefined

export type ScanRequest = {
  readonly filter: BsonDocument
  readonly sort?: BsonDocument | undefined
  readonly skip?: number
  /** 0 means no limit. */
  readonly limit?: number
  readonly hint?: Hint
  readonly variables?: BsonDocument | undefined
}

/** What explain reports and tests count. */
export type ScanCounts = { keys: number; documents: number }

/** Rows between two looks at the clock. */
const ROWS_PER_CLOCK_CHECK = 256

function rangeSql(entry: CollectionEntry, index: IndexEntry, backward: boolean): string {
  const direction = backward ? 'DESC' : 'ASC'
  if (index.id === 0) {
    return `SELECT rid, body FROM doc_${entry.id} WHERE id_key >= ? AND id_key < ? ORDER BY id_key ${direction}`
  }
  return (
    `SELECT d.rid, d.body FROM idx_${index.id} i CROSS JOIN doc_${entry.id} d ON d.rid = i.rid ` +
    `WHERE i.key >= ? AND i.key < ? ORDER BY i.key ${direction}, i.rid ${direction}`
  )
}

function* rangeRows(view: ReadView, entry: CollectionEntry, scan: IndexScan<IndexEntry>): Generator<SqlRow> {
  const sql = rangeSql(entry, scan.index, scan.backward)
  const ranges: readonly KeyRange[] = scan.backward ? [...scan.ranges].reverse() : scan.ranges
  for (const range of ranges) yield* view.connection.walk(sql, range.low, range.high)
}

function* planRows(view: ReadView, entry: CollectionEntry, plan: ScanPlan<IndexEntry>): Generator<SqlRow> {
  if (plan.kind === 'collection') {
    yield* view.connection.walk(`SELECT rid, body FROM doc_${entry.id} ORDER BY rid`)
    return
  }
  const scans = plan.kind === 'union' ? plan.scans : [plan]
  const canRepeat = scans.length > 1 || scans.some((scan) => scan.index.arrayFields !== 0)
  const seen = new Set<number>()
  for (const scan of scans) {
    for (const row of rangeRows(view, entry, scan)) {
      if (canRepeat) {
        const rid = integerAt(row, 0)
        if (seen.has(rid)) continue
        seen.add(rid)
      }
      yield row
    }
  }
}

function* matchingRows(
  view: ReadView,
  entry: CollectionEntry,
  plan: ScanPlan<IndexEntry>,
  test: DocumentTest,
  counts: ScanCounts,
): Generator<StoredDocument> {
  for (const row of planRows(view, entry, plan)) {
    counts.documents += 1
    if (plan.kind !== 'collection') counts.keys += 1
    if (view.deadlineMs !== 0 && counts.documents % ROWS_PER_CLOCK_CHECK === 0 && view.world.nowMs() > view.deadlineMs) {
      throw new CommandFailure('MaxTimeMSExpired', 'operation exceeded its time limit')
    }
    const body = blobAt(row, 1)
    const document = decodeDocument(body)
    if (test(document)) yield { rid: integerAt(row, 0), body, document }
  }
}

function hintedIndexes(entry: CollectionEntry, hint: Hint): readonly IndexEntry[] | 'collection' {
  if (hint === undefined) return allIndexes(entry)
  if (isDocument(hint) && Object.keys(hint)[0] === '$natural') return 'collection'
  const found = allIndexes(entry).filter((index) =>
    typeof hint === 'string' ? index.definition.name === hint : equalValues(index.definition.spec['key'], hint),
  )
  if (found.length === 0) throw new CommandFailure('BadValue', 'the hint does not name an existing index')
  return found
}

/** The plan for a request, as explain shows it. */
export function planRequest(entry: CollectionEntry, request: ScanRequest): ScanPlan<IndexEntry> {
  const indexes = hintedIndexes(entry, request.hint)
  return indexes === 'collection' ? { kind: 'collection' } : planScan(indexes, request.filter, parseSort(request.sort))
}

function* skipAndLimit(rows: Iterable<StoredDocument>, skip: number, limit: number): Generator<StoredDocument> {
  let seen = 0
  for (const row of rows) {
    seen += 1
    if (seen > skip) yield row
    if (limit !== 0 && seen >= skip + limit) return
  }
}

function* sortedRows(rows: Iterable<StoredDocument>, sort: readonly SortField[]): Generator<StoredDocument> {
  yield* sortByFields([...rows], (row) => row.document, sort)
}

/** Documents that meet a request, in its order. The filter is checked even when the collection does not exist. */
export function* scanDocuments(
  view: ReadView,
  entry: CollectionEntry | undefined,
  request: ScanRequest,
  counts: ScanCounts = { keys: 0, documents: 0 },
): Generator<StoredDocument> {
  const test = compileFilter(request.filter, expressionTest(request.variables, view.world))
  const sort = parseSort(request.sort)
  if (entry === undefined) return
  view.noteRead(entry.id)
  const plan = planRequest(entry, request)
  const rows = matchingRows(view, entry, plan, test, counts)
  const inOrder = sort.length === 0 || (plan.kind === 'index' && plan.sorted)
  yield* skipAndLimit(inOrder ? rows : sortedRows(rows, sort), request.skip ?? 0, request.limit ?? 0)
}

/** Reads one document again by its row, for a cursor that kept only the row numbers. */
export function readRow(view: ReadView, entry: CollectionEntry, rid: number): StoredDocument | undefined {
  const row = view.connection.row(`SELECT rid, body FROM doc_${entry.id} WHERE rid = ?`, rid)
  if (row === undefined) return undefined
  const body = blobAt(row, 1)
  return { rid, body, document: decodeDocument(body) }
}

export function countAll(view: ReadView, entry: CollectionEntry): number {
  view.noteRead(entry.id)
  const row = view.connection.row(`SELECT count(*) FROM doc_${entry.id}`)
  return row === undefined ? 0 : integerAt(row, 0)
}
