import type { AssetRecord } from '../storage/asset-model.ts'
import type { WorkStep } from '../storage/unit-model.ts'
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
