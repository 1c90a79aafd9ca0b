import { CommandFailure } from '../value/failure.ts'
import type { Catalogue } from './catalogue.ts'
import { committedSeq } from './change-feed.ts'
import type { SqliteConnection } from './sqlite-connection.ts'
import type { ReadView, StoreWorld, WriteView } from './view.ts'
import type { WriteLane, WriterLease } from './write-lane.ts'

/** What a transaction reads before its first write: the file as it was when the transaction began. */
type Snapshot = {
  readonly connection: SqliteConnection
  readonly catalogue: Catalogue
  readonly seq: number
  readonly readCollections: Set<number>
}

type OpenTransaction = {
  readonly txnNumber: bigint
  state: 'open' | 'committed' | 'aborted'
  snapshot: Snapshot | undefined
  taking: Promise<WriterLease> | undefined
  lease: WriterLease | undefined
  connectionId: number
  usedAtMs: number
  endedByConflict: boolean
}

type TransactionNeeds = {
  readonly lane: WriteLane
  readonly world: StoreWorld
  readonly openReader: () => SqliteConnection
  /** Cursors of a session end with its transaction. */
  readonly onEnd: (session: string) => void
}

const IDLE_LIMIT_MS = 60_000
/** A holder of the writer that lets others wait has less time. */
const HOLDING_LIMIT_MS = 5_000
/** Ended transactions are remembered so that a repeated commit can be answered. */
const REMEMBER_MS = 30 * 60_000
const SPARE_READERS = 4

const TRANSIENT = ['TransientTransactionError']

function noSuchTransaction(txnNumber: bigint): CommandFailure {
  return new CommandFailure('NoSuchTransaction', `transaction ${txnNumber} has been aborted or was never begun`, {}, TRANSIENT)
}

/**
 * Multi-document transactions. They read from a snapshot until the first write, which takes the one writer; when a
 * collection they have read changed in the meantime the transaction conflicts, otherwise the newest state is the snapshot's
 * as far as it has looked. From there on nothing else writes, so what commits is serializable.
 */
export class TransactionTable {
  private readonly needs: TransactionNeeds
  private readonly bySession = new Map<string, OpenTransaction>()
  private readonly spareReaders: SqliteConnection[] = []

  constructor(needs: TransactionNeeds) {
    this.needs = needs
  }

  /** Begins a transaction. A session whose last one conflicted takes the writer first, so that a retry always gets through. */
  async begin(session: string, txnNumber: bigint, connectionId: number): Promise<void> {
    const before = this.bySession.get(session)
    if (before !== undefined && txnNumber < before.txnNumber) {
      throw new CommandFailure('TransactionTooOld', `transaction ${txnNumber} is older than ${before.txnNumber} of the same session`)
    }
    if (before?.state === 'open') this.end(session, before, 'aborted')
    const nowMs = this.needs.world.nowMs()
    const transaction: OpenTransaction = {
      txnNumber,
      state: 'open',
      snapshot: undefined,
      taking: undefined,
      lease: undefined,
      connectionId,
      usedAtMs: nowMs,
      endedByConflict: false,
    }
    this.bySession.set(session, transaction)
    if (before?.endedByConflict) await this.takeWriter(session, transaction)
    else transaction.snapshot = this.openSnapshot()
  }

  private openSnapshot(): Snapshot {
    const connection = this.spareReaders.pop() ?? this.needs.openReader()
    connection.exec('BEGIN')
    const catalogue = this.needs.lane.catalogue
    const view: ReadView = { connection, catalogue, world: this.needs.world, deadlineMs: 0, noteRead: () => undefined }
    // The first read pins the snapshot.
    return { connection, catalogue, seq: committedSeq(view), readCollections: new Set() }
  }

  private closeSnapshot(transaction: OpenTransaction): void {
    const { snapshot } = transaction
    if (snapshot === undefined) return
    transaction.snapshot = undefined
    snapshot.connection.exec('ROLLBACK')
    if (this.spareReaders.length < SPARE_READERS) this.spareReaders.push(snapshot.connection)
    else snapshot.connection.close()
  }

  private current(session: string, txnNumber: bigint, connectionId: number): OpenTransaction {
    const transaction = this.bySession.get(session)
    if (transaction === undefined || transaction.txnNumber !== txnNumber || transaction.state === 'aborted')
      throw noSuchTransaction(txnNumber)
    if (transaction.state === 'committed') throw new CommandFailure('TransactionCommitted', `transaction ${txnNumber} has been committed`)
    transaction.usedAtMs = this.needs.world.nowMs()
    transaction.connectionId = connectionId
    return transaction
  }

