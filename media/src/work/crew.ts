import { followChanges } from '../service/follow-changes.ts'
import { keepMasters } from '../service/keep-masters.ts'
import type { MediaNeeds } from '../service/media-needs.ts'
import { sweepFailed } from '../service/sweep-failed.ts'
import { sweepMasters } from '../service/sweep-masters.ts'
import { sweepWork } from '../service/sweep-work.ts'
import type { LeaseTimes } from '../storage/unit-store.ts'
import { Chores } from './chores.ts'
import { DatabaseAbsence } from './database-absence.ts'
import { mendAssets } from './mend.ts'
import { startWorker, type Worker } from './worker.ts'
import { isDeadWorker, wordsOf } from './worker-name.ts'

/** What the workers of one process share. */
export type Crew = {
  /** Lets idle workers look for something to do. */
  wake(): void
  start(needs: MediaNeeds, work: { readonly workers: number; readonly lease: LeaseTimes }): void
  /** Stops the units under way, gives them back, and ends the chores. */
  stop(): Promise<void>
}

const MEND_MS = 15_000
const SWEEP_WORK_MS = 15_000
/** What a process that was killed held is taken over by its neighbours so soon. */
const RELEASE_MS = 2_000
const SWEEP_MASTERS_MS = 3_600_000
/** Masters that are on this machine go to the store so often. */
const KEEP_MS = 5_000

async function releaseDead({ units, processName, wake }: MediaNeeds): Promise<void> {
  const isAny = await units.releaseDead((worker) => isDeadWorker(processName, worker))
  if (isAny) wake()
}

/** The workers of a process, and the chores that any process with media does, though it may have no worker. */
export function createCrew(): Crew {
  const workers: Worker[] = []
  const closing = new AbortController()
  let chores: Chores | undefined
  const wake = (): void => {
    for (const worker of workers) worker.wake()
  }
  return {
    wake,
    start(needs, { workers: count, lease }) {
      const { logger, units } = needs
      const absence = new DatabaseAbsence(logger)
      chores = new Chores(absence)
      chores.every(SWEEP_MASTERS_MS, () => sweepMasters(needs))
      chores.every(SWEEP_MASTERS_MS, () => sweepFailed(needs))
      chores.every(SWEEP_WORK_MS, () => sweepWork(needs))
      chores.every(KEEP_MS, () => keepMasters(needs, closing.signal))
      chores.every(RELEASE_MS, () => releaseDead(needs))
      chores.every(MEND_MS, () => mendAssets(needs))
      for (let number = 0; number < count; number += 1)
        workers.push(startWorker(needs, `${wordsOf(needs.processName)}:${number}`, lease, absence))
      if (count === 0) return
      // Another process may have queued it.
      const following = { open: () => units.watchAdded(), onChange: wake, onBreak: wake }
      void followChanges(following, (error) => absence.met(error, 'following the queue'), closing.signal)
    },
    async stop() {
      closing.abort()
      await Promise.all([...workers.map((worker) => worker.stop()), chores?.stop()])
    },
  }
}
