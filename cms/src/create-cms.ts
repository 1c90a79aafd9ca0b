import { createHash } from 'node:crypto'
import type { IncomingMessage, RequestListener } from 'node:http'
import { dirname } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { AssetId, MediaFigures, MediaLibrary, MediaUses, PictureId, ShippedText, StarterCatalogue } from '@ulan/contract'
import type { Express } from 'express'
import type { Connection } from 'mongoose'
import type { Logger } from 'pino'
import { type AccountNeeds, bindAccountRoutes } from './http/account-routes.ts'
import { bindAttemptRoutes, MOST_ATTEMPTS_PER_MINUTE } from './http/attempt-routes.ts'
import { bindAuditRoutes } from './http/audit-routes.ts'
import { bindBeaconRoutes } from './http/beacon-routes.ts'
import { createRouteBinder, type RouteBinder } from './http/bind-route.ts'
import { addClosingHandlers } from './http/closing-handlers.ts'
import { createApp } from './http/create-app.ts'
import { createMetrics } from './http/metrics.ts'
import { addOperationRoutes } from './http/operation-routes.ts'
import type { PageFolders } from './http/page/page-routes.ts'
import { sendProblem } from './http/problem/problem-response.ts'
import { refuseUnreadable } from './http/problem/unreadable-request.ts'
import { bindPublicRoutes } from './http/public-routes.ts'
import { createPublicAnswers, type PublicAnswers } from './http/reads/public-answers.ts'
import { bindStaffWorkRoutes } from './http/staff-work-routes.ts'
import { bindStorageRoutes } from './http/storage-routes.ts'
import { keepListing } from './keep-listing.ts'
import { mediaUses } from './media-uses.ts'
import { createPlayCounter } from './service/count-plays.ts'
import type { findAssetUses } from './service/delete-asset.ts'
import { type AuditLog, createAuditLog } from './service/keep-audit.ts'
import { createStaffKeeping, type StaffKeeping } from './service/keep-staff.ts'
import { type LiveSnapshot, startLiveSnapshot } from './service/live-snapshot.ts'
import { keepSearchReady } from './service/prepare-search.ts'
import { seedStore } from './service/seed-store.ts'
import type { StaffMember } from './service/staff-ports.ts'
import type { StaffWork } from './service/staff-work.ts'
import { type AttemptNeeds, createAttemptInbox } from './service/submit-attempt.ts'
import { overdueCounter, startSchedule } from './start-schedule.ts'
import { openStorage, type Storage } from './storage/open-storage.ts'

export { readSignedFilms } from './storage/signed-films.ts'

export type CmsConfig = {
  /** Address that people type; decides whether cookies are `Secure`. */
  readonly publicUrl: string
  readonly secretKey: string
  readonly trustProxy: boolean | string
  readonly metricsToken?: string
  /** Where segments come from when it is not this server; no other origin is named to browsers. */
  readonly mediaOrigin?: string
  /** Folders of the built clients. */
  readonly pages: PageFolders
  /** Quiz attempts that one address may hand in within a minute; enough for several villages when left out. */
  readonly attemptsPerMinute?: number
  /** Addresses at which other devices of the local network reach this server, first the one to show. */
  lanUrls(): readonly string[]
}

export type CmsNeeds = {
  readonly connection: Connection
  readonly library: MediaLibrary
  readonly logger: Logger
  clock(): Date
  random(bytes: number): Buffer
  /** Texts of the interface in every language, for the translation board; none when left out. */
  readonly texts?: readonly ShippedText[]
  /** For `/readyz`; always true when left out. */
  isMediaReachable?(): Promise<boolean>
  /** For `/metrics`; none when left out. */
  readMediaFigures?(): Promise<MediaFigures>
}

export type Edge = RouteBinder & { readonly sendProblem: typeof sendProblem }

