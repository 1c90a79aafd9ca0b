import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import type { AssetRecord } from '../storage/asset-model.ts'
import { createFileLayout } from '../store/file-layout.ts'
import type { MediaStore } from '../store/media-store.ts'
import { statIfThere } from '../store/stat-if-there.ts'
import { MULTIVARIANT_NAME, masterKey, PICTURES, versionFolder, versionKey } from '../store/store-keys.ts'
import { UPLOAD_FILE } from '../upload/upload-store.ts'
import { playlistAddresses } from './playlist-addresses.ts'

/** What of the media store belongs to one asset, by its record alone. */
export type AssetMedia = {
  readonly assetId: string
  /** Work on it was under way, and is to be done again. */
  readonly isUnfinished: boolean
  readonly version?: number
  /** Older ones that viewers are shown all the same: as a film was signed, before files were added to it. */
  readonly shownVersions?: readonly number[]
  readonly poster?: string
  /** Posters besides its own. */
  readonly pictures?: readonly string[]
  /** `if-there`: another try needs it, but it may be the very thing whose loss ended the last one; or it is about to go. */
  readonly master: 'needed' | 'if-there' | 'none'
  /** Sounds and subtitles that were added. */
  readonly tracks?: readonly string[]
}
export type AssetFile = {
  readonly key: string
  readonly sizeBytes: number
  /** A master that was received on this machine and has not been brought to the store yet. */
  readonly isHereOnly: boolean
  /** Undefined when it is gone since it was found. */
  open(): Promise<Readable | undefined>
}
/** `missing`: keys (or folders) that the asset needs and the store does not have. */
export type AssetFiles = { readonly files: readonly AssetFile[]; readonly missing: readonly string[] }

/** Tells what must be there for an asset to be whole. `shownVersions`: that programmes name, whatever its own is. */
export function mediaOf(asset: AssetRecord, shownVersions: readonly number[] = []): AssetMedia {
  const { _id, status, version, poster, tracks = [], masterLeavesAt, masterGoneAt } = asset
  const hasMaster = status !== 'awaiting-master' && asset.isRefused !== true && masterGoneAt === undefined
  const isSpare = status === 'failed' || masterLeavesAt !== undefined
  return {
    assetId: _id,
    isUnfinished: status === 'probing' || status === 'encoding',
    ...(version === undefined ? {} : { version }),
    ...(shownVersions.length === 0 ? {} : { shownVersions }),
    ...(poster === undefined ? {} : { poster }),
    master: !hasMaster ? 'none' : isSpare ? 'if-there' : 'needed',
    ...(tracks.length === 0 ? {} : { tracks: tracks.map(({ id }) => id) }),
  }
}

/** Posters that people made, as if they were those of one asset: they lie in one folder. */
export const mediaOfPictures = (pictures: readonly string[]): AssetMedia => ({
  assetId: PICTURES,
  isUnfinished: false,
  master: 'none',
  pictures,
})

/** Finds the files of an asset: its version, as whole as its playlists say, its posters, its master and what was added. */
export async function findAssetFiles(media: AssetMedia, store: MediaStore, mediaDir: string): Promise<AssetFiles> {
  const { assetId, version, shownVersions = [], poster, pictures = [] } = media
  const parts = [await masterFile(media, store, mediaDir)]
  for (const picture of poster === undefined ? pictures : [poster, ...pictures]) parts.push(await posterFiles(assetId, picture, store))
  const versions = new Set([...(version === undefined ? [] : [version]), ...shownVersions])
  for (const one of versions) parts.push(await versionFiles(assetId, one, store))
  for (const trackId of media.tracks ?? []) parts.push(await masterFile(media, store, mediaDir, trackId))
  // Versions share the folders of what did not change between them.
  const files = new Map(parts.flatMap((part) => part.files).map((file) => [file.key, file]))
  return { files: [...files.values()], missing: [...new Set(parts.flatMap(({ missing }) => missing))] }
}

const NOTHING: AssetFiles = { files: [], missing: [] }

async function listed(store: MediaStore, folder: string): Promise<readonly AssetFile[]> {
  const found = await store.list(folder)
  return found
    .toSorted((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ key, sizeBytes }) => ({ key, sizeBytes, isHereOnly: false, open: async () => (await store.open(key))?.stream }))
}

async function versionFiles(assetId: string, version: number, store: MediaStore): Promise<AssetFiles> {
  const found = new Map<string, AssetFile>()
  const folders = new Set<string>()
  // What did not change lies in the folders of older versions.
  const isThere = async (key: string): Promise<boolean> => {
    const folder = key.split('/').slice(0, 3).join('/')
    if (!folders.has(folder)) for (const file of await listed(store, folder)) found.set(file.key, file)
    folders.add(folder)
    return found.has(key)
  }
  const multivariant = versionKey(assetId, version, MULTIVARIANT_NAME)
  const missing: string[] = []
  const look = async (key: string): Promise<readonly string[]> => {
    const playlist = (await isThere(key)) ? await store.read(key) : undefined
    if (playlist === undefined) {
      missing.push(key)
      return []
    }
    return playlistAddresses(playlist.toString('utf8')).map((address) => join(key, '..', address))
  }
  for (const key of new Set(await look(multivariant))) {
    const named = key.endsWith('.m3u8') ? await look(key) : [key]
    for (const each of new Set(named)) if (!(await isThere(each))) missing.push(each)
  }
  return { files: [...found.values()], missing }
}

async function posterFiles(assetId: string, poster: string, store: MediaStore): Promise<AssetFiles> {
  const folder = versionFolder(assetId, poster)
  const files = await listed(store, folder)
  return { files, missing: files.length === 0 ? [folder] : [] }
}

/** In the store, or still on the machine that received it: in its place there, or where its upload came to. */
async function masterFile({ assetId, master }: AssetMedia, store: MediaStore, mediaDir: string, trackId?: string): Promise<AssetFiles> {
  if (master === 'none') return NOTHING
  const key = masterKey(assetId, trackId)
  const stored = await store.stat(key)
  if (stored !== undefined)
    return { files: [{ ...stored, isHereOnly: false, open: async () => (await store.open(key))?.stream }], missing: [] }
  const layout = createFileLayout(mediaDir)
  // The last once more: an upload may be moved to its place between two looks.
  const [settled, uploaded] = [layout.masterPath(assetId, trackId), join(layout.uploadDirectory(trackId ?? assetId), UPLOAD_FILE)]
  for (const path of [settled, uploaded, settled]) {
    const found = await statIfThere(path)
    if (found === undefined) continue
    return { files: [{ key, sizeBytes: found.size, isHereOnly: true, open: () => openFile(path) }], missing: [] }
  }
  return { files: [], missing: master === 'needed' ? [key] : [] }
}

async function openFile(path: string): Promise<Readable | undefined> {
  return (await statIfThere(path)) && createReadStream(path)
}
