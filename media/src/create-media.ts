import { mkdir } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { AssetId, MediaFigures, MediaLibrary } from '@ulan/contract'
import type { Express } from 'express'
import type { Connection } from 'mongoose'
import type { Logger } from 'pino'
import { bindAssetRoutes } from './http/asset-routes.ts'
import type { Edge } from './http/edge.ts'
import { createMediaRoutes } from './origin/media-routes.ts'
import { type AnswerFirst, createPlaylistAnswers } from './origin/playlist-answers.ts'
import { PlaylistCache } from './origin/playlist-cache.ts'
import { createPreviewRoutes } from './origin/preview-routes.ts'
import { RecentlyUsed } from './origin/recently-used.ts'
import { DEFAULT_POLICY, type LadderPolicy } from './plan/ladder-policy.ts'
import { findSandbox } from './run/tool-sandbox.ts'
import { claimUpload } from './service/claim-upload.ts'
import { createLibrary } from './service/create-library.ts'
import { keepMasters } from './service/keep-masters.ts'
import { MasterCache } from './service/master-cache.ts'
import { readMediaFigures } from './service/media-figures.ts'
import type { MediaNeeds } from './service/media-needs.ts'
import { sweepMasters } from './service/sweep-masters.ts'
import { sweepWork } from './service/sweep-work.ts'
import { AssetStore } from './storage/asset-store.ts'
import { DEFAULT_LEASE, type LeaseTimes, UnitStore } from './storage/unit-store.ts'
import { createFileLayout } from './store/file-layout.ts'
import type { MediaStore } from './store/media-store.ts'
import { ASSETS } from './store/store-keys.ts'
import { createUploadRoutes } from './upload/upload-routes.ts'
import { HashingUploadStore } from './upload/upload-store.ts'
import { isDeadWorker, mendAssets, workerNameOf } from './work/mend.ts'
import { startWorker, type Worker } from './work/worker.ts'

export type { MediaStore, Reading, StoreTroubleKind } from './store/media-store.ts'
export { type OpenedMediaStore, type OpenOptions, openMediaStore, type StorePlace } from './store/open-media-store.ts'

export type MediaConfig = {
  /** Where this machine works; the folder of a file store itself, so that finished files need no copy. */
  readonly mediaDir: string
  readonly ffmpegPath: string
  readonly ffprobePath: string
  readonly secretKey: string
  /** Units that this process encodes at a time; 0: none. */
  readonly workers: number
  readonly accel: 'none' | 'nginx'
  readonly maxUploadBytes: number
  readonly lease?: LeaseTimes
  readonly policy?: LadderPolicy
}
export type MediaOutside = {
  readonly connection: Connection
  readonly store: MediaStore
  readonly logger: Logger
  clock(): Date
  random(bytes: number): Buffer
}
export type MediaMount = {
  readonly edge: Edge
  /** Undefined for whoever is not signed in. */
  authoriseStaff(request: IncomingMessage): Promise<object | undefined>
  isAssetPublic(id: AssetId): boolean
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

const MEND_MS = 15_000
/** Small and medium posters of some thousand titles. */
const MOST_POSTER_BYTES = 128 * 1024 * 1024
const SWEEP_MS = 3_600_000
/** Masters that were received here go to the store so often. */
const KEEP_MS = 5_000

async function createNeeds(config: MediaConfig, outside: MediaOutside, wake: () => void): Promise<MediaNeeds> {
  const { connection, store, logger, clock, random } = outside
  const layout = createFileLayout(config.mediaDir)
  // nginx may be pointed at the published files before there are any.
  const published = store.localPath(ASSETS)
  for (const folder of [layout.uploads, ...(published === undefined ? [] : [published])]) await mkdir(folder, { recursive: true })
  const assets = new AssetStore(connection, clock)
  const units = new UnitStore(connection, clock, config.lease ?? DEFAULT_LEASE)
  await assets.prepare()
  await units.prepare()
  const sandbox = await findSandbox(process.getuid?.() === 0, config.ffmpegPath)
  if (process.getuid?.() === 0 && sandbox.outputOwner === undefined) logger.warn('ffmpeg runs as root: setpriv cannot change the user here')
  const { ffmpegPath, ffprobePath } = config
  const workerName = workerNameOf(process.pid)
  const masters = new MasterCache(store, layout)
  const machine = { sandbox, ffmpegPath, ffprobePath, policy: config.policy ?? DEFAULT_POLICY, logger, workerName }
  return { assets, units, store, layout, masters, ...machine, clock, random, wake }
}

/** Runs a chore now and again, never twice at a time; trouble is told and tried again later. */
function every(periodMs: number, logger: Logger, chore: () => Promise<unknown>): NodeJS.Timeout {
  let isRunning = false
  const run = (): void => {
    if (isRunning) return
    isRunning = true
    void chore()
      .catch((error: unknown) => logger.error({ err: error }, 'chore failed'))
      .finally(() => {
        isRunning = false
      })
  }
  run()
  return setInterval(run, periodMs).unref()
}

/** The media side of the product: uploads, encodes, playlists and segments. */
export async function createMedia(config: MediaConfig, outside: MediaOutside): Promise<Media> {
  const logger = outside.logger.child({ part: 'media' })
  const workers: Worker[] = []
  const timers: NodeJS.Timeout[] = []
  const needs = await createNeeds(config, { ...outside, logger }, () => {
    for (const worker of workers) worker.wake()
  })
  const uploads = new HashingUploadStore(needs.layout.uploads, outside.clock)
  const closing = new AbortController()
  const library = createLibrary(needs, config.secretKey, closing.signal)
  let answerFirst: AnswerFirst = () => false
  return {
    library,
    publicOrigin: needs.store.publicOrigin,
    readFigures: () => readMediaFigures(needs),
    answerFirst: (request, response) => answerFirst(request, response),
    mount(app, { edge, authoriseStaff, isAssetPublic }) {
      const caches = { playlists: new PlaylistCache(needs.store), posters: new RecentlyUsed<Buffer>(MOST_POSTER_BYTES) }
      const files = { store: needs.store, ...caches, accel: config.accel, sendProblem: edge.sendProblem }
      const { maxUploadBytes, secretKey } = config
      answerFirst = createPlaylistAnswers({ ...files, isAssetPublic })
      app.use(createMediaRoutes({ ...files, isAssetPublic, authoriseStaff }))
      app.use(createPreviewRoutes({ ...files, media: needs, secretKey }))
      app.use(createUploadRoutes({ store: uploads, directory: needs.layout.uploads, maxUploadBytes, edge, random: outside.random }))
      bindAssetRoutes(edge.bind, { library, claim: (uploadId, sha256) => claimUpload(needs, uploads, uploadId, sha256) })
    },
    startWorkers() {
      timers.push(every(SWEEP_MS, logger, () => uploads.sweep()))
      timers.push(every(SWEEP_MS, logger, () => sweepMasters(needs)))
      timers.push(every(SWEEP_MS, logger, () => sweepWork(needs)))
      timers.push(every(KEEP_MS, logger, () => keepMasters(needs, closing.signal)))
      timers.push(
        every(MEND_MS, logger, async () => {
          await needs.units.releaseDead(isDeadWorker)
          await mendAssets(needs)
        }),
      )
      for (let number = 0; number < config.workers; number += 1) {
        workers.push(startWorker(needs, `${needs.workerName}:${number}`, config.lease ?? DEFAULT_LEASE))
      }
    },
    async close() {
      closing.abort()
      for (const timer of timers) clearInterval(timer)
      await Promise.all(workers.map((worker) => worker.stop()))
    },
  }
}
