import type { CursorTable } from './cursor-table.ts'
import type { ReadView, StoreWorld } from './view.ts'

/** What commands may use of the running store besides the view they work on. */
export interface EngineContext {
  readonly world: StoreWorld
  readonly cursors: CursorTable
  readonly socketPath: string
  readonly replicaSet: string
  readonly startedAtMs: number
  /** Told apart in resume tokens: a token of another file means nothing here. */
  readonly fileId: Uint8Array
  /** A view of the newest committed state. */
  committedView(): ReadView
  /** Settles at the next commit or after `waitMs`. */
  untilCommit(waitMs: number): Promise<void>
  /** Returns when the transaction is on disk; repeating it is harmless. */
  commitTransaction(session: string, txnNumber: bigint): void
  abortTransaction(session: string, txnNumber: bigint): void
  /** Copies the store into a new file while it goes on; answers the pages copied. */
  backup(path: string): Promise<number>
  /** Ends what a session holds open. */
  endSession(session: string): void
}
