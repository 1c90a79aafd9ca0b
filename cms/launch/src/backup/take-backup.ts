import { readSignedFilms } from '@ulan/cms'
import { type AssetMedia, type MediaStore, mediaOf, mediaOfPictures, readAssetsIn, readPicturesIn, WORK_COLLECTIONS } from '@ulan/media'
import type { OpenStore } from '../open-store.ts'
import {
  HEADER_ENTRY,
  MANIFEST_ENTRY,
  type Manifest,
  SEAL_ENTRY,
  SECRET_ENTRY,
  writeHeader,
  writeManifest,
  writeSeal,
} from './archive-format.ts'
import { ArchiveWriter } from './archive-writer.ts'
import { type BackupProblem, BackupTrouble, messageOf } from './backup-problem.ts'
import { dumpMedia } from './dump-media.ts'
import { type DumpedStore, dumpStore } from './dump-store.ts'
import type { Progress } from './progress.ts'
import { onSnapshot } from './store-snapshot.ts'

export type BackupOrder = {
  readonly file: string
  /** Media files themselves, beside their inventory. */
  readonly withMedia: boolean
  readonly release: string
  readonly takenAt: Date
  /** Ends it early, with nothing left behind. */
  readonly signal: AbortSignal
}
export type BackupSource = {
  readonly store: OpenStore
  readonly storeKind: 'embedded' | 'mongodb'
  readonly mediaStore: MediaStore
  readonly mediaDir: string
  /** Undefined where it is kept on another machine. */
  readonly secretKey: string | undefined
}
export type BackupOutcome = { readonly ok: true; readonly manifest: Manifest } | { readonly ok: false; readonly problem: BackupProblem }

/**
 * Takes a backup: the database as it is at one moment, then the media of exactly what it names. Media are never changed, so
 * that they may be copied for hours; what is deleted meanwhile is told as missing. Closes the store as soon as it is read.
 */
export async function takeBackup(order: BackupOrder, source: BackupSource, progress: Progress): Promise<BackupOutcome> {
  let writer: ArchiveWriter | undefined
  try {
    writer = await ArchiveWriter.open(order.file, order.takenAt, order.signal)
    const manifest = await writeAll(order, source, writer, progress)
    await writer.finish()
    return { ok: true, manifest }
  } catch (error) {
    await writer?.abandon()
    if (error instanceof BackupTrouble) return { ok: false, problem: error.problem }
    throw error
  } finally {
    progress.end()
  }
}

async function writeAll(order: BackupOrder, source: BackupSource, writer: ArchiveWriter, progress: Progress): Promise<Manifest> {
  const { withMedia, release } = order
  const takenAt = order.takenAt.toISOString()
  const entries = [await writer.add(HEADER_ENTRY, Buffer.from(writeHeader({ release, takenAt, hasMedia: withMedia })))]
  if (source.secretKey !== undefined) entries.push(await writer.add(SECRET_ENTRY, Buffer.from(`${source.secretKey}\n`)))
  const { dumped, assets } = await asTrouble('store-unreadable', () => dumpSnapshot(source, writer, progress))
  await source.store.close()
  const place = { store: source.mediaStore, mediaDir: source.mediaDir, isIncluded: withMedia }
  const { media, entries: listed } = await asTrouble('media-unreadable', () => dumpMedia(assets, place, writer, progress))
  const manifest: Manifest = {
    takenAt,
    hasSecretKey: source.secretKey !== undefined,
    collections: [...dumped.collections],
    media,
    entries: [...entries, ...dumped.entries, ...listed],
  }
  const { sha256 } = await writer.add(MANIFEST_ENTRY, Buffer.from(writeManifest(manifest)))
  await writer.add(SEAL_ENTRY, Buffer.from(writeSeal(sha256)))
  return manifest
}

type Dump = { readonly dumped: DumpedStore; readonly assets: readonly AssetMedia[] }

function dumpSnapshot({ store, storeKind }: BackupSource, writer: ArchiveWriter, progress: Progress): Promise<Dump> {
  return onSnapshot(store.connection, storeKind, async (snapshot) => {
    const dumped = await dumpStore(snapshot, WORK_COLLECTIONS, writer, progress)
    const assets: AssetMedia[] = []
    const signed = await readSignedFilms(store.connection, snapshot.session)
    for await (const asset of readAssetsIn(store.connection, snapshot.session)) assets.push(mediaOf(asset, signed.get(asset._id)))
    const pictures = await readPicturesIn(store.connection, snapshot.session)
    if (pictures.length > 0) assets.push(mediaOfPictures(pictures))
    return { dumped, assets }
  })
}

/** Whatever a driver or a disk says becomes a problem of the side that was read. */
async function asTrouble<T>(kind: BackupProblem['kind'], work: () => Promise<T>): Promise<T> {
  return await work().catch((error: unknown) => {
    throw error instanceof BackupTrouble ? error : new BackupTrouble(kind, messageOf(error), { cause: error })
  })
}
