import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { PictureId } from '@ulan/contract'
import { openEmbeddedStore } from '@ulan/embedded'
import { createMedia, type Media, type MediaStore, openMediaStore } from '@ulan/media'
import mongoose from 'mongoose'
import { pino } from 'pino'
import { afterAll, describe, expect, it } from 'vitest'
import { AMPLE_QUOTA } from '../../lab/ample-quota.ts'
import { startS3Server } from '../../lab/s3-server.ts'
import { waitUntil } from '../../lab/wait-until.ts'
import { openBucket, placeOf } from './s3-lab.ts'

const BORN = new Date('2026-01-01T00:00:00Z')
const HOUR_MS = 3_600_000
/** Nothing is asked of these servers: they only do their chores. */
const NO_APP = { use: () => undefined } as unknown as Parameters<Media['mount']>[0]
const closers: (() => Promise<unknown>)[] = []
afterAll(async () => {
  for (const close of closers.toReversed()) await close()
})

async function makeFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'legal-sweep-'))
  closers.push(() => rm(folder, { recursive: true, force: true }))
  return folder
}

async function openBoth(kind: 'folder' | 'bucket'): Promise<{ readonly store: MediaStore; readonly mediaDir: string }> {
  const mediaDir = await makeFolder()
  if (kind === 'folder') {
    const opened = await openMediaStore({ kind: 'file', folder: mediaDir }, { clock: () => BORN })
    if (!opened.ok) throw opened.trouble
    return { store: opened.store, mediaDir }
  }
  const server = await startS3Server()
  closers.push(() => server.close())
  return { store: await openBucket(placeOf(server, 'media')), mediaDir }
}

describe.each(['folder', 'bucket'] as const)('in a %s', (kind) => {
  it('a server takes away what is superseded after two days, also when it was started again; a worker never does', async () => {
    const { store, mediaDir } = await openBoth(kind)
    const opened = await openEmbeddedStore({ dataDir: await makeFolder() })
    if (!opened.ok) throw new Error(opened.problem.kind)
    closers.push(() => opened.store.close())
    const connection = await mongoose.createConnection(opened.store.uri).asPromise()
    closers.push(() => connection.close())
    /** A process for as long as `look` takes; with `isServer` it knows what the public is shown. */
    const during = async <T>(hours: number, isServer: boolean, look: () => Promise<T>): Promise<T> => {
      const media = await createMedia(
        {
          mediaDir,
          ffmpegPath: 'ffmpeg',
          ffprobePath: 'ffprobe',
          secretKey: 'lab',
          workers: 0,
          accel: 'none',
          maxUploadBytes: 1e9,
          quota: AMPLE_QUOTA,
        },
        {
          connection,
          store,
          logger: pino({ level: 'silent' }),
          clock: () => new Date(BORN.getTime() + hours * HOUR_MS),
          random: randomBytes,
        },
      )
      const edge = { bind: () => undefined, allow: () => () => undefined, sendProblem: () => undefined }
      const uses = {
        namesVersion: () => Promise.resolve(false),
        usesAsset: () => Promise.resolve(false),
        publishedAssets: () => new Map(),
        masterDays: () => Promise.resolve(0),
        namedPictures: () => Promise.resolve(new Set<PictureId>()),
      }
      const rules = { authoriseStaff: () => Promise.resolve(undefined), isAssetPublic: () => true, isPicturePublic: () => true, uses }
      if (isServer) media.mount(NO_APP, { edge, ...rules })
      media.startWorkers()
      return await look().finally(() => media.close())
    }
    const marks = () => connection.collection('superseded').countDocuments()
    const versions = () => store.folders('assets/a1')

    await during(0, false, async () => undefined)
    type Row = { _id: string; [member: string]: unknown }
    const asset = {
      _id: 'a1',
      status: 'ready',
      version: 20,
      fileName: 'a.mp4',
      sizeBytes: 0,
      origin: 'upload',
      createdAt: BORN,
      queuedAt: BORN,
      attempt: 1,
    }
    await connection.collection<Row>('assets').insertOne(asset)
    const manifest = JSON.stringify({ plan: {}, renditions: [{ version: 20, record: {} }], cues: {} })
    for (const version of [10, 20]) await store.put(`assets/a1/${version}/240p/0.m4s`, Buffer.from('x'))
    await store.put('assets/a1/20/manifest.json', Buffer.from(manifest))

    await during(100, true, () => waitUntil('the mark', marks, (count) => count === 1))
    await during(147, true, async () => expect(await versions()).toHaveLength(2))
    await during(149, false, async () => expect(await versions()).toHaveLength(2))
    await during(149, true, () => waitUntil('one version', versions, (left) => left.join() === '20'))
    expect(await marks()).toBe(0)
  })
})