export type Cms = {
  /** Everything but the media side's routes, which are to be added before `finish`. */
  readonly app: Express
  /** Published answers from memory first, then the application. */
  readonly handle: RequestListener
  /** For the server's event `clientError`: what is no request gets a problem too. */
  readonly refuseUnreadable: typeof refuseUnreadable
  /** Adds the handlers for what nobody answers. */
  finish(): void
  /** Whether the public may fetch anything of an asset now. */
  isAssetPublic(id: AssetId): boolean
  /** Whether the public sees a poster that staff chose now. */
  isPicturePublic(id: PictureId): boolean
  /** What media are used for now. */
  readonly uses: MediaUses
  authoriseStaff(request: IncomingMessage): Promise<StaffMember | undefined>
  /** How this house answers, for the rooms that are mounted beside it. */
  readonly edge: Edge
  readonly staff: StaffKeeping
  /** Reads the whole log and holds each entry against the one before. */
  readonly verifyAudit: AuditLog['verify']
  /** Begins to do what is planned at its time: for a process that serves, and knows the media. */
  keepSchedule(): void
  /** Fills an empty store once; safe to repeat after a power cut. */
  seed(catalogue: StarterCatalogue): Promise<{ seeded: boolean }>
  close(): Promise<void>
}

const FONT_FOLDER = dirname(fileURLToPath(import.meta.resolve('@ulan/contract/fonts/files/sc.woff2')))
const ID_BYTES = 10
const SECOND_MS = 1000

/** Builds the CMS on an open store; it serves as soon as its handler is attached to a server. */
export async function createCms(config: CmsConfig, needs: CmsNeeds): Promise<Cms> {
  const { library, clock, random, readMediaFigures } = needs
  const logger = needs.logger.child({ part: 'cms' })
  const { storage, ...lists } = keepListing(await openStorage(config, { ...needs, logger }), { library, logger, sha256 })
  const { accounts, limiter } = storage.staff
  const live = await openSnapshot(storage, { library, logger, clock })
  const answers = createPublicAnswers(live.current)
  live.onSwitch(() => answers.reset())
  keepSearchReady(live)
  const stopClock = followTime(live)
  const watch = watchChanges(storage, library, [live, lists])

  const newId = (prefix: string): string => `${prefix}-${random(ID_BYTES).toString('hex')}`
  const countOverdue = overdueCounter(storage, clock)
  const metrics = createMetrics({ logger, answers, current: live.current, countOverdue, ...(readMediaFigures && { readMediaFigures }) })
  const failures = new WeakMap<IncomingMessage, unknown>()
  const app = createApp(
    { ...config, fontFolder: FONT_FOLDER, siteSettings: () => live.current().catalogue.settings },
    {
      logger,
      newRequestId: () => newId('r'),
      nowMs: () => clock().getTime(),
      failureOf: (request) => failures.get(request),
      observe: metrics.observe,
    },
  )
  const audit = createAuditLog({ store: storage.audit, sha256, clock })
  const authoriseStaff = (request: IncomingMessage): Promise<StaffMember | undefined> => accounts.readMember(request.headers.cookie)
  const reviewPolicy = () => live.current().catalogue.settings.review.policy
  const binder = createRouteBinder({ app, authorise: authoriseStaff, audit, logger, isStrict: () => reviewPolicy() === 'three' })
  const stores = { storage, reader: storage.programmeReader, catalogue: storage.catalogueReader, library }
  const work = { ...stores, ...lists, live, texts: needs.texts ?? [], clock, newId, sha256, logger, audit, reviewPolicy }
  bindRoutes(binder, config, work)
  let schedule: { close(): Promise<void> } | undefined
  addOperationRoutes({
    app,
    metrics,
    metricsToken: config.metricsToken,
    isStoreReachable: storage.isReachable,
    isMediaReachable: needs.isMediaReachable ?? (() => Promise.resolve(true)),
  })

  return {
    app,
    handle: answerFirst(answers, app, failures),
    refuseUnreadable,
    finish: () => addClosingHandlers(app, logger),
    isAssetPublic: (id) => live.current().assetIds.has(id),
    isPicturePublic: (id) => live.current().pictureIds.has(id),
    uses: mediaUses(work),
    authoriseStaff,
    edge: { ...binder, sendProblem },
    staff: createStaffKeeping({ accounts, limiter, audit, random }),
    verifyAudit: audit.verify,
    keepSchedule: () => {
      schedule ??= startSchedule(work, logger, metrics)
    },
    seed: (catalogue) => seedStore({ writer: storage.seedWriter, live, listing: lists, clock }, catalogue),
    async close() {
      await schedule?.close()
      stopClock()
      await watch.close()
      await Promise.all([live.settled(), lists.settled()])
    },
  }
}

