import { hostname } from 'node:os'
import type { MediaNeeds } from '../service/media-needs.ts'
import { queueDue, queueUnits } from './queue-steps.ts'

/** Workers are named `host:pid:number`. */
export const workerNameOf = (pid: number): string => `${hostname()}:${pid}`

/** True for a worker of this machine whose process is gone. */
export function isDeadWorker(worker: string): boolean {
  const [host, pid] = worker.split(':')
  if (host !== hostname() || Number(pid) === process.pid) return false
  try {
    process.kill(Number(pid), 0)
    return false
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ESRCH'
  }
}

/** Between two writes of one request there are milliseconds; whoever is this late is dead. */
const MEND_AFTER_MS = 20_000

/** Queues again what a process that died between two writes left without work. */
export async function mendAssets(needs: MediaNeeds): Promise<void> {
  const before = needs.clock().getTime() - MEND_AFTER_MS
  for (const asset of await needs.assets.listUnfinished()) {
    if (asset.queuedAt.getTime() > before) continue
    const units = await needs.units.unitsOfAttempt(asset._id, asset.attempt)
    if (asset.status === 'probing' && !units.some((unit) => unit.kind === 'probe' && unit.state !== 'done')) {
      await needs.units.remove(asset._id, asset.attempt)
      await needs.units.add(queueUnits(asset, [{ kind: 'probe', name: 'probe' }]))
    }
    if (asset.status === 'encoding') await queueDue(needs, asset._id, asset.attempt)
  }
  needs.wake()
}
