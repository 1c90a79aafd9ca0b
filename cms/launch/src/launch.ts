import { createServer, type RequestListener, type Server } from 'node:http'
import { type Cms, createCms } from '@ulan/cms'
import type { ShippedText } from '@ulan/contract'
import { createMedia, type Media, type MediaStore, openMediaStore } from '@ulan/media'
import type { Logger } from 'pino'
import type { LaunchConfig } from './config/config.ts'
import { UPLOAD_LIMITS } from './config/upload-limits.ts'
import { prepareDataDir } from './data-dir.ts'
import { lanUrls, ownUrl } from './lan-urls.ts'
import type { LaunchProblem } from './launch-problem.ts'
import { createMediaCheck } from './media-check.ts'
import { type OpenStore, openStore } from './open-store.ts'
import { PAGES, SOURCE_ROOT } from './pages.ts'
import { readSecretKey } from './secret-key.ts'
import { shapeMessages } from './shape-messages.ts'
import { type Filling, startCatalogue } from './start-catalogue.ts'
import { shippedTexts } from './texts/shipped-texts.ts'
import { readTextTree } from './texts/text-tree.ts'

export type Needs = { readonly logger: Logger; clock(): Date; random(bytes: number): Buffer }

export type Running = {
  readonly url: string
  /** The first administrator, only when this start made it. */
  readonly signIn?: { readonly email: string; readonly password: string }
  /** Resolves when nothing can be stored any more: only a new start helps. */
  readonly broken: Promise<void>
  /** Stops taking requests, finishes what was begun, lets go of everything. */
  close(): Promise<void>
}

export type LaunchResult = { readonly ok: true; readonly running: Running } | { readonly ok: false; readonly problem: LaunchProblem }

const HOLDING: RequestListener = (_request, response) => {
  response.writeHead(503, { 'content-type': 'text/plain; charset=utf-8', 'retry-after': '2' }).end('正在启动，请稍候…\n')
}

/**
 * Brings up the whole product in this process: store, media, CMS, one port. Everything that can be wrong with the
 * surroundings comes back as a problem; the port is taken first, so that a second start fails before it touches data.
 */
export async function launch(config: LaunchConfig, needs: Needs): Promise<LaunchResult> {
  await shapeMessages()
  const server = createServer(HOLDING)
  const listening = await listen(server, config)
  if (listening !== undefined) return { ok: false, problem: listening }
  const opened = await openStores(config, needs)
  if (!opened.ok) {
    server.close()
    return opened
  }
  try {
    return { ok: true, running: await compose(config, needs, server, opened.stores) }
  } catch (error) {
    // A start that has nothing new to write goes well on a full disk, and reads go on.
    if (!saysFull(error)) throw error
    server.close()
    return { ok: false, problem: { kind: 'data-dir-full', detail: config.dataDir } }
  }
}

/** What the store's protocol and the system call a full disk. */
const DISK_FULL: readonly unknown[] = [14_031, 'ENOSPC', 'EDQUOT']

const saysFull = (error: unknown): boolean => error instanceof Error && 'code' in error && DISK_FULL.includes(error.code)

type Stores = { readonly store: OpenStore; readonly mediaStore: MediaStore }

/** The database last: nothing has to be undone when something before it cannot be had. */
async function openStores(
  config: LaunchConfig,
  { logger, clock }: Needs,
): Promise<{ readonly ok: true; readonly stores: Stores } | { readonly ok: false; readonly problem: LaunchProblem }> {
  const unwritable = await prepareDataDir(config)
  if (unwritable !== undefined) return { ok: false, problem: unwritable }
  const media = await openMediaStore(config.mediaStore, { clock })
  if (!media.ok) return { ok: false, problem: { kind: `media-store-${media.trouble.kind}`, detail: media.trouble.message } }
  const database = await openStore(config, logger)
  if (database.ok) return { ok: true, stores: { store: database.store, mediaStore: media.store } }
  media.store.close()
  return database
}

