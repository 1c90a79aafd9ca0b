import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { AssetId } from '@ulan/contract'
import { openEmbeddedStore } from '@ulan/embedded'
import { createMedia, type Media, type MediaStore } from '@ulan/media'
import mongoose, { type Connection } from 'mongoose'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { renderClip } from '../../e2e/fixtures/clip.ts'
import { type S3Server, startS3Server } from '../../lab/s3-server.ts'
import { waitUntil } from '../../lab/wait-until.ts'
import { openBucket, placeOf } from './s3-lab.ts'

const quota = { mostUploads: 100, mostBytes: 1e12, mostWaiting: 100, reserveBytes: 0 }

type Machine = { readonly media: Media; readonly store: MediaStore; readonly mediaDir: string; close(): Promise<void> }
type Unit = { readonly kind: string; readonly fence: number; readonly failures: number }

async function openMachine(s3: S3Server, connection: Connection, workers: number): Promise<Machine> {
  const mediaDir = await mkdtemp(join(tmpdir(), 'legal-machine-'))
  const store = await openBucket(placeOf(s3, 'media'))
  const programs = { ffmpegPath: 'ffmpeg', ffprobePath: 'ffprobe' }
  const media = await createMedia(
    { mediaDir, ...programs, secretKey: 'lab', workers, accel: 'none', maxUploadBytes: 1e9, quota },
    { connection, store, logger: pino({ level: 'silent' }), clock: () => new Date(), random: randomBytes },
  )
  return {
    media,
    store,
    mediaDir,
    close: async () => {
      await media.close()
      store.close()
      await rm(mediaDir, { recursive: true, force: true })
    },
  }
}

describe('two machines with one bucket and one database', () => {
  const closers: (() => Promise<unknown>)[] = []
  const id = 'shared-1' as AssetId // a test id
  let s3: S3Server
  let connection: Connection
  let receiver: Machine
  let encoder: Machine
  const asset = async () => (await receiver.media.library.readAssets([id])).get(id)

  beforeAll(async () => {
    s3 = await startS3Server()
    closers.push(() => s3.close())
    const dataDir = await mkdtemp(join(tmpdir(), 'legal-machines-'))
    const opened = await openEmbeddedStore({ dataDir })
    if (!opened.ok) throw new Error(opened.problem.kind)
    closers.push(async () => {
      await opened.store.close()
      await rm(dataDir, { recursive: true, force: true })
    })
    connection = await mongoose.createConnection(opened.store.uri).asPromise()
    closers.push(() => connection.close())
    receiver = await openMachine(s3, connection, 0)
    closers.push(() => receiver.close())
    encoder = await openMachine(s3, connection, 1)
    closers.push(() => encoder.close())
  })
  afterAll(async () => {
    for (const close of closers.toReversed()) await close()
  })

  it('wait for a master that only the other one has, and count nothing against it', async () => {
    const clip = await renderClip({ seconds: 9, widthPx: 426, heightPx: 240 })
    const path = join(receiver.mediaDir, clip.fileName)
    await writeFile(path, clip.bytes)
    await receiver.media.library.reserveAsset(id, clip.fileName)
    await receiver.media.library.importMaster(id, path)
    encoder.media.startWorkers()
    const units = connection.collection<Unit>('units')
    const probe = await waitUntil(
      'a probe that was given back twice',
      () => units.findOne({ kind: 'probe' }),
      (unit) => (unit?.fence ?? 0) > 2,
    )
    expect(probe?.failures).toBe(0)
    expect((await asset())?.status).toBe('probing')
  })

  it('share the work once it is in the bucket, and keep nothing that is over', async () => {
    // Without workers it does its chores all the same.
    receiver.media.startWorkers()
    const ready = await waitUntil('the title', asset, (value) => value?.status === 'ready' || value?.status === 'failed', 120_000)
    expect(ready).toMatchObject({ status: 'ready', attempt: 1 })
    const folder = `assets/${id}/${ready?.version}`
    expect((await receiver.store.list(folder)).map(({ key }) => key)).toContain(`${folder}/240p/2.m4s`)
    for (const { mediaDir } of [receiver, encoder]) {
      const left = async (): Promise<readonly string[]> => {
        const folders = ['masters', 'work'].map((name) => join(mediaDir, name)).filter((each) => existsSync(each))
        return (await Promise.all(folders.map((each) => readdir(each)))).flat()
      }
      await waitUntil('masters and work to go', left, (names) => names.length === 0)
    }
    expect((await encoder.store.stat(`masters/${id}/master`))?.sizeBytes).toBeGreaterThan(0)
  })
})
