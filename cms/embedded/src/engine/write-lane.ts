import { CommandFailure } from '../value/failure.ts'
import type { Catalogue } from './catalogue.ts'
import type { SqliteConnection } from './sqlite-connection.ts'
import type { StoreWorld, WriteView } from './view.ts'

type Member = { readonly settle: () => void; readonly fail: (error: unknown) => void }

/** The one writer's view of the file. */
class LaneView implements WriteView {
  readonly connection: SqliteConnection
  readonly world: StoreWorld
  readonly deadlineMs: number = 0
  catalogue: Catalogue

  constructor(connection: SqliteConnection, world: StoreWorld, catalogue: Catalogue) {
    this.connection = connection
    this.world = world
    this.catalogue = catalogue
  }

  noteRead(): void {
    // The writer always sees the newest state; nothing can go stale under it.
  }
}

/** Puts a write on one savepoint: it happens wholly or not at all. */
function runGuarded<T>(view: WriteView, work: (view: WriteView) => T): T {
  const before = view.catalogue
  view.connection.run('SAVEPOINT command')
  try {
    const value = work(view)
    view.connection.run('RELEASE command')
    return value
  } catch (error) {
    view.catalogue = before
    // After a full disk SQLite has already rolled everything back.
    if (view.connection.inTransaction) view.connection.exec('ROLLBACK TO command; RELEASE command')
    throw error
  }
}

/** Members from which a batch shows that many callers are at work. */
const FULL_BATCH = 4
const MORE_TURNS = 3

/** Exclusive use of the writer by one multi-document transaction. */
export type WriterLease = {
  readonly view: WriteView
  run<T>(work: (view: WriteView) => T): T
  commit(): void
  abort(): void
}

/**
 * The only road to the file for writes. Writes that arrive in one turn of the event loop share one COMMIT, and none is
 * answered before it: a lone caller never waits for others, and many callers share one sync of the disk.
 */
export class WriteLane {
  private readonly view: LaneView
  private committedCatalogue: Catalogue
  private batch: Member[] | undefined
  private lastBatchSize = 0
  private lease: WriterLease | undefined
  private readonly waiting: (() => void)[] = []
  private readonly onCommit: () => void

  constructor(connection: SqliteConnection, world: StoreWorld, catalogue: Catalogue, onCommit: () => void) {
    this.view = new LaneView(connection, world, catalogue)
    this.committedCatalogue = catalogue
    this.onCommit = onCommit
  }

  /** The catalogue as of the last commit: what readers may know. */
  get catalogue(): Catalogue {
    return this.committedCatalogue
  }

  get isHeld(): boolean {
    return this.lease !== undefined
  }

  get waitingCount(): number {
    return this.waiting.length
  }

  /** Runs a write and answers once it is on disk; its own failure answers at once. */
  async write<T>(work: (view: WriteView) => T): Promise<T> {
    while (this.lease !== undefined) await this.leaseEnd()
    const isFirst = this.batch === undefined
    const members = this.openBatch()
    let value: T
    try {
      // The first needs no savepoint: the whole batch is its own until it has come through.
      value = isFirst ? work(this.view) : runGuarded(this.view, work)
    } catch (error) {
      if (isFirst || !this.view.connection.inTransaction) this.failBatch(error)
      throw error
    }
    await new Promise<void>((settle, fail) => members.push({ settle, fail }))
    return value
  }

  private leaseEnd(): Promise<void> {
    return new Promise((resume) => this.waiting.push(resume))
  }

  private openBatch(): Member[] {
    if (this.batch !== undefined) return this.batch
    this.view.connection.run('BEGIN IMMEDIATE')
    this.batch = []
    this.gather(this.batch, 0, 0)
    return this.batch
  }

  /** Commits at the end of this turn; after a full batch it gives the same callers up to three turns to come back. */
  private gather(batch: Member[], before: number, turn: number): void {
    setImmediate(() => {
      if (this.batch !== batch) return
      const grew = batch.length > before
      if (this.lastBatchSize >= FULL_BATCH && grew && turn < MORE_TURNS) this.gather(batch, batch.length, turn + 1)
      else this.flush()
    })
  }

  /** Commits what has gathered. */
  flush(): void {
    const members = this.batch
    if (members === undefined) return
    try {
      this.view.connection.run('COMMIT')
    } catch (error) {
      this.failBatch(error)
      return
    }
    this.batch = undefined
    this.lastBatchSize = members.length
    this.committedCatalogue = this.view.catalogue
    for (const member of members) member.settle()
    if (members.length > 0) this.onCommit()
  }

  private failBatch(error: unknown): void {
    const members = this.batch ?? []
    this.batch = undefined
    if (this.view.connection.inTransaction) this.view.connection.exec('ROLLBACK')
    this.view.catalogue = this.committedCatalogue
    for (const member of members) member.fail(error)
  }

  /** Gives the writer to one transaction until it ends; ordinary writes wait meanwhile. */
  async take(): Promise<WriterLease> {
    while (this.lease !== undefined) await this.leaseEnd()
    this.flush()
    this.view.connection.exec('BEGIN IMMEDIATE')
    const end = (sql: string): void => {
      if (this.lease !== lease) throw new CommandFailure('NoSuchTransaction', 'the transaction has ended')
      this.lease = undefined
      try {
        this.view.connection.exec(sql)
      } catch (error) {
        if (this.view.connection.inTransaction) this.view.connection.exec('ROLLBACK')
        this.view.catalogue = this.committedCatalogue
        throw error
      } finally {
        for (const resume of this.waiting.splice(0)) resume()
      }
    }
    const lease: WriterLease = {
      view: this.view,
      run: (work) => runGuarded(this.view, work),
      commit: () => {
        end('COMMIT')
        this.committedCatalogue = this.view.catalogue
        this.onCommit()
      },
      abort: () => {
        end('ROLLBACK')
        this.view.catalogue = this.committedCatalogue
      },
    }
    this.lease = lease
    return lease
  }
}