  /** What a read inside the transaction sees. */
  readView(session: string, txnNumber: bigint, connectionId: number): ReadView {
    const { lease, snapshot } = this.current(session, txnNumber, connectionId)
    if (lease !== undefined) return lease.view
    if (snapshot === undefined) throw noSuchTransaction(txnNumber)
    return {
      connection: snapshot.connection,
      catalogue: snapshot.catalogue,
      world: this.needs.world,
      deadlineMs: 0,
      noteRead: (collectionId) => snapshot.readCollections.add(collectionId),
    }
  }

  /** Runs a write inside the transaction; any failure ends it, as on every server. */
  async write<T>(session: string, txnNumber: bigint, connectionId: number, work: (view: WriteView) => T): Promise<T> {
    const transaction = this.current(session, txnNumber, connectionId)
    const lease = await this.takeWriter(session, transaction)
    transaction.usedAtMs = this.needs.world.nowMs()
    return lease.run(work)
  }

  private async takeWriter(session: string, transaction: OpenTransaction): Promise<WriterLease> {
    transaction.taking ??= this.needs.lane.take()
    const lease = await transaction.taking
    if (transaction.lease !== undefined) return transaction.lease
    if (transaction.state !== 'open') {
      // It ended while it waited for the writer.
      lease.abort()
      throw noSuchTransaction(transaction.txnNumber)
    }
    transaction.lease = lease
    const conflict = transaction.snapshot !== undefined && this.hasChanged(transaction.snapshot, lease.view)
    this.closeSnapshot(transaction)
    if (conflict) {
      transaction.endedByConflict = true
      this.end(session, transaction, 'aborted')
      throw new CommandFailure('WriteConflict', 'what this transaction has read has changed since', {}, TRANSIENT)
    }
    return lease
  }

  private hasChanged(snapshot: Snapshot, view: WriteView): boolean {
    if (snapshot.readCollections.size === 0) return false
    const rows = view.connection.rows('SELECT DISTINCT collection_id FROM oplog WHERE seq > ?', snapshot.seq)
    return rows.some((row) => typeof row[0] === 'number' && snapshot.readCollections.has(row[0]))
  }

  private end(session: string, transaction: OpenTransaction, state: 'committed' | 'aborted'): void {
    transaction.state = state
    const { lease } = transaction
    transaction.lease = undefined
    this.closeSnapshot(transaction)
    this.needs.onEnd(session)
    if (state === 'committed') lease?.commit()
    else lease?.abort()
  }

  /** Commits; a commit that is sent again answers the same. */
  commit(session: string, txnNumber: bigint): void {
    const transaction = this.bySession.get(session)
    if (transaction?.txnNumber === txnNumber && transaction.state === 'committed') return
    if (transaction === undefined || transaction.txnNumber !== txnNumber || transaction.state !== 'open') throw noSuchTransaction(txnNumber)
    try {
      this.end(session, transaction, 'committed')
    } catch (error) {
      transaction.state = 'aborted'
      throw error
    }
  }

  abort(session: string, txnNumber: bigint): void {
    const transaction = this.bySession.get(session)
    if (transaction === undefined || transaction.txnNumber !== txnNumber || transaction.state !== 'open') throw noSuchTransaction(txnNumber)
    this.end(session, transaction, 'aborted')
  }

  /** Aborts what is open in a session, if anything. */
  abortOpen(session: string, endedByConflict = false): void {
    const transaction = this.bySession.get(session)
    if (transaction?.state !== 'open') return
    transaction.endedByConflict = endedByConflict
    this.end(session, transaction, 'aborted')
  }

  /** A client that went away cannot finish what it began. */
  connectionClosed(connectionId: number): void {
    for (const [session, transaction] of this.bySession) {
      if (transaction.connectionId === connectionId) this.abortOpen(session)
    }
  }

  /** Ends transactions that nobody goes on with, and forgets those that ended long ago. */
  expire(): void {
    const nowMs = this.needs.world.nowMs()
    for (const [session, transaction] of this.bySession) {
      const idleMs = nowMs - transaction.usedAtMs
      const blocks = transaction.lease !== undefined && this.needs.lane.waitingCount > 0
      if (transaction.state === 'open' && idleMs > (blocks ? HOLDING_LIMIT_MS : IDLE_LIMIT_MS)) this.abortOpen(session)
      if (transaction.state !== 'open' && idleMs > REMEMBER_MS) this.bySession.delete(session)
    }
  }

  close(): void {
    for (const session of this.bySession.keys()) this.abortOpen(session)
    for (const reader of this.spareReaders.splice(0)) reader.close()
  }
}