async function compose(config: LaunchConfig, needs: Needs, server: Server, stores: Stores): Promise<Running> {
  const { store, mediaStore } = stores
  const stopping = new AbortController()
  const secretKey = config.secretKey ?? (await readSecretKey(config.dataDir, needs.random))
  const media = await createMedia(mediaConfig(config, secretKey), { ...needs, connection: store.connection, store: mediaStore })
  const cms = await createCms(
    {
      publicUrl: config.publicUrl,
      secretKey,
      trustProxy: config.trustProxy,
      ...(config.metricsToken === undefined ? {} : { metricsToken: config.metricsToken }),
      pages: PAGES,
      ...(media.publicOrigin === undefined ? {} : { mediaOrigin: media.publicOrigin }),
      lanUrls: () => lanUrls(config.host, portOf(server)),
    },
    {
      ...needs,
      connection: store.connection,
      library: media.library,
      texts: await readOwnTexts(needs.logger),
      isMediaReachable: createMediaCheck(mediaStore.isReachable, needs.clock),
      readMediaFigures: media.readFigures,
    },
  )
  media.mount(cms.app, {
    edge: cms.edge,
    authoriseStaff: cms.authoriseStaff,
    isAssetPublic: cms.isAssetPublic,
    isPicturePublic: cms.isPicturePublic,
    uses: cms.uses,
  })
  cms.finish()
  const administrator = await cms.staff.ensureAdministrator(config.adminEmail, config.adminPassword)
  const { connection } = store
  const filling = await startCatalogue(config, { ...needs, connection, cms, library: media.library, signal: stopping.signal })
  server.on('clientError', cms.refuseUnreadable)
  server.removeListener('request', HOLDING)
  server.on('request', (request, response) => {
    if (!media.answerFirst(request, response)) cms.handle(request, response)
  })
  media.startWorkers()
  cms.keepSchedule()
  return {
    url: ownUrl(config.host, portOf(server)),
    ...(administrator.created && administrator.password !== undefined
      ? { signIn: { email: config.adminEmail, password: administrator.password } }
      : {}),
    broken: store.broken,
    close: () => close({ stopping, filling, server, cms, media, ...stores }),
  }
}

/** For the translation board; what is broken of it is no reason to show no film. */
async function readOwnTexts(logger: Logger): Promise<readonly ShippedText[]> {
  const { texts, complaints } = shippedTexts(await readTextTree(SOURCE_ROOT))
  for (const complaint of complaints) logger.warn({ part: 'texts' }, complaint)
  return texts
}

type Parts = Stores & { stopping: AbortController; filling: Filling; server: Server; cms: Cms; media: Media }

async function close(parts: Parts): Promise<void> {
  parts.stopping.abort()
  parts.server.close()
  parts.server.closeIdleConnections()
  await parts.filling.filled
  await parts.media.close()
  await parts.cms.close()
  parts.server.closeAllConnections()
  await parts.store.close()
  parts.mediaStore.close()
}

function mediaConfig(config: LaunchConfig, secretKey: string): Parameters<typeof createMedia>[0] {
  return {
    mediaDir: config.mediaDir,
    ffmpegPath: config.ffmpegPath,
    ffprobePath: config.ffprobePath,
    secretKey,
    workers: config.transcodeWorkers,
    accel: config.mediaAccel,
    ...UPLOAD_LIMITS,
  }
}

function listen(server: Server, config: LaunchConfig): Promise<LaunchProblem | undefined> {
  return new Promise((resolve) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const kind = error.code === 'EADDRINUSE' ? 'port-in-use' : 'cannot-listen'
      resolve({ kind, detail: `${config.host}:${String(config.port)}` })
    })
    server.listen(config.port, config.host, () => resolve(undefined))
  })
}

function portOf(server: Server): number {
  const address = server.address()
  return typeof address === 'object' && address !== null ? address.port : 0
}
