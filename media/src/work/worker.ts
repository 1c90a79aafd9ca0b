import type { MediaNeeds } from '../service/media-needs.ts'
import type { UnitRecord } from '../storage/unit-model.ts'
import { type LeaseTimes, MOST_TRIES } from '../storage/unit-store.ts'
import { StoreTrouble } from '../store/media-store.ts'
import { clearAttempt, failAttempt } from './attempt-end.ts'
import { queueDue } from './queue-steps.ts'
import { workUnit } from './unit-work.ts'
import type { WorkOutcome } from './work-outcome.ts'

export type Worker = {
  /** Lets an idle worker look at once. */
  wake(): void
  /** Stops the unit under way, gives it back, and ends. */
  stop(): Promise<void>
}

/** How long an idle worker sleeps when nobody wakes it: work may come from another process. */
const IDLE_MS = 1_000
/** Progress of sound is told at most so often. */
const PROGRESS_MS = 1_000

/** Keeps a lease alive while its unit is worked on; losing it stops the work. */
class LeaseKeeper {
  readonly #lost = new AbortController()
  readonly signal: AbortSignal
  readonly #needs: MediaNeeds
  readonly #unit: UnitRecord
  readonly #times: LeaseTimes
  readonly #timer: NodeJS.Timeout
  #segmentsDone = 0
  #toldAt = 0
  #keptAt: number

  constructor(needs: MediaNeeds, unit: UnitRecord, times: LeaseTimes, stopping: AbortSignal) {
    this.#needs = needs
    this.#unit = unit
    this.#times = times
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

  end(): void {
    clearInterval(this.#timer)
  }

  async #beat(): Promise<void> {
    try {
      const isMine = await this.#needs.units.heartbeat(this.#unit, this.#segmentsDone)
      if (isMine) this.#keptAt = this.#needs.clock().getTime()
      else this.#lost.abort()
    } catch (error) {
      // A store that is away for a moment costs nothing; away for a whole lease, someone else may have the unit by now.
      if (this.#needs.clock().getTime() - this.#keptAt > this.#times.expiryMs) this.#lost.abort()
      this.#needs.logger.warn({ err: error, unit: this.#unit._id }, 'heartbeat failed')
    }
  }
}

/** Drops a unit that nobody wants, and with it its whole attempt when that one is over. */
async function dropObsolete(needs: MediaNeeds, unit: UnitRecord): Promise<void> {
  const asset = await needs.assets.read(unit.assetId)
  const isOver = asset === undefined || asset.attempt !== unit.attempt || asset.status === 'ready' || asset.status === 'failed'
  if (isOver) await clearAttempt(needs, unit)
  else await needs.units.finish(unit, [])
}

async function settle(needs: MediaNeeds, unit: UnitRecord, outcome: WorkOutcome): Promise<void> {
  const { units, logger } = needs
  switch (outcome.kind) {
    case 'stopped':
    case 'elsewhere':
      return await units.release(unit)
    case 'obsolete':
      return await dropObsolete(needs, unit)
    case 'hopeless':
      return await failAttempt(needs, unit, outcome.problem, outcome.message)
    case 'failed': {
      const failures = await units.giveBack(unit, outcome.message)
      if (failures === undefined) return
      logger.warn({ unit: unit._id, failures, message: outcome.message }, 'unit failed')
      if (failures >= MOST_TRIES) await failAttempt(needs, unit, outcome.problem, outcome.message)
      return
    }
    case 'done':
      // Its unit goes with its attempt: until then a kill leaves it claimable, and whoever claims it clears up.
      if (unit.kind === 'publish') return await clearAttempt(needs, unit)
      if (!(await units.finish(unit, outcome.renditions))) return
      if (unit.kind !== 'probe') await queueDue(needs, unit.assetId, unit.attempt)
  }
}

/** What an error says of its unit. */
function outcomeOfError(error: unknown, isStopped: boolean): WorkOutcome | { readonly kind: 'put-off'; readonly message: string } {
  if (isStopped) return { kind: 'stopped' }
  const message = error instanceof Error ? error.message : String(error)
  // No fault of the title: it waits until the store is back, however long that takes.
  if (error instanceof StoreTrouble) return { kind: 'put-off', message }
  const isFull = error instanceof Error && 'code' in error && error.code === 'ENOSPC'
  return { kind: 'failed', problem: isFull ? 'storage-full' : 'encode-failed', message }
}

/** Whether another unit should be looked for at once. */
async function workClaimed(needs: MediaNeeds, unit: UnitRecord, times: LeaseTimes, stopping: AbortSignal): Promise<boolean> {
  const lease = new LeaseKeeper(needs, unit, times, stopping)
  try {
    const outcome = await workUnit(needs, unit, lease.signal, (segments) => lease.progress(segments))
    if (!lease.isLost) await settle(needs, unit, outcome)
    else needs.logger.warn({ unit: unit._id }, 'lease lost')
    return outcome.kind !== 'elsewhere'
  } catch (error) {
    const outcome = outcomeOfError(error, lease.signal.aborted)
    if (outcome.kind !== 'stopped') needs.logger.error({ err: error, unit: unit._id }, 'unit broke')
    if (outcome.kind === 'put-off') await needs.units.putOff(unit, outcome.message)
    else await settle(needs, unit, outcome)
    return true
  } finally {
    lease.end()
  }
}

/** Claims and does one unit after the other until stopped. */
export function startWorker(needs: MediaNeeds, name: string, times: LeaseTimes): Worker {
  const stopping = new AbortController()
  let wakeUp: () => void = () => undefined
  let isWoken = false
  const idle = (): Promise<void> =>
    new Promise((resolve) => {
      if (isWoken || stopping.signal.aborted) return resolve()
      const timer = setTimeout(resolve, IDLE_MS)
      wakeUp = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  const loop = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      isWoken = false
      try {
        const unit = await needs.units.claim(name)
        // A unit that only another machine can do now is left to that one for a while.
        if (unit === undefined || !(await workClaimed(needs, unit, times, stopping.signal))) await idle()
      } catch (error) {
        needs.logger.error({ err: error }, 'worker cannot reach the store')
        await idle()
      }
    }
  }
  const running = loop()
  const wake = (): void => {
    isWoken = true
    wakeUp()
  }
  return {
    wake,
    stop: async () => {
      stopping.abort()
      wake()
      await running
    },
  }
}
