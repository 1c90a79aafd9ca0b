import { setTimeout as delay } from 'node:timers/promises'
import { createMediaWorker, type MediaStore, type MediaWorker, openMediaStore, type StorePlace } from '@ulan/media'
import type { Logger } from 'pino'
import type { WorkerConfig } from './config/worker-config.ts'
import { prepareDataDir } from './data-dir.ts'
import type { LaunchProblem } from './launch-problem.ts'
import { connect, embeddedUri, type OpenStore, type OpenStoreResult } from './open-store.ts'

export type WorkerNeeds = {
  readonly logger: Logger
  /** Ends the waiting, too. */
  readonly stopping: AbortSignal
  clock(): Date
  random(bytes: number): Buffer
  /** Tells the person at the terminal what is waited for. */
  say(sentence: string): void
}
export type RunningWorker = {
  /** Where the media are, in words. */
  readonly mediaStore: string
  /** Resolves when the server's database is reached at another address than before: only a new start finds it. */
  readonly moved: Promise<void>
  /** Gives back what is under way, lets go of everything. */
  close(): Promise<void>
}
export type WorkerResult =
  | { readonly ok: true; readonly running: RunningWorker }
  | { readonly ok: false; readonly problem: LaunchProblem }
  | { readonly ok: false; readonly problem: undefined }

const LOOK_MS = 1_000
/** A wish to stop came while something was waited for. */
const STOPPED = { ok: false, problem: undefined } as const

/** Joins the database and the media of a server, waiting for it if need be, and begins to encode. */
export async function launchWorker(config: WorkerConfig, needs: WorkerNeeds): Promise<WorkerResult> {
  const waiting = new Waiting(needs)
  const joined = await joinDatabase(config, waiting)
  if (joined === undefined) return STOPPED
  if (!joined.opened.ok) return joined.opened
  const { store } = joined.opened
  const media = await joinMedia(config, needs)
  if (!media.ok) {
    await store.close()
    return media
  }
  const worker = await createMediaWorker(config, { ...needs, connection: store.connection, store: media.store })
  const parts = { store, mediaStore: media.store, worker }
  const problem = await meet(worker, config, waiting)
  if (problem !== undefined) {
    await close(parts)
    return problem
  }
  worker.start()
  const closing = new AbortController()
  return {
    ok: true,
    running: {
      mediaStore: placeWords(config.mediaStore),
      moved: hasMoved(config.dataDir, joined.uri, store, closing.signal),
      close: async () => {
        closing.abort()
        await close(parts)
      },
    },
  }
}

/** Says once what is waited for, and looks again until it is there or the signal aborts. */
class Waiting {
  readonly #needs: WorkerNeeds
  #said = ''

  constructor(needs: WorkerNeeds) {
    this.#needs = needs
  }

  /** Whether to look again, after a while. */
  async again(sentence: string): Promise<boolean> {
    if (this.#needs.stopping.aborted) return false
    if (this.#said !== sentence) this.#needs.say(sentence)
    this.#said = sentence
    await delay(LOOK_MS, undefined, { signal: this.#needs.stopping }).catch(() => undefined) // aborting is the end of the wait
    return !this.#needs.stopping.aborted
  }
}

type Joined = { readonly opened: OpenStoreResult; readonly uri: string | undefined }

/** A MongoDB that is not there is told; the embedded store comes and goes with its server, which may be started later. Undefined: stopped. */
async function joinDatabase({ store, dataDir }: WorkerConfig, waiting: Waiting): Promise<Joined | undefined> {
  if (store.kind === 'mongodb') return { opened: await connect(store.uri, undefined), uri: undefined }
  let reason = 'it has not been started yet'
  do {
    const uri = await embeddedUri(dataDir)
    const opened = uri === undefined ? undefined : await connect(uri, undefined)
    if (opened?.ok === true) return { opened, uri }
    if (opened !== undefined) reason = opened.problem.detail
  } while (await waiting.again(`waiting for the server that keeps its data in ${dataDir} (${reason}): start it, or set MONGODB_URI`))
  return undefined
}

type JoinedMedia = { readonly ok: true; readonly store: MediaStore } | { readonly ok: false; readonly problem: LaunchProblem }

async function joinMedia({ mediaStore, mediaDir, dataDir }: WorkerConfig, { clock }: WorkerNeeds): Promise<JoinedMedia> {
  const opened = await openMediaStore(mediaStore, { clock, isMadeByOthers: true })
  if (!opened.ok) {
    const kind = mediaStore.kind === 'file' ? 'media-folder-absent' : (`media-store-${opened.trouble.kind}` as const)
    return { ok: false, problem: { kind, detail: opened.trouble.message } }
  }
  // Copies and half-done work lie in the folder of a file store itself.
  const unwritable = mediaStore.kind === 'file' ? undefined : await prepareDataDir({ dataDir, mediaDir })
  if (unwritable === undefined) return opened
  opened.store.close()
  return { ok: false, problem: unwritable }
}

/** Why there can be no work; undefined when there can. */
async function meet(worker: MediaWorker, config: WorkerConfig, waiting: Waiting): Promise<Exclude<WorkerResult, { ok: true }> | undefined> {
  for (;;) {
    const meeting = await worker.meet()
    if (meeting.kind === 'same') return undefined
    const place = placeWords(config.mediaStore)
    if (meeting.kind === 'other-store') return { ok: false, problem: { kind: 'media-store-other', detail: place } }
    if (meeting.kind === 'other-encoder')
      return { ok: false, problem: { kind: 'encoder-other', detail: `${meeting.own}, the server's ${meeting.server}` } }
    const what = meeting.kind === 'no-store' ? `the media store (${place})` : 'a server that uses this database'
    if (!(await waiting.again(`waiting for ${what}`))) return STOPPED
  }
}

/** Looks whether a server started again is reached at another address; a MongoDB's never changes. */
async function hasMoved(dataDir: string, uri: string | undefined, { connection }: OpenStore, signal: AbortSignal): Promise<void> {
  for (;;) {
    await delay(LOOK_MS, undefined, { signal, ref: false }).catch(() => undefined) // closing is no error
    if (signal.aborted || uri === undefined) return await new Promise(() => undefined)
    // While the old address answers it is the right one.
    if (connection.readyState !== CONNECTED && (await embeddedUri(dataDir)) !== uri) return
  }
}

/** mongoose's number for it. */
const CONNECTED = 1

const placeWords = (place: StorePlace): string =>
  place.kind === 'file' ? `file:${place.folder}` : ['s3:/', place.bucket, ...(place.prefix === '' ? [] : [place.prefix])].join('/')

type Parts = { readonly store: OpenStore; readonly mediaStore: MediaStore; readonly worker: MediaWorker }

async function close({ store, mediaStore, worker }: Parts): Promise<void> {
  await worker.close()
  await store.close()
  mediaStore.close()
}
