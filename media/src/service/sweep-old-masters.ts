import { rm } from 'node:fs/promises'
import type { AssetId, MediaUses } from '@ulan/contract'
import type { AssetRecord } from '../storage/asset-model.ts'
import { masterKey } from '../store/store-keys.ts'
import type { MediaNeeds } from './media-needs.ts'
import { GRACE_MS } from './sweep-versions.ts'

const DAY_MS = 24 * 3_600_000
/** What failed by our own fault may be mended by a later release: its master is not hurried away. */
const LEAST_FAILED_DAYS = 30

type Needs = Pick<MediaNeeds, 'masterRecords' | 'store' | 'layout' | 'clock' | 'logger'>
type Uses = Pick<MediaUses, 'publishedAssets' | 'masterDays'>
type Policy = { readonly days: number; readonly now: number; readonly published: ReadonlyMap<AssetId, Date> }

/** Whether the policy lets a master go: its title is published long enough and whole, or it never became one. */
function isDue(asset: AssetRecord, { days, now, published }: Policy): boolean {
  if (days === 0) return false
  const { status, version, isWishful, failedAt } = asset
  if (status === 'failed' && version === undefined)
    return failedAt !== undefined && failedAt.getTime() + Math.max(days, LEAST_FAILED_DAYS) * DAY_MS <= now
  const publishedAt = published.get(asset._id as AssetId)
  return status === 'ready' && isWishful !== true && publishedAt !== undefined && publishedAt.getTime() + days * DAY_MS <= now
}

/**
 * Lets masters go by the policy, if there is one, and says how many went. First it is written down when one leaves, two days
 * ahead, so that whoever changes the policy by mistake can change it back, and a backup that is being made has read it; then
 * that it is gone, and only then its file is removed. Added sounds and subtitles stay.
 */
export async function sweepOldMasters(needs: Needs, uses: Uses): Promise<number> {
  const { masterRecords, clock } = needs
  const now = clock().getTime()
  const policy: Policy = { days: await uses.masterDays(), now, published: uses.publishedAssets() }
  for (const asset of await masterRecords.listLeaving()) {
    if (!isDue(asset, policy)) await masterRecords.keep(asset._id)
    else if (asset.masterLeavesAt !== undefined && asset.masterLeavesAt.getTime() <= now) await masterRecords.lose(asset, clock())
  }
  const gone = await masterRecords.listToRemove()
  for (const { _id } of gone) await removeMaster(needs, _id)
  if (policy.days > 0) await letLeave(needs, policy)
  return gone.length
}

async function removeMaster({ masterRecords, store, layout, logger }: Needs, id: string): Promise<void> {
  await store.removeFile(masterKey(id))
  await rm(layout.masterPath(id), { force: true })
  await masterRecords.markRemoved(id)
  logger.info({ assetId: id }, 'master removed by the policy')
}

/** Asked of the database at a time. */
const BATCH = 500

async function letLeave({ masterRecords }: Needs, policy: Policy): Promise<void> {
  const { days, now, published } = policy
  const old = [...published].filter(([, publishedAt]) => publishedAt.getTime() + days * DAY_MS <= now).map(([id]) => id)
  const candidates = [...(await masterRecords.listFailed(new Date(now - LEAST_FAILED_DAYS * DAY_MS)))]
  for (let at = 0; at < old.length; at += BATCH) candidates.push(...(await masterRecords.listStaying(old.slice(at, at + BATCH))))
  for (const asset of candidates) if (isDue(asset, policy)) await masterRecords.letLeave(asset._id, new Date(now + GRACE_MS))
}
