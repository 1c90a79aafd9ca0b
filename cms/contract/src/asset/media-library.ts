import type { AssetId } from '../id/id.ts'
import type { PictureId } from '../picture/picture.ts'
import type { StorageCount } from '../storage/stored-kinds.ts'
import type { Asset } from './asset.ts'

export type { MediaFigures } from './media-figures.ts'

/** What the CMS may ask of the media side; with `MediaUses` the only road between the two. */
export interface MediaLibrary {
  readAssets(ids: readonly AssetId[]): Promise<ReadonlyMap<AssetId, Asset>>
  /** Newest first. */
  listAssets(limit: number): Promise<readonly Asset[]>
  /** Reserves an asset whose master will be imported later (starter catalogue). Idempotent. */
  reserveAsset(id: AssetId, fileName: string): Promise<void>
  /** Takes a local file as the master of a reserved asset, by copy; the asset goes on to `probing`. */
  importMaster(id: AssetId, path: string): Promise<void>
  /** Gives an asset its posters from a picture file of at least 1920×1080 px, before or after its master. */
  importPoster(id: AssetId, path: string): Promise<void>
  /** Tries what failed of an asset again, or all of it when nothing was kept; `false` when the id is unknown, the asset has not failed, or its file was refused for good. */
  retryAsset(id: AssetId): Promise<boolean>
  /** Tries again what failed of one rung or sound; `false` when nothing of it did. */
  retryRung(id: AssetId, rung: string): Promise<boolean>
  /** Ends the work on an asset, which fails with `encode-cancelled`; `false` when none is going on. */
  cancelAsset(id: AssetId): Promise<boolean>
  /**
   * Deletes an asset with all its files, whoever uses it: from the answer on it is unknown, and its files are certain to go,
   * also after a crash. `false` when there never was one.
   */
  deleteAsset(id: AssetId): Promise<boolean>
  /** Whether there is a picture that a programme may name: made, and not about to go. */
  hasPicture(id: PictureId): Promise<boolean>
  /** How much is stored by the last count; one that is old is counted anew meanwhile. */
  readStorage(): Promise<StorageCount>
  /** Begins to count, unless it is being done. */
  countStorage(): void
  /** Calls `listener` after any change of status, posters or version, from any process, until the returned function is called. */
  watchAssets(listener: (id: AssetId) => void): () => void
}

/** What the media side may ask of the CMS before it takes something away. */
export interface MediaUses {
  /**
   * Whether the snapshot that this process answers from names a version of an asset (another process may be behind or ahead),
   * or, by the database, a programme keeps it as it was signed.
   */
  namesVersion(id: AssetId, version: number): Promise<boolean>
  /** Whether a programme or a series has it, public or not, by the database. */
  usesAsset(id: AssetId): Promise<boolean>
  /** Those of these pictures that a programme names: as staff work on it, as it went out, as it will, in a version of old, or in the trash. */
  namedPictures(ids: readonly PictureId[]): Promise<ReadonlySet<PictureId>>
  /** When assets that the public sees were first published, by the snapshot of this process. */
  publishedAssets(): ReadonlyMap<AssetId, Date>
  /** Days after that on which masters go; 0: never. */
  masterDays(): Promise<number>
}
