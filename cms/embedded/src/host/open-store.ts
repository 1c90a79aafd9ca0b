import { existsSync, mkdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { Worker } from 'node:worker_threads'
import { saysFull } from '../engine/full-disk.ts'
import { socketPathFor } from './socket-path.ts'
import { storeFileOf } from './store-file.ts'
import type { OpenStoreProblem, WorkerMessage, WorkerOrder, WorkerSettings } from './worker-protocol.ts'

export type EmbeddedStoreOptions = {
  /** DATA_DIR; the store keeps its files in `store/` below it and writes the socket's path to the file `socket`. */
  readonly dataDir: string
  readonly logger?: (line: string) => void
}

export type EmbeddedStore = {
  /** What mongoose connects to, with the database `legal`. */
  readonly uri: string
  readonly socketPath: string
  /** Resolves if the store ends without having been asked to: nothing can be read or written any more. */
  readonly broken: Promise<void>
  /** Answers when everything acknowledged is on disk and the lock is free again. */
  close(): Promise<void>
}

export type OpenStoreResult =
  | { readonly ok: true; readonly store: EmbeddedStore }
  | { readonly ok: false; readonly problem: OpenStoreProblem }

const REPLICA_SET = 'legal'

/** Not `mkdir -p` of the platform: under `/proc` and its like that never returns. */
function makeDirectory(path: string): void {
  if (existsSync(path)) return
  if (dirname(path) !== path) makeDirectory(dirname(path))
  mkdirSync(path)
}

function prepareDirectory(dataDir: string): string | OpenStoreProblem {
  try {
    makeDirectory(resolve(dataDir))
    return realpathSync(dataDir)
  } catch (error) {
    return { kind: 'data-dir-unwritable', detail: error instanceof Error ? error.message : String(error) }
  }
}

function endsOf(worker: Worker): Pick<EmbeddedStore, 'broken' | 'close'> {
  const ended = new Promise<void>((resolve) => worker.once('exit', () => resolve()))
  let asked = false
  return {
    broken: new Promise((resolve) => worker.once('exit', () => asked || resolve())),
    close: () => {
      const order: WorkerOrder = { kind: 'close' }
      if (!asked) worker.postMessage(order)
      asked = true
      return ended
    },
  }
}

/** Starts the worker and waits for its verdict on the file. */
function startWorker(settings: WorkerSettings, log: (line: string) => void): Promise<Worker | OpenStoreProblem> {
  const worker = new Worker(new URL('./store-worker.ts', import.meta.url), { workerData: settings })
  return new Promise((resolve, reject) => {
    worker.on('error', reject)
    worker.once('exit', () => reject(new Error('the embedded store ended before it was ready')))
    worker.on('message', (message: WorkerMessage) => {
      if (message.kind === 'log') log(message.line)
      if (message.kind === 'ready') resolve(worker)
      if (message.kind === 'problem') resolve(message.problem)
    })
  })
}

/** Writes down where the socket is, unless it is written there already: a full disk has no room to write it again. */
function tellSocket(file: string, socketPath: string): OpenStoreProblem | undefined {
  const line = `${socketPath}\n`
  try {
    if (existsSync(file) && readFileSync(file, 'utf8') === line) return undefined
    writeFileSync(file, line, { mode: 0o600 })
    return undefined
  } catch (error) {
    // Half a path leads others astray.
    rmSync(file, { force: true })
    if (saysFull(error)) return { kind: 'disk-full', detail: dirname(file) }
    return { kind: 'data-dir-unwritable', detail: error instanceof Error ? error.message : String(error) }
  }
}

const directoryOf = (dataDir: string): string => join(dataDir, 'store')

/** Whether a DATA_DIR holds a store: opening would make one. */
export const hasEmbeddedStore = (dataDir: string): boolean => existsSync(storeFileOf(directoryOf(dataDir)))

/**
 * Opens the store of a DATA_DIR in a worker thread and serves it on a Unix socket until `close`.
 * A problem that an operator can mend is a value; a crash of the worker rejects.
 */
export async function openEmbeddedStore(options: EmbeddedStoreOptions): Promise<OpenStoreResult> {
  const dataDir = prepareDirectory(options.dataDir)
  if (typeof dataDir !== 'string') return { ok: false, problem: dataDir }
  const socketPath = socketPathFor(dataDir)
  const log = options.logger ?? (() => undefined)
  const started = await startWorker({ directory: directoryOf(dataDir), socketPath, replicaSet: REPLICA_SET }, log)
  if ('kind' in started) return { ok: false, problem: started }
  started.on('error', (error) => log(`embedded store: ${error.message}`))
  const ends = endsOf(started)
  const untold = tellSocket(join(dataDir, 'socket'), socketPath)
  if (untold !== undefined) {
    await ends.close()
    return { ok: false, problem: untold }
  }
  const uri = `mongodb://${encodeURIComponent(socketPath)}/legal?replicaSet=${REPLICA_SET}`
  return { ok: true, store: { uri, socketPath, ...ends } }
}
