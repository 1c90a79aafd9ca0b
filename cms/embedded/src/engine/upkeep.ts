import type { CollectionEntry, IndexEntry } from './catalogue.ts'
import { scanDocuments } from './collection-scan.ts'
import { deleteDocument } from './document-writer.ts'
import { RETRY_RECORD_MS } from './retry-record.ts'
import { integerAt } from './sqlite-connection.ts'
import type { WriteView } from './view.ts'

/** Documents that one write may expire; the rest waits for the next, so that other writes get their turn. */
const EXPIRE_BATCH = 500
const OPLOG_AGE_MS = 24 * 3_600_000
const OPLOG_ROWS = 200_000
const TRIM_BATCH = 5_000

function expireByIndex(view: WriteView, entry: CollectionEntry, index: IndexEntry, expireAfterSeconds: number): number {
  const [field] = index.definition.fields
  if (field === undefined) return 0
  const before = new Date(view.world.nowMs() - expireAfterSeconds * 1000)
  // Compared with a date, so other kinds of value never expire; of an array the earliest date decides.
  const expired = [
    ...scanDocuments(view, entry, { filter: { [field.path]: { $lte: before } }, limit: EXPIRE_BATCH, hint: index.definition.name }),
  ]
  for (const stored of expired) deleteDocument(view, entry, stored)
  return expired.length
}

/** Deletes documents past the time that a TTL index gives them; answers whether more may be left. */
export function expireDocuments(view: WriteView): boolean {
  let more = false
  for (const entry of view.catalogue.all()) {
    for (const index of entry.indexes) {
      const { expireAfterSeconds } = index.definition
      if (expireAfterSeconds !== undefined) more = expireByIndex(view, entry, index, expireAfterSeconds) === EXPIRE_BATCH || more
    }
  }
  return more
}

/** Trims the change log by age and length, and forgets replies that no driver asks for any more. */
export function trimRecords(view: WriteView): boolean {
  const { connection, world } = view
  connection.run('DELETE FROM retry WHERE at_ms < ?', world.nowMs() - RETRY_RECORD_MS)
  const row = connection.row('SELECT coalesce(max(seq), 0) FROM oplog')
  const keepAfter = (row === undefined ? 0 : integerAt(row, 0)) - OPLOG_ROWS
  const { changes } = connection.run(
    'DELETE FROM oplog WHERE seq IN (SELECT seq FROM oplog WHERE seq <= ? OR at_ms < ? ORDER BY seq LIMIT ?)',
    keepAfter,
    world.nowMs() - OPLOG_AGE_MS,
    TRIM_BATCH,
  )
  return changes === TRIM_BATCH
}
