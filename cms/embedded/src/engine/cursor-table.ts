import { CommandFailure } from '../value/failure.ts'
import type { ReadView } from './view.ts'

export type Batch = { readonly documents: readonly Uint8Array[]; readonly isLast: boolean; readonly resumeToken?: Uint8Array }

/** The rest of an answer. `take` gives at most `count` documents and about 16 MB; change streams may wait for them. */
export interface StoreCursor {
  take(view: ReadView, count: number, waitMs: number): Batch | Promise<Batch>
  close(): void
}

type OpenCursor = {
  readonly namespace: string
  readonly owner: string | undefined
  readonly cursor: StoreCursor
  usedAtMs: number
  busy: boolean
}

const IDLE_LIMIT_MS = 10 * 60_000
const MAX_OPEN = 1_000

/** Open cursors by id. */
export class CursorTable {
  private readonly open = new Map<bigint, OpenCursor>()
  private readonly nowMs: () => number
  private lastId = 0n

  constructor(nowMs: () => number) {
    this.nowMs = nowMs
  }

  /** `owner` is the session that may let it die with itself. */
  add(namespace: string, owner: string | undefined, cursor: StoreCursor): bigint {
    this.dropIdle()
    if (this.open.size >= MAX_OPEN) {
      cursor.close()
      throw new CommandFailure('CursorNotFound', `more than ${MAX_OPEN} open cursors`)
    }
    this.lastId = this.lastId === 0n ? BigInt(this.nowMs()) * 1_000n : this.lastId + 1n
    this.open.set(this.lastId, { namespace, owner, cursor, usedAtMs: this.nowMs(), busy: false })
    return this.lastId
  }

  private dropIdle(): void {
    const limit = this.nowMs() - IDLE_LIMIT_MS
    for (const [id, entry] of this.open) if (entry.usedAtMs < limit && !entry.busy) this.kill(id)
  }

  async take(id: bigint, namespace: string, view: ReadView, count: number, waitMs: number): Promise<Batch> {
    const entry = this.open.get(id)
    if (entry === undefined || entry.namespace !== namespace) throw new CommandFailure('CursorNotFound', `cursor id ${id} not found`)
    entry.busy = true
    try {
      const batch = await entry.cursor.take(view, count, waitMs)
      if (batch.isLast) this.kill(id)
      return batch
    } catch (error) {
      this.kill(id)
      throw error
    } finally {
      entry.busy = false
      entry.usedAtMs = this.nowMs()
    }
  }

  kill(id: bigint): boolean {
    const entry = this.open.get(id)
    this.open.delete(id)
    entry?.cursor.close()
    return entry !== undefined
  }

  killOwned(owner: string): void {
    for (const [id, entry] of this.open) if (entry.owner === owner) this.kill(id)
  }

  killAll(): void {
    for (const id of [...this.open.keys()]) this.kill(id)
  }
}
