import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type EmbeddedStore, hasEmbeddedStore, type OpenStoreProblem, openEmbeddedStore } from '@ulan/embedded'
import mongoose from 'mongoose'
import type { Logger } from 'pino'
import { unfinishedRestore } from './backup/restore-marker.ts'
import { endCommandsOfBrokenLines } from './broken-lines.ts'
import type { LaunchConfig } from './config/config.ts'
import type { LaunchProblem } from './launch-problem.ts'

export type OpenStore = {
  readonly connection: mongoose.Connection
  /** Resolves if the store in this process ends by itself; never for a MongoDB, whose driver connects again. */
  readonly broken: Promise<void>
  close(): Promise<void>
}
export type OpenStoreResult = { readonly ok: true; readonly store: OpenStore } | { readonly ok: false; readonly problem: LaunchProblem }

/** How long to look for a database before saying that there is none. */
const REACH_MS = 5_000
/** One command is in flight per connection, so this caps how many writes share one commit of the embedded store. */
const POOL_SIZE = 100

const PROBLEM_KINDS: Record<OpenStoreProblem['kind'], LaunchProblem['kind']> = {
  'data-dir-unwritable': 'data-dir-unwritable',
  'disk-full': 'data-dir-full',
  'locked-by-other-process': 'data-dir-in-use',
  'newer-format': 'data-newer',
  corrupt: 'data-corrupt',
}

/** A connection to the database: MongoDB when the config names one, else the embedded store in the data folder. */
export async function openStore(config: Pick<LaunchConfig, 'store' | 'dataDir'>, logger: Logger): Promise<OpenStoreResult> {
  if (config.store.kind === 'mongodb') return await connect(config.store.uri, undefined)
  const opened = await openEmbeddedStore({ dataDir: config.dataDir, logger: (line) => logger.info({ part: 'store' }, line) })
  if (opened.ok) return await connect(opened.store.uri, opened.store)
  const { kind, detail } = opened.problem
  return { ok: false, problem: { kind: PROBLEM_KINDS[kind], detail: kind === 'locked-by-other-process' ? config.dataDir : detail } }
}

/** The address of the embedded store that a server of this machine has open, or had; undefined when there never was one. */
export async function embeddedUri(dataDir: string): Promise<string | undefined> {
  try {
    const socketPath = (await readFile(join(dataDir, 'socket'), 'utf8')).trim()
    return `mongodb://${encodeURIComponent(socketPath)}/legal`
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}

/** Connects to a store that runs already: a MongoDB, or another process's embedded store by its socket. */
export async function connect(uri: string, embedded: EmbeddedStore | undefined): Promise<OpenStoreResult> {
  endCommandsOfBrokenLines()
  const connection = mongoose.createConnection(uri, { serverSelectionTimeoutMS: REACH_MS, maxPoolSize: POOL_SIZE })
  const problem = await findProblem(connection)
  if (problem !== undefined) {
    await closeStore(connection, embedded)
    return { ok: false, problem }
  }
  const broken = embedded?.broken ?? new Promise<void>(() => undefined)
  return { ok: true, store: { connection, broken, close: () => closeStore(connection, embedded) } }
}

/**
 * Whether it answers, has change streams (a single server has none, and would show old answers for ever), and is no half of
 * what is to be restored.
 */
async function findProblem(connection: mongoose.Connection): Promise<LaunchProblem | undefined> {
  try {
    await connection.asPromise()
    const hello = await connection.getClient().db('admin').command({ hello: 1 })
    const isReplicated = hello['setName'] !== undefined || hello['msg'] === 'isdbgrid'
    if (!isReplicated) return { kind: 'mongodb-single', detail: connection.host }
    const restoring = await unfinishedRestore(connection)
    return restoring === undefined ? undefined : { kind: 'restore-unfinished', detail: restoring }
  } catch (error) {
    return { kind: 'mongodb-unreachable', detail: error instanceof Error ? error.message : String(error) }
  }
}

async function closeStore(connection: mongoose.Connection, embedded: EmbeddedStore | undefined): Promise<void> {
  await connection.close()
  await embedded?.close()
}

/**
 * The store, or the same store through the server that has it open. What no server has used yet is a problem: a command
 * would make an empty one there.
 */
export async function openOrJoin(config: Pick<LaunchConfig, 'store' | 'dataDir'>, logger: Logger): Promise<OpenStoreResult> {
  if (config.store.kind === 'embedded' && !hasEmbeddedStore(config.dataDir)) {
    return { ok: false, problem: { kind: 'data-absent', detail: config.dataDir } }
  }
  const own = await openStore(config, logger)
  if (own.ok || own.problem.kind !== 'data-dir-in-use') return own
  const uri = await embeddedUri(config.dataDir)
  return uri === undefined ? own : await connect(uri, undefined)
}
