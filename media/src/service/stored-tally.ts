import type { AssetId, LeavingFiles, StorageCount, StoredAmount, StoredAsset, StoredKind } from '@ulan/contract'
import type { AssetRecord } from '../storage/asset-model.ts'

type Counted = NonNullable<StorageCount['counted']>
type Parts = { [K in StoredKind]?: number }

/** Adds up what is found, by kind and by asset. */
export class StoredTally {
  readonly #kinds: { [K in StoredKind]?: StoredAmount } = {}
  readonly #parts = new Map<string, Parts>()
  readonly #assets = new Map<string, Omit<StoredAsset, 'parts'>>()
  readonly #leaving: LeavingFiles[] = []

  /** Makes an asset known, so that its parts are told by themselves. */
  meet({ _id, fileName, status, createdAt }: AssetRecord): void {
    this.#assets.set(_id, { id: _id as AssetId, fileName, status, createdAt }) // checked when it was inserted
  }

  add(kind: StoredKind, bytes: number, assetId?: string): void {
    const { bytes: before = 0, files = 0 } = this.#kinds[kind] ?? {}
    this.#kinds[kind] = { bytes: before + bytes, files: files + 1 }
    if (assetId === undefined) return
    const parts = this.#parts.get(assetId) ?? {}
    parts[kind] = (parts[kind] ?? 0) + bytes
    this.#parts.set(assetId, parts)
  }

  leave(files: LeavingFiles): void {
    this.#leaving.push(files)
  }

  result(at: Date): Counted {
    const assets = [...this.#assets.values()].map((asset) => ({ ...asset, parts: this.#parts.get(asset.id) ?? {} }))
    const leaving = this.#leaving.toSorted((a, b) => a.at.getTime() - b.at.getTime() || b.bytes - a.bytes)
    return { at, kinds: this.#kinds, assets, leaving }
  }
}
