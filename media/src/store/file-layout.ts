import { join } from 'node:path'
import { masterFile } from './store-keys.ts'

/**
 * Where a machine keeps what it works on, below one folder: that of the file store, so that finished files can be linked
 * into it, or one in DATA_DIR when the store is a bucket. Ids come from the contract's pattern, so that no name can climb out.
 */
export type FileLayout = {
  readonly root: string
  /** Uploads under way, one directory each. */
  uploadDirectory(uploadId: string): string
  readonly uploads: string
  masterPath(assetId: string, trackId?: string): string
  /** One directory for each master, named by its asset. */
  readonly masters: string
  /** One directory for each asset, and in it one for each attempt. */
  readonly work: string
  /** Everything of one attempt; deleted when its version is published. */
  workDirectory(assetId: string, attempt: number): string
  unitDirectory(assetId: string, attempt: number, unitName: string): string
}

/** Names inside the directory of one finished unit. */
export const initFile = (rendition: string): string => `${rendition}-init.mp4`
export const segmentFile = (rendition: string, segment: number): string => `${rendition}-${segment}.m4s`
export const RESULT_FILE = 'result.json'

/** Lays a machine's work out below one directory. */
export function createFileLayout(root: string): FileLayout {
  const workDirectory = (assetId: string, attempt: number): string => join(root, 'work', assetId, String(attempt))
  return {
    root,
    uploads: join(root, 'uploads'),
    uploadDirectory: (uploadId) => join(root, 'uploads', uploadId),
    masters: join(root, 'masters'),
    masterPath: (assetId, trackId) => join(root, 'masters', assetId, masterFile(trackId)),
    work: join(root, 'work'),
    workDirectory,
    unitDirectory: (assetId, attempt, unitName) => join(workDirectory(assetId, attempt), unitName),
  }
}
