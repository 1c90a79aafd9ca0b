import { type AssetFile, type AssetMedia, findAssetFiles, type MediaStore } from '@ulan/media'
import { type InventoryFile, inventoryEntry, type Manifest, mediaEntry, writeInventory } from './archive-format.ts'
import type { ArchiveWriter, WrittenEntry } from './archive-writer.ts'
import type { Progress } from './progress.ts'

export type MediaPlace = { readonly store: MediaStore; readonly mediaDir: string; readonly isIncluded: boolean }
export type DumpedMedia = { readonly media: Manifest['media']; readonly entries: readonly WrittenEntry[] }

/** Writes the inventory of every asset, and its files before it when they are to be included. */
export async function dumpMedia(
  assets: readonly AssetMedia[],
  { store, mediaDir, isIncluded }: MediaPlace,
  writer: ArchiveWriter,
  progress: Progress,
): Promise<DumpedMedia> {
  const entries: WrittenEntry[] = []
  const missing: string[] = []
  let files = 0
  let sizeBytes = 0
  for (const [number, asset] of assets.entries()) {
    const found = await findAssetFiles(asset, store, mediaDir)
    missing.push(...found.missing)
    const listed: InventoryFile[] = []
    for (const file of found.files) {
      const kept = await dumpFile(file, isIncluded || file.isHereOnly, writer)
      if (kept === undefined) missing.push(file.key)
      else listed.push(kept)
      sizeBytes += kept?.sizeBytes ?? 0
      progress.show({ step: 'media', items: `title ${String(number + 1)} of ${String(assets.length)}`, sizeBytes })
    }
    files += listed.length
    entries.push(await writer.add(inventoryEntry(asset.assetId), Buffer.from(writeInventory({ assetId: asset.assetId, files: listed }))))
  }
  const unfinished = assets.filter((asset) => asset.isUnfinished).length
  return { media: { isIncluded, assets: assets.length, files, sizeBytes, unfinished, missing }, entries }
}

/** Undefined for a file that is gone since it was listed. */
async function dumpFile(
  { key, sizeBytes, open }: AssetFile,
  withBytes: boolean,
  writer: ArchiveWriter,
): Promise<InventoryFile | undefined> {
  if (!withBytes) return { key, sizeBytes }
  const stream = await open()
  if (stream === undefined) return undefined
  const { sha256 } = await writer.addStream(mediaEntry(key), sizeBytes, stream)
  return { key, sizeBytes, sha256 }
}
