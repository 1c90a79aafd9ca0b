import { setTimeout as delay } from 'node:timers/promises'
import type { MediaNeeds } from '../service/media-needs.ts'
import { isDatabaseTrouble } from '../storage/database-trouble.ts'
import type { UnitRecord } from '../storage/unit-model.ts'
import type { LeaseTimes } from '../storage/unit-store.ts'
import type { MediaStore } from '../store/media-store.ts'

/** Progress of sound is told at most so often. */
const PROGRESS_MS = 1_000
const ASK_AGAIN_MS = 500

type Needs = Pick<MediaNeeds, 'units' | 'clock' | 'logger'>

/** Keeps a lease alive while its unit is worked on; losing it stops the work. */
export class LeaseKeeper {
  readonly #lost = new AbortController()
  readonly #stopping: AbortSignal
  readonly signal: AbortSignal
  readonly #needs: Needs
  readonly #unit: UnitRecord
  readonly #times: LeaseTimes
  readonly #timer: NodeJS.Timeout
  #segmentsDone = 0
  #toldAt = 0
  #keptAt: number

  constructor(needs: Needs, unit: UnitRecord, times: LeaseTimes, stopping: AbortSignal) {
    this.#needs = needs
    this.#unit = unit
    this.#times = times
    this.#stopping = stopping
    this.#keptAt = needs.clock().getTime()
    this.signal = AbortSignal.any([this.#lost.signal, stopping])
    this.#timer = setInterval(() => void this.#beat(), times.heartbeatMs)
  }

  get isLost(): boolean {
    return this.#lost.signal.aborted
  }

  progress(segmentsDone: number): void {
    this.#segmentsDone = segmentsDone
    const now = this.#needs.clock().getTime()
    if (now - this.#toldAt < PROGRESS_MS) return
    this.#toldAt = now
    void this.#beat()
  }

  /** Whether the unit is ours at this moment; a process that was frozen finds out here, before it touches what others see. */
  async confirm(): Promise<boolean> {
    await this.#beat()
    return !this.isLost
  }

  /** For what is done often: asks only when the last answer is old. */
  async require(): Promise<void> {
    if (this.#ageMs() > this.#times.expiryMs / 2) await this.#beat()
    this.#lost.signal.throwIfAborted()
  }

  /** Does something with the database, again and again while it is away and the lease lasts: what is done by then is not lost. */
  async outlast(action: () => Promise<void>): Promise<void> {
    for (;;) {
      try {
        return await action()
      } catch (error) {
        const isHopeless = !isDatabaseTrouble(error) || this.#stopping.aborted || this.isLost || this.#isOver()
        if (isHopeless) throw error
        await delay(ASK_AGAIN_MS)
      }
    }
  }

  end(): void {
    clearInterval(this.#timer)
  }

  #ageMs(): number {
    return this.#needs.clock().getTime() - this.#keptAt
  }

  #isOver(): boolean {
    return this.#ageMs() > this.#times.expiryMs
  }

  async #beat(): Promise<void> {
    // The lease counts from before the question: an answer may be long on its way.
    const askedAt = this.#needs.clock().getTime()
    try {
      if (await this.#needs.units.heartbeat(this.#unit, this.#segmentsDone)) this.#keptAt = Math.max(this.#keptAt, askedAt)
      else this.#lost.abort()
    } catch (error) {
      // A store that is away for a moment costs nothing; away for a whole lease, someone else may have the unit by now.
      if (this.#isOver()) this.#lost.abort()
      this.#needs.logger.warn({ err: error, unit: this.#unit._id }, 'heartbeat failed')
    }
  }
}

/** A store that takes files only from whoever holds the lease. */
export function storeUnderLease(store: MediaStore, lease: LeaseKeeper): MediaStore {
  return {
    ...store,
    putFile: async (...file) => {
      await lease.require()
      await store.putFile(...file)
    },
    put: async (...file) => {
      await lease.require()
      await store.put(...file)
    },
  }
}
