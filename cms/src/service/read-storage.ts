import {
  type AssetId,
  type AssetUse,
  BASE_LOCALE,
  type MediaLibrary,
  type StorageReport,
  type StoredAsset,
  type StoredTitle,
} from '@ulan/contract'
import type { AssetUseNeeds } from './delete-asset.ts'

export type StorageNeeds = AssetUseNeeds & { readonly library: Pick<MediaLibrary, 'readStorage' | 'countStorage' | 'deleteAsset'> }

/** More than anybody reads; the rest is summed up in the kinds. */
const MOST_TITLES = 100

/** Who uses which asset. */
async function readUses({ reader, catalogue }: AssetUseNeeds): Promise<ReadonlyMap<AssetId, readonly AssetUse[]>> {
  const uses = new Map<AssetId, AssetUse[]>()
  const add = (id: AssetId, use: AssetUse): void => void uses.set(id, [...(uses.get(id) ?? []), use])
  for (const { assetId, id, rev, title, status } of await reader.listWithAssets())
    add(assetId, { kind: 'programme', id, title: title[BASE_LOCALE] ?? '', status, rev })
  for (const { id, title, posterAssetId } of await catalogue.listSeries())
    if (posterAssetId !== undefined) add(posterAssetId, { kind: 'series', id, title: title[BASE_LOCALE] ?? '' })
  return uses
}

const titleOf = ({ id, createdAt, parts, ...asset }: StoredAsset, uses: readonly AssetUse[]): StoredTitle => ({
  ...asset,
  assetId: id,
  createdAt: createdAt.toISOString(),
  parts,
  bytes: Object.values(parts).reduce((sum, bytes) => sum + bytes, 0),
  uses: [...uses],
})

/** What is kept of media, with who uses it; the count is the media side's last one. */
export async function readStorage(needs: StorageNeeds): Promise<StorageReport> {
  const { counted, ...now } = await needs.library.readStorage()
  if (counted === undefined) return now
  const uses = await readUses(needs)
  const titles = counted.assets.map((asset) => titleOf(asset, uses.get(asset.id) ?? [])).toSorted((a, b) => b.bytes - a.bytes)
  return {
    ...now,
    counted: {
      at: counted.at.toISOString(),
      bytes: Object.values(counted.kinds).reduce((sum, { bytes }) => sum + bytes, 0),
      kinds: counted.kinds,
      titles: titles.slice(0, MOST_TITLES),
      titlesLeftOut: Math.max(0, titles.length - MOST_TITLES),
      unused: titles.filter((title) => title.uses.length === 0).slice(0, MOST_TITLES),
      leaving: counted.leaving
        .slice(0, MOST_TITLES)
        .map(({ id, fileName, what, bytes, at }) => ({ assetId: id, fileName, what, bytes, at: at.toISOString() })),
    },
  }
}
