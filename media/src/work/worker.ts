import type { MediaNeeds } from '../service/media-needs.ts'
import type { UnitRecord } from '../storage/unit-model.ts'
import type { LeaseTimes } from '../storage/unit-store.ts'
import type { DatabaseAbsence } from './database-absence.ts'
import { LeaseKeeper, storeUnderLease } from './lease-keeper.ts'
import { type Ending, endingOf, endingOfError, logEnding, settleUnit } from './settle-unit.ts'
import { workUnit } from './unit-work.ts'

export type Worker = {
  /** Lets an idle worker look at once. */
  wake(): void
  /** Stops the unit under way, gives it back, and ends. */
  stop(): Promise<void>
}

/** How long an idle worker sleeps when nobody wakes it. */
const IDLE_MS = 1_000

async function endingOfWork(needs: MediaNeeds, unit: UnitRecord, lease: LeaseKeeper): Promise<Ending> {
  let broken: unknown
  const held = { ...needs, store: storeUnderLease(needs.store, lease) }
  const ending = await workUnit(held, unit, lease.signal, (segments) => lease.progress(segments)).then(endingOf, (error: unknown) => {
    broken = error
    return endingOfError(error, lease.signal.aborted)
  })
  // Whoever slept through his lease may find his files cleared away: that is no failure of the unit.
  if (ending.kind === 'failed' && (await lease.confirm()) && broken !== undefined)
    needs.logger.error({ err: broken, unit: unit._id }, 'unit broke')
  return ending
}

/** Whether another unit should be looked for at once. */
async function workClaimed(needs: MediaNeeds, unit: UnitRecord, times: LeaseTimes, stopping: AbortSignal): Promise<boolean> {
  const lease = new LeaseKeeper(needs, unit, times, stopping)
  try {
    const ending = await endingOfWork(needs, unit, lease)
    if (lease.isLost) {
      needs.logger.warn({ unit: unit._id }, 'lease lost')
      return true
    }
    logEnding(needs, unit, ending)
    await lease.outlast(() => settleUnit(needs, unit, ending, lease))
    needs.logger.debug({ unit: unit._id, worker: unit.worker, ending: ending.kind }, 'unit over')
    return ending.kind !== 'elsewhere'
  } finally {
    lease.end()
  }
}

/** Claims and does one unit after the other until stopped. */
export function startWorker(needs: MediaNeeds, name: string, times: LeaseTimes, absence: DatabaseAbsence): Worker {
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
        absence.over()
        // A unit that only another machine can do now is left to that one for a while.
        if (unit === undefined || !(await workClaimed(needs, unit, times, stopping.signal))) await idle()
      } catch (error) {
        absence.met(error, 'worker')
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
