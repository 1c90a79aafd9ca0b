import { BASE_LOCALE } from '@ulan/contract'
import { describeProblem } from '@ulan/contract/schemas'
import { dueSteps } from '../plan/due-steps.ts'
import type { MediaNeeds } from '../service/media-needs.ts'
import type { AssetRecord } from '../storage/asset-model.ts'
import type { UnitRecord, WorkStep } from '../storage/unit-model.ts'
import type { NewUnit } from '../storage/unit-store.ts'

/** Before all else what lets the sender of an upload watch it, then the rest of uploads, then imports one after the other. */
function priorityOf(asset: Pick<AssetRecord, 'origin'>, step: WorkStep): number {
  if (asset.origin === 'import') return 2
  return step.kind === 'probe' || ('isFirst' in step && step.isFirst) ? 0 : 1
}

/** Queue entries for steps of an asset, in their order. */
export function queueUnits(asset: AssetRecord, steps: readonly WorkStep[], firstOrder = 0): readonly NewUnit[] {
  return steps.map((step, index) => ({
    assetId: asset._id,
    attempt: asset.attempt,
    step,
    priority: priorityOf(asset, step),
    queuedAt: asset.queuedAt,
    order: firstOrder + index,
  }))
}

/** An attempt in which nothing is left but failed units has failed; what is done stays for whoever tries those again. */
async function endIfStuck({ assets }: Pick<MediaNeeds, 'assets'>, asset: AssetRecord, units: readonly UnitRecord[]): Promise<void> {
  const failed = units.filter(({ state }) => state === 'failed')
  if (failed.length === 0 || units.some(({ state }) => state === 'waiting' || state === 'running')) return
  const problem = describeProblem(failed[0]?.problem ?? 'encode-failed', BASE_LOCALE)
  await assets.fail(asset._id, asset.attempt, problem, { isResumable: true })
}

/** Queues what can be begun now: the rest of the ladder once it is settled, the storyboard, at last the publication. */
export async function queueDue(needs: Pick<MediaNeeds, 'assets' | 'units' | 'wake'>, assetId: string, attempt: number): Promise<void> {
  const asset = await needs.assets.read(assetId)
  if (asset?.plan === undefined || asset.attempt !== attempt || asset.status !== 'encoding') return
  const units = await needs.units.unitsOfAttempt(assetId, attempt)
  const done = new Set(units.filter((unit) => unit.state === 'done').map((unit) => unit.step.name))
  const known = new Set(units.map((unit) => unit.step.name))
  const due = queueUnits(asset, dueSteps(asset.plan, done), 1).filter(({ step }) => !known.has(step.name))
  if (due.length === 0) return await endIfStuck(needs, asset, units)
  await needs.units.add(due)
  needs.wake()
}
