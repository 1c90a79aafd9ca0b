import type { StoredKind } from '../storage/stored-kinds.ts'
import type { AssetStatus } from './asset.ts'

/** How the media side of an installation stands, of all its processes together; for those who run it. */
export type MediaFigures = {
  readonly assets: { readonly [S in AssetStatus]?: number }
  /** Units of encoding work in the queue, and in hand. */
  readonly unitsWaiting: number
  readonly unitsRunning: number
  /** Uploads that are on the way or were not claimed yet. */
  readonly uploadsOpen: number
  /** Free for us on the disk of the media store. */
  readonly freeBytes: number
  /** By the last count of the media store, which may be some hours old; left out before the first. */
  readonly stored?: { readonly countedAt: Date; readonly bytes: { readonly [K in StoredKind]?: number } }
}
