import { settleMaster } from '../service/admit-master.ts'
import { beginAdditions } from '../service/begin-addition.ts'
import type { MediaNeeds } from '../service/media-needs.ts'
import { queueDue, queueUnits } from './queue-steps.ts'

/** Between two writes of one request there are milliseconds; whoever is this late is dead. */
const MEND_AFTER_MS = 20_000

/** Queues again what a process that died between two writes left without work. */
export async function mendAssets(needs: MediaNeeds): Promise<void> {
  const before = needs.clock().getTime() - MEND_AFTER_MS
  for (const asset of await needs.assets.listUnfinished()) {
    if (asset.queuedAt.getTime() > before) continue
    // Nobody but the machine that received an upload can make it the master that others wait for.
    if (asset.status === 'probing') await settleMaster(needs, asset._id)
    const units = await needs.units.unitsOfAttempt(asset._id, asset.attempt)
    if (asset.status === 'probing' && !units.some((unit) => unit.kind === 'probe' && unit.state !== 'done')) {
      await needs.units.remove(asset._id, asset.attempt)
      await needs.units.add(queueUnits(asset, [{ kind: 'probe', name: 'probe' }]))
    }
    if (asset.status === 'encoding') await queueDue(needs, asset._id, asset.attempt)
  }
  await beginAdditions(needs)
  needs.wake()
}
