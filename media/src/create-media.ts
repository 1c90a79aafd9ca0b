import { mkdir } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { AssetId, MediaFigures, MediaLibrary, MediaUses, PictureId } from '@ulan/contract'
import type { Express } from 'express'
import { assetEdits } from './asset-edits.ts'
import { bindAssetRoutes } from './http/asset-routes.ts'
import type { Edge } from './http/edge.ts'
import { mountPictures } from './mount-pictures.ts'
import { mountRecordings } from './mount-recordings.ts'
import { type MachineConfig, type MediaOutside, openNeeds } from './open-needs.ts'
import { createMediaRoutes } from './origin/media-routes.ts'
import { type AnswerFirst, createPlaylistAnswers } from './origin/playlist-answers.ts'
import { PlaylistCache } from './origin/playlist-cache.ts'
import { createPreviewRoutes } from './origin/preview-routes.ts'
import { RecentlyUsed } from './origin/recently-used.ts'
import { createLibrary } from './service/create-library.ts'
import { readMediaFigures } from './service/media-figures.ts'
import type { MediaNeeds } from './service/media-needs.ts'
import { nameStore } from './service/meet-store.ts'
import { StorageCounter } from './service/storage-counter.ts'
import { startSweeps } from './start-sweeps.ts'
import { StoreIdentity } from './storage/store-identity.ts'
import { DEFAULT_LEASE } from './storage/unit-store.ts'
import { ASSETS } from './store/store-keys.ts'
import type { UploadQuota } from './upload/upload-quota.ts'
import { createUploadRoutes } from './upload/upload-routes.ts'
import { HashingUploadStore } from './upload/upload-store.ts'
import { Chores } from './work/chores.ts'
import { createCrew } from './work/crew.ts'
import { DatabaseAbsence } from './work/database-absence.ts'

export { type AssetFile, type AssetMedia, findAssetFiles, mediaOf, mediaOfPictures } from './backup/asset-files.ts'
export { readAssetsIn, WORK_COLLECTIONS } from './backup/asset-snapshot.ts'
export { isMediaKey } from './backup/media-key.ts'
export { createMediaWorker, type MediaWorker } from './create-media-worker.ts'
export type { MachineConfig, MediaOutside } from './open-needs.ts'
export { AV1_POLICY, type CodecPolicy, DEFAULT_POLICY, HDR_POLICY, type LadderPolicy } from './plan/ladder-policy.ts'
export { readPicturesIn } from './storage/picture-store.ts'
export type { MediaStore, Reading, StoreTroubleKind } from './store/media-store.ts'
export { type OpenedMediaStore, type OpenOptions, openMediaStore, type StorePlace } from './store/open-media-store.ts'
export type { UploadQuota } from './upload/upload-quota.ts'

export type MediaConfig = MachineConfig & {
  readonly secretKey: string
  readonly accel: 'none' | 'nginx'
  readonly maxUploadBytes: number
  readonly quota: UploadQuota
}
export type MediaMount = {
  readonly edge: Edge
  /** Undefined for whoever is not signed in. */
  authoriseStaff(request: IncomingMessage): Promise<object | undefined>
  isAssetPublic(id: AssetId): boolean
  isPicturePublic(id: PictureId): boolean
  /** What media are used for; without it nothing that was published is ever swept. */
  readonly uses: MediaUses
}
export type Media = {
  readonly library: MediaLibrary
  /** Adds `/media`, `/preview`, `/api/v1/uploads` and `/api/v1/assets`. */
  mount(app: Express, mount: MediaMount): void
  /** To be asked before the app, once mounted: answers playlists that are in memory, and says whether it did. */
  answerFirst(request: IncomingMessage, response: ServerResponse): boolean
  startWorkers(): void
  /** Origin to which browsers are sent for segments, when it is not this server's own. */
  readonly publicOrigin: string | undefined
  /** For `/metrics`. */
  readFigures(): Promise<MediaFigures>
  /** Stops encodes (they go on from their finished units at the next start) and timers. */
  close(): Promise<void>
}

/** Small and medium posters of some thousand titles. */
const MOST_POSTER_BYTES = 128 * 1024 * 1024
const SWEEP_UPLOADS_MS = 3_600_000

/** Makes what the first start needs; harmless at any other. */
async function prepare({ assets, units, superseded, deletions, recordings, pictures, layout, store }: MediaNeeds): Promise<void> {
  // nginx may be pointed at the published files before there are any.
  const published = store.localPath(ASSETS)
  for (const folder of [layout.uploads, ...(published === undefined ? [] : [published])]) await mkdir(folder, { recursive: true })
  await assets.prepare()
  await units.prepare()
  await superseded.prepare()
  await deletions.prepare()
  await recordings.prepare()
  await pictures.prepare()
}

/** The media side of the product: uploads, encodes, playlists and segments. */
export async function createMedia(config: MediaConfig, outside: MediaOutside): Promise<Media> {
  const logger = outside.logger.child({ part: 'media' })
  const crew = createCrew()
  const chores = new Chores(new DatabaseAbsence(logger))
  const needs = await openNeeds(config, { ...outside, logger }, crew.wake)
  await prepare(needs)
  await nameStore({ ...needs, identity: new StoreIdentity(outside.connection) })
  const uploads = new HashingUploadStore(needs.layout.uploads, outside.clock)
  const closing = new AbortController()
  const storage = new StorageCounter(needs)
  const library = createLibrary(needs, storage, config.secretKey, closing.signal)
  let answerFirst: AnswerFirst = () => false
  let mounted: MediaUses | undefined
  return {
    library,
    publicOrigin: needs.store.publicOrigin,
    readFigures: async () => ({ ...(await readMediaFigures(needs)), ...storage.figures() }),
    answerFirst: (request, response) => answerFirst(request, response),
    mount(app, { edge, authoriseStaff, isAssetPublic, isPicturePublic, uses }) {
      mounted = uses
      storage.mount(uses)
      const caches = { playlists: new PlaylistCache(needs.store), posters: new RecentlyUsed<Buffer>(MOST_POSTER_BYTES) }
      const files = { store: needs.store, ...caches, accel: config.accel, sendProblem: edge.sendProblem }
      const { maxUploadBytes, quota, secretKey } = config
      const countWaiting = (): Promise<number> => needs.assets.countUnfinished()
      answerFirst = createPlaylistAnswers({ ...files, isAssetPublic })
      mountRecordings(app, edge, needs, uploads)
      mountPictures(edge, needs, uploads)
      app.use(createMediaRoutes({ ...files, isAssetPublic, isPicturePublic, authoriseStaff }))
      app.use(createPreviewRoutes({ ...files, media: needs, secretKey }))
      const uploading = { store: uploads, directory: needs.layout.uploads, maxUploadBytes, quota, countWaiting }
      app.use(createUploadRoutes({ ...uploading, edge, random: outside.random }))
      bindAssetRoutes(edge.bind, {
        library,
        ...assetEdits(needs, uploads),
      })
    },
    startWorkers() {
      chores.every(SWEEP_UPLOADS_MS, () => uploads.sweep(async (id) => (await needs.assets.read(id)) !== undefined))
      if (mounted !== undefined) startSweeps(chores, needs, mounted, storage)
      crew.start(needs, { workers: config.workers, lease: config.lease ?? DEFAULT_LEASE })
    },
    async close() {
      closing.abort()
      await Promise.all([crew.stop(), chores.stop(), storage.close()])
    },
  }
}
