import type { AssetStatus } from '../asset/asset.ts'
import type { AssetId } from '../id/id.ts'

/**
 * What files of the media store are. `masters`: as they were sent, with sounds and subtitles that were added. `versions`:
 * what is watched. `superseded`: versions and posters that a newer one replaced, kept for a while. `deleted`: of deleted
 * assets, to go within minutes. `work`: being encoded. `uploads`: on the way, or not claimed yet. `other`: known to nobody.
 */
export const STORED_KINDS = ['masters', 'versions', 'posters', 'superseded', 'deleted', 'work', 'uploads', 'other'] as const
export type StoredKind = (typeof STORED_KINDS)[number]

export type StoredAmount = { readonly bytes: number; readonly files: number }
export type StoredAsset = {
  readonly id: AssetId
  readonly fileName: string
  readonly status: AssetStatus
  readonly createdAt: Date
  readonly parts: { readonly [K in StoredKind]?: number }
}
export type LeavingFiles = {
  readonly id: AssetId
  readonly fileName: string
  readonly what: 'superseded' | 'deleted' | 'master'
  readonly bytes: number
  readonly at: Date
}

/** How much is stored, as the media side has counted it. */
export type StorageCount = {
  readonly place: 'disk' | 'bucket'
  readonly disk: { readonly totalBytes: number; readonly freeBytes: number }
  readonly counting?: { readonly done: number; readonly total: number }
  readonly counted?: {
    readonly at: Date
    readonly kinds: { readonly [K in StoredKind]?: StoredAmount }
    readonly assets: readonly StoredAsset[]
    readonly leaving: readonly LeavingFiles[]
  }
}
