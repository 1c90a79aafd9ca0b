import { statfs } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import type { AssetId, MediaUses, StorageCount, StoredKind } from '@ulan/contract'
import type { AssetRecord } from '../storage/asset-model.ts'
import type { Deletion } from '../storage/deletion-store.ts'
import type { SupersededFolder } from '../storage/superseded-store.ts'
import { IDENTITY_KEY, MARKER_KEY, type StoredFile } from '../store/media-store.ts'
import { ASSETS, MASTERS, masterFolder, masterKey, PICTURES } from '../store/store-keys.ts'
import { SETTLED_MS } from './delete-asset.ts'
import { findKeptFolders, versionInWork } from './kept-folders.ts'
import { localEntries, localFiles } from './local-files.ts'
import type { MediaNeeds } from './media-needs.ts'
import { StoredTally } from './stored-tally.ts'
import { GRACE_MS } from './sweep-versions.ts'

export type CountNeeds = Pick<MediaNeeds, 'assets' | 'deletions' | 'superseded' | 'store' | 'layout' | 'clock'>
export type Progress = (done: number, total: number) => void
type Uses = Pick<MediaUses, 'namesVersion'>

const BATCH = 200

/** The disk on which this machine keeps or receives media. */
export async function readDisk({ layout }: Pick<MediaNeeds, 'layout'>): Promise<StorageCount['disk']> {
  const { blocks, bavail, bsize } = await statfs(layout.root)
  return { totalBytes: blocks * bsize, freeBytes: bavail * bsize }
}

/** Counts all files of the media store and of this machine's work, title by title. */
export async function countStorage(needs: CountNeeds, uses: Uses, tell: Progress): Promise<NonNullable<StorageCount['counted']>> {
  const { store, layout, clock } = needs
  const tally = new StoredTally()
  const isHere = store.localPath(ASSETS) !== undefined
  const ids = [...new Set([...(await store.folders(ASSETS)), ...(await store.folders(MASTERS))])]
  const pending = new Map((await needs.deletions.listPending()).map((deletion) => [deletion._id, deletion]))
  for (let at = 0; at < ids.length; at += BATCH) {
    const batch = ids.slice(at, at + BATCH)
    const records = new Map((await needs.assets.readMany(batch)).map((record) => [record._id, record]))
    const marks = await needs.superseded.ofAssets(batch)
    for (const [index, id] of batch.entries()) {
      tell(at + index, ids.length + 1)
      const record = records.get(id)
      if (record === undefined) await countWithoutAsset(needs, id, pending.get(id), tally)
      else await countAsset(needs, uses, record, marks, tally)
    }
  }
  tell(ids.length, ids.length + 1)
  // A piece that is also in its version, or a sound that is also a track, is counted there.
  for await (const { path, sizeBytes, isLinked } of localFiles(layout.work))
    if (!isLinked) tally.add('work', sizeBytes, relative(layout.work, path).split(sep)[0])
  for await (const { sizeBytes, isLinked } of localFiles(layout.uploads)) if (!isLinked) tally.add('uploads', sizeBytes)
  // With a bucket: on the way to it, or copies for an encoder.
  if (!isHere)
    for await (const { path, sizeBytes } of localFiles(layout.masters)) tally.add('work', sizeBytes, idBelow(layout.masters, path))
  if (isHere) await countStray(needs, tally)
  return tally.result(clock())
}

const idBelow = (folder: string, path: string): string | undefined => relative(folder, path).split(sep)[0]

/** A file's folder below its asset; undefined for one that lies beside the folders. */
const folderOf = ({ key }: StoredFile): string | undefined => {
  const [, , folder, file] = key.split('/')
  return file === undefined ? undefined : folder
}

async function countAsset(
  needs: CountNeeds,
  uses: Uses,
  asset: AssetRecord,
  marks: readonly SupersededFolder[],
  tally: StoredTally,
): Promise<void> {
  const { store, clock } = needs
  const id = asset._id as AssetId // checked when it was inserted
  tally.meet(asset)
  const files = await store.list(`${ASSETS}/${id}`)
  const folders = [...new Set(files.flatMap((file) => folderOf(file) ?? []))]
  const kept = await findKeptFolders(needs, asset, folders, (version) => uses.namesVersion(id, version))
  const kindOf = (folder: string | undefined): StoredKind => {
    if (folder === undefined) return 'other'
    if (folder === asset.poster) return 'posters'
    if (folder === String(versionInWork(asset))) return 'work'
    return kept === 'unknown' || kept.has(folder) ? 'versions' : 'superseded'
  }
  const leaving = new Map<string, number>()
  for (const file of files) {
    const folder = folderOf(file)
    const kind = kindOf(folder)
    tally.add(kind, file.sizeBytes, id)
    if (folder !== undefined && kind === 'superseded') leaving.set(folder, (leaving.get(folder) ?? 0) + file.sizeBytes)
  }
  for (const [folder, bytes] of leaving) {
    const since = marks.find((mark) => mark.assetId === id && mark.folder === folder)?.since ?? clock()
    tally.leave({ id, fileName: asset.fileName, what: 'superseded', bytes, at: new Date(since.getTime() + GRACE_MS) })
  }
  const { fileName, masterLeavesAt } = asset
  for (const { key, sizeBytes } of await store.list(masterFolder(id))) {
    tally.add('masters', sizeBytes, id)
    if (masterLeavesAt !== undefined && key === masterKey(id))
      tally.leave({ id, fileName, what: 'master', bytes: sizeBytes, at: masterLeavesAt })
  }
}

async function countWithoutAsset({ store }: CountNeeds, id: string, deletion: Deletion | undefined, tally: StoredTally): Promise<void> {
  // Posters that people made lie where an asset would.
  const kind = id === PICTURES ? 'posters' : deletion === undefined ? 'other' : 'deleted'
  const files = [...(await store.list(`${ASSETS}/${id}`)), ...(await store.list(masterFolder(id)))]
  for (const { sizeBytes } of files) tally.add(kind, sizeBytes)
  if (deletion === undefined) return
  const bytes = files.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0)
  const at = new Date(deletion.askedAt.getTime() + SETTLED_MS)
  tally.leave({ id: id as AssetId, fileName: deletion.record?.fileName ?? id, what: 'deleted', bytes, at }) // it was an asset's
}

/** What lies in the folder of a file store beside its own folders: whoever looks for lost space finds it. */
async function countStray({ layout }: CountNeeds, tally: StoredTally): Promise<void> {
  const assets = join(layout.root, ASSETS)
  const own = [assets, layout.masters, layout.work, layout.uploads]
  const marks = [MARKER_KEY, IDENTITY_KEY].map((name) => join(layout.root, name))
  const { folders } = await localEntries(layout.root)
  for (const folder of folders)
    if (!own.includes(folder)) for await (const { sizeBytes } of localFiles(folder)) tally.add('other', sizeBytes)
  for (const folder of [layout.root, assets, layout.masters])
    for (const { path, sizeBytes } of (await localEntries(folder)).files) if (!marks.includes(path)) tally.add('other', sizeBytes)
}
