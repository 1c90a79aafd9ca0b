import { type MediaStore, openMediaStore } from '@ulan/media'
import type { Logger } from 'pino'
import type { LaunchConfig } from '../config/config.ts'
import { prepareDataDir } from '../data-dir.ts'
import type { LaunchProblem } from '../launch-problem.ts'
import { type OpenStore, openStore } from '../open-store.ts'
import type { Manifest } from './archive-format.ts'
import { type BackupProblem, BackupTrouble, messageOf } from './backup-problem.ts'
import { type CheckedArchive, checkArchive, peekHeader } from './check-archive.ts'
import { findOccupied } from './find-occupied.ts'
import { loadArchive } from './load-archive.ts'
import { MediaLoader } from './load-media.ts'
import { compareCollection, finishCollection } from './load-store.ts'
import type { Progress } from './progress.ts'
import { clearRestoreMark, markRestore } from './restore-marker.ts'
import { databaseOf } from './store-snapshot.ts'

export type RestoreOrder = {
  readonly file: string
  /** False: what the backup has of media stays in it, and what is in the media store is compared with its inventory. */
  readonly withMedia: boolean
}
export type RestoreNeeds = { readonly logger: Logger; readonly progress: Progress; clock(): Date }
export type Restored = CheckedArchive & {
  readonly media: { readonly files: number; readonly sizeBytes: number }
  /** Media files that are neither in the backup nor in the media store. */
  readonly missing: readonly string[]
}
export type RestoreOutcome =
  | { readonly ok: true; readonly restored: Restored }
  | { readonly ok: false; readonly problem: BackupProblem | LaunchProblem }

type Stores = { readonly store: OpenStore; readonly mediaStore: MediaStore }

/**
 * Restores a backup into an empty place. It is read twice: once to compare all of it with its own lists, before anything
 * is made, and once to restore it. A mark in the database keeps servers from starting until all was compared again.
 */
export async function restoreBackup(order: RestoreOrder, config: LaunchConfig, needs: RestoreNeeds): Promise<RestoreOutcome> {
  try {
    const { hasMedia } = await peekHeader(order.file)
    const occupied = await findOccupied(config, hasMedia && order.withMedia, needs)
    if (occupied !== undefined) return { ok: false, problem: occupied }
    const checked = await checkArchive(order.file, needs.progress)
    const opened = await openStores(config, needs)
    if (!opened.ok) return opened
    try {
      return { ok: true, restored: await restoreInto(opened.stores, checked, order, config, needs.progress) }
    } catch (error) {
      throw new BackupTrouble('not-restored', error instanceof BackupTrouble ? error.problem.detail : messageOf(error), { cause: error })
    } finally {
      await opened.stores.store.close()
      opened.stores.mediaStore.close()
    }
  } catch (error) {
    if (error instanceof BackupTrouble) return { ok: false, problem: error.problem }
    throw error
  } finally {
    needs.progress.end()
  }
}

type Opened = { readonly ok: true; readonly stores: Stores } | { readonly ok: false; readonly problem: LaunchProblem }

async function openStores(config: LaunchConfig, { logger, clock }: RestoreNeeds): Promise<Opened> {
  const unwritable = await prepareDataDir(config)
  if (unwritable !== undefined) return { ok: false, problem: unwritable }
  const media = await openMediaStore(config.mediaStore, { clock })
  if (!media.ok) return { ok: false, problem: { kind: `media-store-${media.trouble.kind}`, detail: media.trouble.message } }
  const database = await openStore(config, logger)
  if (database.ok) return { ok: true, stores: { store: database.store, mediaStore: media.store } }
  media.store.close()
  return database
}

async function restoreInto(
  { store: { connection }, mediaStore }: Stores,
  checked: CheckedArchive,
  { file, withMedia }: RestoreOrder,
  { dataDir, mediaDir }: LaunchConfig,
  progress: Progress,
): Promise<Restored> {
  const { header, manifest } = checked
  const database = databaseOf(connection)
  await markRestore(connection, file)
  const media = new MediaLoader(mediaStore, mediaDir)
  // Without media of its own, a backup has only masters that a bucket did not have yet.
  await loadArchive(file, manifest, { database, dataDir, media, takesFiles: withMedia || !header.hasMedia }, progress)
  await media.close()
  for (const collection of manifest.collections) {
    progress.show({ step: 'comparing', items: collection.name })
    const difference = await compareCollection(database, collection)
    if (difference !== undefined) throw new Error(difference)
    await finishCollection(database, collection)
  }
  const missing = [...media.missing, ...(await stillMissing(manifest, mediaStore))]
  await clearRestoreMark(connection)
  return { ...checked, media: { files: media.files, sizeBytes: media.sizeBytes }, missing }
}

/** Files or folders that the media store lacked when the backup was taken, and still lacks. */
async function stillMissing({ media }: Manifest, store: MediaStore): Promise<readonly string[]> {
  const missing: string[] = []
  for (const key of media.missing) {
    const isThere = (await store.stat(key)) !== undefined || (await store.list(key)).length > 0
    if (!isThere) missing.push(key)
  }
  return missing
}
