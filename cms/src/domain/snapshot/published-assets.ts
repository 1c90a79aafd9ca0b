import type { AssetId } from '@ulan/contract'
import type { Snapshot } from './build-snapshot.ts'

/** When assets that the public sees were published; of several programmes with one asset the latest counts. */
export function publishedAssets({ programmes }: Pick<Snapshot, 'programmes'>): Map<AssetId, Date> {
  const published = new Map<AssetId, Date>()
  for (const { assetId, publishedAt } of programmes) {
    if (assetId === undefined || publishedAt === undefined) continue
    const at = new Date(publishedAt)
    const known = published.get(assetId)
    if (known === undefined || known < at) published.set(assetId, at)
  }
  return published
}
