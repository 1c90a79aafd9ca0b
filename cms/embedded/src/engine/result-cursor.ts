import type { Projection } from '../query/projection.ts'
import { type BsonDocument, encodeDocument } from '../value/bson-value.ts'
import type { CollectionEntry } from './catalogue.ts'
import { readRow, type StoredDocument } from './collection-scan.ts'
import type { Batch, StoreCursor } from './cursor-table.ts'
import type { ReadView } from './view.ts'

/** Answers stay below the protocol's 48 MB message with room for the frame. */
const MAX_BATCH_BYTES = 16 * 1024 * 1024
/** Documents kept decoded for the first answer; of the rest a cursor keeps row numbers only. */
const KEPT_DOCUMENTS = 1_000

/** Takes from the front of a list until the count or the size is full. */
function fill(count: number, next: () => Uint8Array | 'skip' | undefined): { readonly documents: Uint8Array[]; readonly ended: boolean } {
  const documents: Uint8Array[] = []
  let bytes = 0
  while (documents.length < count && bytes < MAX_BATCH_BYTES) {
    const document = next()
    if (document === undefined) return { documents, ended: true }
    if (document === 'skip') continue
    documents.push(document)
    bytes += document.length
  }
  return { documents, ended: false }
}

/** A cursor over documents that are all there already, as an aggregation leaves them. */
export class ListCursor implements StoreCursor {
  private readonly documents: readonly BsonDocument[]
  private at = 0

  constructor(documents: readonly BsonDocument[]) {
    this.documents = documents
  }

  take(_view: ReadView, count: number): Batch {
    const { documents } = fill(count, () => {
      const document = this.documents[this.at]
      if (document === undefined) return undefined
      this.at += 1
      return encodeDocument(document)
    })
    return { documents, isLast: this.at >= this.documents.length }
  }

  close(): void {
    this.at = this.documents.length
  }
}

/** A cursor over found rows: the first documents are kept, later ones are read again when they are asked for. */
export class RowCursor implements StoreCursor {
  private readonly kept: Uint8Array[] = []
  private readonly rows: number[] = []
  private keptAt = 0
  private rowAt = 0
  private readonly entry: CollectionEntry
  private readonly project: Projection | undefined

  constructor(entry: CollectionEntry, found: Iterable<StoredDocument>, project: Projection | undefined, keep: number) {
    this.entry = entry
    this.project = project
    let bytes = 0
    for (const row of found) {
      if (this.kept.length >= Math.min(keep, KEPT_DOCUMENTS) || bytes >= MAX_BATCH_BYTES) this.rows.push(row.rid)
      else {
        const document = this.present(row)
        this.kept.push(document)
        bytes += document.length
      }
    }
  }

  private present(row: StoredDocument): Uint8Array {
    return this.project === undefined ? row.body : encodeDocument(this.project(row.document))
  }

  take(view: ReadView, count: number): Batch {
    const current = view.catalogue.byId(this.entry.id)
    const { documents } = fill(count, () => {
      const kept = this.kept[this.keptAt]
      if (kept !== undefined) {
        this.keptAt += 1
        return kept
      }
      const rid = this.rows[this.rowAt]
      if (rid === undefined || current === undefined) return undefined
      this.rowAt += 1
      const row = readRow(view, current, rid)
      return row === undefined ? 'skip' : this.present(row)
    })
    return { documents, isLast: this.keptAt >= this.kept.length && (this.rowAt >= this.rows.length || current === undefined) }
  }

  close(): void {
    this.rowAt = this.rows.length
    this.keptAt = this.kept.length
  }
}
