import type { Asset, AssetId, MediaLibrary, PictureId, StorageCount } from '@ulan/contract'
import { assetIdSchema, assetSchema } from '@ulan/contract/schemas'

export type MemoryLibrary = MediaLibrary & {
  put(id: string, status: Asset['status'], more?: object): AssetId
  setStorage(count: StorageCount): void
  /** Pictures that there are. */
  readonly pictures: Set<PictureId>
}

/** A media library in memory, for tests of what the CMS makes of assets. */
export function createMemoryLibrary(): MemoryLibrary {
  const assets = new Map<AssetId, Asset>()
  let storage: StorageCount = { place: 'disk', disk: { totalBytes: 100, freeBytes: 40 } }
  const pictures = new Set<PictureId>()
  const listeners = new Set<(id: AssetId) => void>()
  const put = (text: string, status: Asset['status'], more: object = {}): AssetId => {
    const id = assetIdSchema.parse(text)
    const ready = { version: 1, durationSeconds: 30, playlistUrl: `/media/${id}/1/master.m3u8` }
    const asset = assetSchema.parse({
      id,
      fileName: `${id}.mp4`,
      sizeBytes: 1000,
      status,
      createdAt: '2026-01-01T00:00:00.000Z',
      rungs: [],
      progress: status === 'ready' ? 1 : 0,
      attempt: 1,
      posters: { small: `/media/${id}/small.jpg`, medium: `/media/${id}/medium.jpg`, large: `/media/${id}/large.jpg` },
      ...(status === 'ready' ? ready : {}),
      ...more,
    })
    assets.set(id, asset)
    for (const listener of listeners) listener(id)
    return id
  }
  return {
    put,
    pictures,
    hasPicture: async (id) => pictures.has(id),
    setStorage: (count) => {
      storage = count
    },
    readAssets: (ids) => Promise.resolve(new Map(ids.flatMap((id) => pair(id, assets.get(id))))),
    listAssets: (limit) => Promise.resolve([...assets.values()].slice(0, limit)),
    reserveAsset: (id) => Promise.resolve(void put(id, 'awaiting-master')),
    importMaster: (id) => Promise.resolve(void put(id, 'ready')),
    importPoster: () => Promise.resolve(),
    retryAsset: () => Promise.resolve(false),
    retryRung: () => Promise.resolve(false),
    cancelAsset: () => Promise.resolve(false),
    deleteAsset: (id) => Promise.resolve(assets.delete(id)),
    readStorage: () => Promise.resolve(storage),
    countStorage: () => {
      storage = { ...storage, counting: { done: 0, total: 1 } }
    },
    watchAssets(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}

const pair = <K, V>(key: K, value: V | undefined): [K, V][] => (value === undefined ? [] : [[key, value]])
