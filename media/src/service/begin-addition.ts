import { planAddition, type Wishes } from '../plan/addition-plan.ts'
import type { AssetRecord } from '../storage/asset-model.ts'
import { clearAttempt } from '../work/attempt-end.ts'
import { queueDue } from '../work/queue-steps.ts'
import type { MediaNeeds } from './media-needs.ts'
import { manifestOf } from './publish-version.ts'

const wishesOf = ({ tracks = [], languages = {}, ladders = [] }: AssetRecord): Wishes => ({ tracks, languages, ladders })

/**
 * Begins the next version of a published asset with what its version lacks, if it lacks anything; `false` when that must
 * wait for the end of what is being made, or the version was made by a release that kept no account of it.
 */
export async function beginAddition(needs: MediaNeeds, id: string): Promise<boolean> {
  for (;;) {
    const asset = await needs.assets.read(id)
    const isSettled = asset?.status === 'ready' || asset?.status === 'failed'
    if (asset?.version === undefined || !isSettled) return false
    const manifest = await manifestOf(needs, id, asset.version)
    if (manifest === undefined) return false
    const plan = planAddition(manifest.plan, asset.version, wishesOf(asset))
    // What is left of an addition that failed is of no use to the next one.
    const { attempt, queuedAt } = asset
    if (asset.isResumable === true) await clearAttempt(needs, { assetId: id, attempt, queuedAt })
    const isBegun = plan === undefined ? await needs.assets.contentWith(asset) : await needs.assets.beginAddition(asset, plan)
    if (!isBegun) continue
    if (plan !== undefined) await queueDue(needs, id, attempt + 1)
    return true
  }
}

/** Begins what a process that died, or an encode that was going on, left to be added. */
export async function beginAdditions(needs: MediaNeeds): Promise<void> {
  for (const { _id } of await needs.assets.listWishful()) await beginAddition(needs, _id)
}
