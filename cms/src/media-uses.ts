import type { MediaUses } from '@ulan/contract'
import { keepsVersion, namesVersion } from './domain/snapshot/named-versions.ts'
import { publishedAssets } from './domain/snapshot/published-assets.ts'
import { type AssetUseNeeds, findAssetUses } from './service/delete-asset.ts'
import type { LiveSnapshot } from './service/live-snapshot.ts'
import type { RetentionStore } from './service/ports.ts'

type Needs = AssetUseNeeds & { readonly live: Pick<LiveSnapshot, 'current'>; readonly storage: { readonly retention: RetentionStore } }

/** What the media side may ask before it takes something away. */
export const mediaUses = ({ live, storage, ...needs }: Needs): MediaUses => ({
  namesVersion: async (id, version) =>
    namesVersion(live.current(), id, version) || (await needs.reader.listUsing(id)).some((one) => keepsVersion(one, id, version)),
  usesAsset: async (id) => (await findAssetUses(needs, id)).length > 0,
  namedPictures: (ids) => needs.reader.namedPictures(ids),
  publishedAssets: () => publishedAssets(live.current()),
  masterDays: async () => (await storage.retention.readLast())?.masterDays ?? 0,
})