/** Tells these of every change, by whatever process, of what is kept and of the media. */
function watchChanges(
  { watch }: Storage,
  library: MediaLibrary,
  followers: readonly Pick<LiveSnapshot, 'note'>[],
): { close(): Promise<void> } {
  const store = watch((changes) => {
    for (const follower of followers) follower.note(changes)
  })
  const stopAssets = library.watchAssets((id) => {
    for (const follower of followers) follower.note([{ kind: 'asset', id }])
  })
  return {
    async close() {
      stopAssets()
      await store.close()
    },
  }
}

type DeviceWork = Pick<StaffWork, 'live' | 'clock'> & { readonly storage: Storage }
type AllWork = StaffWork &
  DeviceWork &
  Parameters<typeof findAssetUses>[0] &
  Pick<AccountNeeds, 'reviewPolicy'> & { readonly audit: AuditLog }

function bindRoutes(binder: RouteBinder, config: CmsConfig, work: AllWork): void {
  const { storage, live, audit } = work
  bindAccountRoutes(binder, { ...config, ...work, staff: storage.staff, isRegion: (code) => live.current().catalogue.regions.has(code) })
  bindPublicRoutes(binder, live.current)
  bindStorageRoutes(binder, { ...work, retention: storage.retention })
  bindStaffWorkRoutes(binder, work)
  bindAuditRoutes(binder, audit)
  bindDeviceRoutes(binder, work, config.attemptsPerMinute)
}

/** What televisions and tablets send. */
function bindDeviceRoutes(binder: RouteBinder, { storage, live, clock }: DeviceWork, attemptsPerMinute = MOST_ATTEMPTS_PER_MINUTE): void {
  bindAttemptRoutes(binder, createAttemptInbox(attemptNeeds(storage, live, clock)), attemptsPerMinute)
  bindBeaconRoutes(binder, createPlayCounter({ store: storage.quality, clock }))
}

const attemptNeeds = (storage: Storage, live: LiveSnapshot, clock: CmsNeeds['clock']): AttemptNeeds => ({
  reader: storage.attempts.reader,
  writer: storage.attempts.writer,
  hasProgramme: async (id) =>
    live.current().programmeById.has(id) ||
    (await storage.programmeReader.readOne(id)) !== undefined ||
    (await storage.programmeReader.wasDeleted(id)),
  bank: () => live.current().catalogue,
  refreshBank: () => live.refresh([{ kind: 'small-nouns' }]),
  wait,
  clock,
})

/** Looks each second whether home, or what licences let be shown, is another by now. */
function followTime(live: Pick<LiveSnapshot, 'followTime'>): () => void {
  const timer = setInterval(live.followTime, SECOND_MS)
  return () => clearInterval(timer)
}

const openSnapshot = (
  storage: Storage,
  { library, logger, clock }: Pick<CmsNeeds, 'library' | 'logger' | 'clock'>,
): Promise<LiveSnapshot> =>
  startLiveSnapshot({
    programmes: storage.programmeReader,
    catalogue: storage.catalogueReader,
    layout: storage.homeLayout,
    settings: storage.settings,
    library,
    logger,
    clock,
    fingerprint,
  })

/** Published answers leave before the application sees the request; what goes wrong with one is the application's to answer. */
const answerFirst =
  (answers: PublicAnswers, app: Express, failures: WeakMap<IncomingMessage, unknown>): RequestListener =>
  (request, response) => {
    try {
      if (answers.handle(request, response)) return
    } catch (error) {
      failures.set(request, error)
    }
    app(request, response)
  }

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/** Equal in every process for equal content, so that caches in front of several of them agree. */
const fingerprint = (lines: readonly string[]): string => {
  const hash = createHash('sha256')
  for (const line of lines) hash.update(line).update('\n')
  return hash.digest('base64url').slice(0, 16)
}
