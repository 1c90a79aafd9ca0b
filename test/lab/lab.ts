import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Asset, AssetId } from '@ulan/contract'
import { type ApiClient, createApiClient } from './api-client.ts'
import { freePort, type ServerProcess, spawnServer, waitForReady } from './server-process.ts'
import { waitUntil } from './wait-until.ts'

export type LabOptions = {
  /** `starter`: the catalogue of a first start; `none`: an empty store; a number ≥ 20: that many sample programmes for measuring. */
  readonly seed?: 'starter' | 'none' | number
  readonly env?: Readonly<Record<string, string>>
  /** For whoever must know the address beforehand; any free one when left out. */
  readonly port?: number
  /** A new folder when left out. */
  readonly dataDir?: string
  /** What is typed; the server's entry alone when left out. */
  readonly command?: readonly string[]
}

/** The whole product as users run it: one child process, its own port and data folder, nothing replaced. */
export type Lab = {
  readonly origin: string
  readonly tvUrl: string
  readonly tabletUrl: string
  readonly adminUrl: string
  readonly dataDir: string
  readonly email: string
  readonly password: string
  /** Milliseconds from the command to the `ready` line of the latest start. */
  readyMs(): number
  server(): ServerProcess
  /** A client without a session. */
  visitor(): ApiClient
  signIn(): Promise<ApiClient>
  /** The server and all it started die at once, as in a power cut; the data folder stays. */
  kill9(): Promise<void>
  /** Starts again on the same port and data folder, with other settings where some are given. */
  restart(env?: Readonly<Record<string, string>>): Promise<void>
  /** Ends the server; the data folder stays. */
  leave(): Promise<void>
  /** Ends the server and removes its data folder. */
  stop(): Promise<void>
}

const EMAIL = 'admin@localhost'
const PASSWORD = 'steppe-lantern-42-river'

export async function createLab(options: LabOptions = {}): Promise<Lab> {
  const dataDir = options.dataDir ?? (await mkdtemp(join(tmpdir(), 'legal-lab-')))
  const port = options.port ?? (await freePort())
  const environment = {
    PORT: String(port),
    HOST: '127.0.0.1',
    DATA_DIR: dataDir,
    ADMIN_EMAIL: EMAIL,
    ADMIN_PASSWORD: PASSWORD,
    ...demoSetting(options.seed ?? 'none'),
    ...options.env,
  }
  const origin = `http://127.0.0.1:${port}`
  let readyMs = 0
  const start = async (env: Readonly<Record<string, string>> = {}): Promise<ServerProcess> => {
    const startedAt = performance.now()
    const started = spawnServer({ ...environment, ...env }, options.command)
    await waitForReady(started)
    readyMs = performance.now() - startedAt
    return started
  }
  let server = await start()
  return {
    origin,
    tvUrl: `${origin}/tv/`,
    tabletUrl: `${origin}/tablet/`,
    adminUrl: `${origin}/admin/`,
    dataDir,
    email: EMAIL,
    password: PASSWORD,
    readyMs: () => readyMs,
    server: () => server,
    visitor: () => createApiClient(origin),
    signIn: async () => {
      const client = createApiClient(origin)
      await client.signIn(EMAIL, PASSWORD)
      return client
    },
    kill9: async () => {
      server.signal('SIGKILL')
      await server.waitForExit()
    },
    restart: async (env) => {
      server = await start(env)
    },
    leave: () => end(server),
    stop: async () => {
      await end(server)
      await rm(dataDir, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
    },
  }
}

/** As an administrator does it, and all at once when that takes too long. */
async function end(server: ServerProcess): Promise<void> {
  server.signal('SIGTERM')
  await server.waitForExit(15_000).catch(async () => {
    server.signal('SIGKILL')
    await server.waitForExit()
  })
  // A group member that outlived the server (an encoder, say) must not write into a folder that is left or removed.
  server.signal('SIGKILL')
}

/** Waits until an asset is encoded; throws with its problem when it fails. */
export async function waitForAsset(staff: ApiClient, id: AssetId, timeoutMs = 180_000, pauseMs?: number): Promise<Asset> {
  const asset = await waitUntil(
    `asset ${id} to be ready`,
    () => staff.must('readAsset', { params: { id } }),
    (value) => value.status === 'ready' || value.status === 'failed',
    timeoutMs,
    pauseMs,
  )
  if (asset.status === 'failed') throw new Error(`asset ${id} failed: ${JSON.stringify(asset.problem)}`)
  return asset
}

/** Waits until every card of the home screen has its picture: before that the server is busy drawing, and its answers change. */
export async function waitForPosters(visitor: ApiClient): Promise<void> {
  await waitUntil(
    'all posters',
    () => visitor.must('readHome', { query: { device: 'tv' } }),
    ({ rails }) => rails.length > 0 && rails.every(({ cards }) => cards.every((card) => card.posters !== undefined)),
    300_000,
    500,
  )
}

function demoSetting(seed: 'starter' | 'none' | number): Readonly<Record<string, string>> {
  if (seed === 'starter') return {}
  return { DEMO: seed === 'none' ? '0' : String(seed) }
}
