import { BASE_LOCALE } from '@ulan/contract'
import { describeProblem } from '@ulan/contract/schemas'
import { makesRendition } from '../plan/unit-plan.ts'
import { clearAttempt } from '../work/attempt-end.ts'
import { queueUnits } from '../work/queue-steps.ts'
import { beginAddition } from './begin-addition.ts'
import type { MediaNeeds } from './media-needs.ts'

const PROBE = [{ kind: 'probe', name: 'probe' }] as const

/** Puts the failed units of an attempt back into the queue, of one rung or of all; how many. */
async function retryUnits(needs: MediaNeeds, assetId: string, attempt: number, rung?: string): Promise<number> {
  const units = await needs.units.unitsOfAttempt(assetId, attempt)
  const wanted = units.filter(({ state, step }) => state === 'failed' && (rung === undefined || makesRendition(step, rung)))
  return await needs.units.retry(wanted.map(({ _id }) => _id))
}

/**
 * Tries again what failed of an asset: its failed units when the others are kept, else everything from the probe on; `false`
 * when nothing failed or the file was refused.
 */
export async function retryAsset(needs: MediaNeeds, id: string): Promise<boolean> {
  const failed = await needs.assets.read(id)
  if (failed?.status !== 'failed') return false
  const resumed = await needs.assets.resume(id)
  if (resumed !== undefined) {
    await retryUnits(needs, id, resumed.attempt)
    needs.wake()
    return true
  }
  if (failed.version !== undefined) return await beginAddition(needs, id)
  const asset = await needs.assets.restart(id)
  if (asset === undefined) return false
  await needs.units.add(queueUnits(asset, PROBE))
  needs.wake()
  return true
}

/** Tries one rung or sound again, while the others go on or after they ended; `false` when nothing of it failed. */
export async function retryRung(needs: MediaNeeds, id: string, rung: string): Promise<boolean> {
  const asset = await needs.assets.read(id)
  if (asset === undefined) return false
  // The asset first: units in the queue of an asset that has failed would be nobody's.
  await needs.assets.resume(id)
  const count = await retryUnits(needs, id, asset.attempt, rung)
  needs.wake()
  return count > 0
}

/** Ends the work on an asset because somebody wishes it; what was made of this attempt goes. `false` when none is going on. */
export async function cancelAsset(needs: MediaNeeds, id: string): Promise<boolean> {
  const asset = await needs.assets.read(id)
  if (asset === undefined) return false
  const { attempt, queuedAt } = asset
  if (!(await needs.assets.fail(id, attempt, describeProblem('encode-cancelled', BASE_LOCALE)))) return false
  // Workers find their units gone at the next heartbeat; the sweep takes what they left.
  await clearAttempt(needs, { assetId: id, attempt, queuedAt })
  return true
}
