import { execFile } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { promisify } from 'node:util'
import type { Asset } from '@ulan/contract'
import { openEmbeddedStore } from '@ulan/embedded'
import express from 'express'
import mongoose, { type Connection } from 'mongoose'
import { type Logger, pino } from 'pino'
import { createMedia, type Media } from './create-media.ts'
import type { LadderPolicy } from './plan/ladder-policy.ts'
import { DEFAULT_LEASE, type LeaseTimes } from './storage/unit-store.ts'
import { openFileStore } from './store/file-store.ts'
import { failed, openEdge, roleOf } from './test-edge.ts'
import type { UploadQuota } from './upload/upload-quota.ts'

export const run = promisify(execFile)

/** A folder below the system's temporary one. */
export const makeFolder = (): Promise<string> => mkdtemp(join(tmpdir(), 'media-lab-'))

/** Renders a short moving picture with a tone. */
export async function renderClip(path: string, seconds: number, size = '426x240', ...more: readonly string[]): Promise<string> {
  const picture = ['-f', 'lavfi', '-i', `testsrc2=s=${size}:r=25:d=${seconds}`]
  const sound = ['-f', 'lavfi', '-i', `sine=440:d=${seconds}`]
  const encode = ['-c:v', 'libx264', '-preset', 'ultrafast', '-g', '60', '-c:a', 'aac']
  await run('ffmpeg', ['-v', 'error', '-y', ...picture, ...sound, ...encode, ...more, path])
  return path
}

/** Asks again and again until a value appears; waits on a state, never on a time. */
export async function until<T>(ask: () => Promise<T | undefined>, limitMs = 50_000): Promise<T> {
  for (const end = Date.now() + limitMs; ; ) {
    const value = await ask()
    if (value !== undefined) return value
    if (Date.now() > end) throw new Error(`not reached within ${limitMs} ms`)
    await delay(50)
  }
}

export type MediaLab = {
  readonly url: string
  readonly folder: string
  readonly media: Media
  readonly connection: Connection
  readonly publicAssets: Set<string>
  close(): Promise<void>
}
export type LabOptions = {
  readonly folder?: string
  readonly workers?: number
  readonly maxUploadBytes?: number
  readonly quota?: Partial<UploadQuota>
  readonly lease?: LeaseTimes
  readonly policy?: LadderPolicy
  readonly ffmpegPath?: string
  readonly logger?: Logger
  clock?(): Date
}

const AMPLE: UploadQuota = { mostUploads: 100, mostBytes: 1e12, mostWaiting: 100, reserveBytes: 0 }

/** The real media side on the real embedded store, behind a real port; staff say who they are with a header. */
export async function openLab({
  folder,
  workers = 1,
  maxUploadBytes = 1e9,
  quota = {},
  lease = DEFAULT_LEASE,
  policy,
  ffmpegPath = 'ffmpeg',
  logger = pino({ level: 'fatal' }),
  clock = () => new Date(),
}: LabOptions = {}): Promise<MediaLab> {
  const dataDir = folder ?? (await makeFolder())
  const opened = await openEmbeddedStore({ dataDir })
  if (!opened.ok) throw new Error(opened.problem.kind)
  const connection = await mongoose.createConnection(opened.store.uri).asPromise()
  const publicAssets = new Set<string>()
  const mediaDir = join(dataDir, 'media')
  await mkdir(mediaDir, { recursive: true })
  const media = await createMedia(
    {
      ffmpegPath,
      ffprobePath: 'ffprobe',
      mediaDir,
      secretKey: 'lab',
      workers,
      accel: 'none',
      maxUploadBytes,
      quota: { ...AMPLE, ...quota },
      lease,
      ...(policy && { policy }),
    },
    { connection, store: await openFileStore(mediaDir), logger, clock, random: randomBytes },
  )
  const app = express()
  media.mount(app, {
    edge: openEdge(app),
    authoriseStaff: async ({ headers }) => roleOf(headers['x-staff']) && { role: roleOf(headers['x-staff']) },
    isAssetPublic: (id) => publicAssets.has(id),
    isPicturePublic: () => false,
    uses: {
      namesVersion: () => Promise.resolve(false),
      namedPictures: async () => new Set(),
      usesAsset: async (id) => publicAssets.has(id),
      publishedAssets: () => new Map(),
      masterDays: async () => 0,
    },
  })
  app.use(failed)
  const server = app.listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  media.startWorkers()
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, // it listens on TCP
    folder: dataDir,
    media,
    connection,
    publicAssets,
    close: async () => {
      server.close()
      server.closeAllConnections()
      await media.close()
      await connection.close()
      await opened.store.close()
      if (folder === undefined) await rm(dataDir, { recursive: true, force: true })
    },
  }
}

const STAFF = { 'x-staff': 'editor' }
const TUS = { ...STAFF, 'tus-resumable': '1.0.0' }

export type Answer<T> = { readonly status: number; readonly type: string | null; readonly body: T }
export type Told = Asset & { readonly type: string }

/** One JSON request as an editor. */
export async function ask<T>(url: string, body?: unknown, headers: Readonly<Record<string, string>> = STAFF): Promise<Answer<T>> {
  const init =
    body === undefined
      ? { headers }
      : { method: 'POST', headers: { ...headers, 'content-type': 'application/json' }, body: JSON.stringify(body) }
  const response = await fetch(url, init)
  return { status: response.status, type: response.headers.get('content-type'), body: (await response.json()) as T } // the test says what it expects
}

/** Sends a file by tus in pieces; the upload's id. */
export async function sendFile(base: string, path: string, pieceBytes = 256 * 1024): Promise<string> {
  const bytes = await readFile(path)
  const metadata = `filename ${Buffer.from('乌兰牧骑.mp4').toString('base64')}`
  const created = await fetch(`${base}/api/v1/uploads`, {
    method: 'POST',
    headers: { ...TUS, 'upload-length': String(bytes.length), 'upload-metadata': metadata },
  })
  const location = created.headers.get('location') ?? ''
  for (let offset = 0; offset < bytes.length; offset += pieceBytes) {
    const headers = { ...TUS, 'upload-offset': String(offset), 'content-type': 'application/offset+octet-stream' }
    const sent = await fetch(base + location, { method: 'PATCH', headers, body: bytes.subarray(offset, offset + pieceBytes) })
    if (sent.status !== 204) throw new Error(`tus answered ${sent.status}`)
  }
  return location.split('/').at(-1) ?? ''
}

export const sha256OfFile = async (path: string): Promise<string> =>
  createHash('sha256')
    .update(await readFile(path))
    .digest('hex')

/** Waits until an asset is ready or has failed. */
export const untilSettled = (base: string, id: string): Promise<Asset> =>
  until(async () => {
    const { body } = await ask<Asset>(`${base}/api/v1/assets/${id}`)
    return body.status === 'ready' || body.status === 'failed' ? body : undefined
  }, 240_000)

if (import.meta.main) process.stdout.write(`${(await openLab({ folder: process.argv[2] ?? '' })).url}\n`)
