import { Timestamp } from 'bson'
import { valueKey } from '../index/value-key.ts'
import { type BsonDocument, decodeDocument, encodeDocument, isDocument } from '../value/bson-value.ts'
import { CommandFailure } from '../value/failure.ts'
import type { Batch, StoreCursor } from './cursor-table.ts'
import type { EngineContext } from './engine-context.ts'
import { encodeResumeToken, type StreamPosition } from './resume-token.ts'
import { blobAt, integerAt, type SqlRow, textAt } from './sqlite-connection.ts'
import type { ReadView } from './view.ts'

/** What a stream watches: one collection, one database, or all of them. */
type FeedScope = { readonly db: string | undefined; readonly name: string | undefined }

type FeedOptions = {
  readonly scope: FeedScope
  readonly updateLookup: boolean
  readonly startSeq: number
  readonly shape: (events: readonly BsonDocument[]) => readonly BsonDocument[]
}

const ROWS_PER_READ = 500
const SHOWN = new Set(['insert', 'update', 'replace', 'delete', 'drop', 'dropDatabase'])

/** The newest change that is on disk. */
export function committedSeq(view: ReadView): number {
  const row = view.connection.row("SELECT seq FROM sqlite_sequence WHERE name = 'oplog'")
  return row === undefined ? 0 : integerAt(row, 0)
}

function oldestSeq(view: ReadView): number | undefined {
  const row = view.connection.row('SELECT min(seq) FROM oplog')
  return typeof row?.[0] === 'number' ? row[0] : undefined
}

/** Refuses a start from which changes have been trimmed away: a silent gap would be a lie. */
export function checkHistory(view: ReadView, seq: number): void {
  const oldest = oldestSeq(view) ?? committedSeq(view) + 1
  if (seq + 1 < oldest) {
    throw new CommandFailure('ChangeStreamHistoryLost', 'the change log no longer reaches back to the resume point', {}, [
      'NonResumableChangeStreamError',
    ])
  }
}

/** The place just before the first change at or after a time. */
export function seqBefore(view: ReadView, atMs: number): number {
  const row = view.connection.row('SELECT min(seq) FROM oplog WHERE at_ms >= ?', atMs)
  return typeof row?.[0] === 'number' ? row[0] - 1 : committedSeq(view)
}

/** A change stream: reads the log from its position, and waits for the next commit when there is nothing new. */
export class ChangeCursor implements StoreCursor {
  private readonly context: EngineContext
  private readonly options: FeedOptions
  private seq: number
  private ended = false
  private wake: () => void = () => undefined

  constructor(context: EngineContext, options: FeedOptions) {
    this.context = context
    this.options = options
    this.seq = options.startSeq
  }

  async take(_view: ReadView, count: number, waitMs: number): Promise<Batch> {
    const untilMs = this.context.world.nowMs() + waitMs
    for (;;) {
      const documents = this.read(Math.min(count, ROWS_PER_READ))
      const leftMs = untilMs - this.context.world.nowMs()
      if (documents.length > 0 || this.ended || leftMs <= 0) {
        return { documents, isLast: this.ended, resumeToken: encodeDocument(this.token({ seq: this.seq, isInvalidate: this.ended })) }
      }
      const closed = new Promise<void>((resolve) => {
        this.wake = resolve
      })
      await Promise.race([closed, this.context.untilCommit(leftMs)])
    }
  }

  private token(position: StreamPosition): BsonDocument {
    return { ...encodeResumeToken(this.context.fileId, position) }
  }

  /** At most `count` log rows from the position on, as far as they are shown. */
  private read(count: number): Uint8Array[] {
    const view = this.context.committedView()
    const events: BsonDocument[] = []
    while (events.length < count && !this.ended) {
      const rows = view.connection.rows(
        'SELECT seq, at_ms, db, name, entry FROM oplog WHERE seq > ? ORDER BY seq LIMIT ?',
        this.seq,
        count - events.length,
      )
      if (rows.length === 0) break
      for (const row of rows) if (!this.ended) this.readRow(view, row, events)
    }
    return this.options.shape(events).map(encodeDocument)
  }

  private readRow(view: ReadView, row: SqlRow, events: BsonDocument[]): void {
    this.seq = integerAt(row, 0)
    const { scope } = this.options
    const db = textAt(row, 2)
    const entry = decodeDocument(blobAt(row, 4))
    const operation = String(entry['operation'])
    const name = textAt(row, 3)
    if ((scope.db !== undefined && scope.db !== db) || (scope.name !== undefined && scope.name !== name) || !SHOWN.has(operation)) return
    events.push(this.event(view, row, entry, operation))
    if (operation === (scope.name === undefined ? 'dropDatabase' : 'drop') && scope.db !== undefined) {
      this.ended = true
      events.push({
        _id: this.token({ seq: this.seq, isInvalidate: true }),
        operationType: 'invalidate',
        clusterTime: clusterTime(row),
        wallTime: new Date(integerAt(row, 1)),
      })
    }
  }

  private event(view: ReadView, row: SqlRow, entry: BsonDocument, operation: string): BsonDocument {
    const [db, name] = [textAt(row, 2), textAt(row, 3)]
    const { fullDocument, documentKey, updateDescription } = entry
    const looked = operation === 'update' && this.options.updateLookup && isDocument(documentKey)
    return {
      _id: this.token({ seq: integerAt(row, 0), isInvalidate: false }),
      operationType: operation,
      clusterTime: clusterTime(row),
      wallTime: new Date(integerAt(row, 1)),
      ...(fullDocument === undefined ? {} : { fullDocument }),
      ...(looked ? { fullDocument: currentDocument(view, db, name, documentKey) } : {}),
      ns: operation === 'dropDatabase' ? { db } : { db, coll: name },
      ...(documentKey === undefined ? {} : { documentKey }),
      ...(updateDescription === undefined ? {} : { updateDescription }),
    }
  }

  close(): void {
    this.ended = true
    this.wake()
  }
}

function clusterTime(row: SqlRow): Timestamp {
  return new Timestamp({ t: Math.floor(integerAt(row, 1) / 1000), i: integerAt(row, 0) % 0xffffffff })
}

/** `updateLookup` shows the document as it is at delivery, or null when it has gone meanwhile. */
function currentDocument(view: ReadView, db: string, name: string, documentKey: BsonDocument): BsonDocument | null {
  const collection = view.catalogue.find(db, name)
  if (collection === undefined) return null
  const row = view.connection.row(`SELECT body FROM doc_${collection.id} WHERE id_key = ?`, valueKey(documentKey['_id']))
  return row === undefined ? null : decodeDocument(blobAt(row, 0))
}
