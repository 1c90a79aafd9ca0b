import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { openEmbeddedStore } from '@ulan/embedded'
import mongoose, { type Connection } from 'mongoose'
import { pino } from 'pino'
import { type VersionManifest, writeManifest } from './package/version-manifest.ts'
import type { AssetRecord } from './storage/asset-model.ts'
import { AssetStore } from './storage/asset-store.ts'
import { DeletionStore } from './storage/deletion-store.ts'
import { MasterStore } from './storage/master-store.ts'
import { PictureStore } from './storage/picture-store.ts'
import { SupersededStore } from './storage/superseded-store.ts'
import { DEFAULT_LEASE, UnitStore } from './storage/unit-store.ts'
import { createFileLayout, type FileLayout } from './store/file-layout.ts'
import { openFileStore } from './store/file-store.ts'
import type { MediaStore } from './store/media-store.ts'
import { MANIFEST_NAME, versionKey } from './store/store-keys.ts'
import { makeFolder } from './test-lab.ts'

const HOUR_MS = 3_600_000
const BORN = new Date('2026-01-01T00:00:00Z')

/** The database and a folder as the sweeps see them, on a clock of the test's own; files are small texts. */
export type SweepLab = {
  readonly needs: {
    readonly assets: AssetStore
    readonly units: UnitStore
    readonly superseded: SupersededStore
    readonly deletions: DeletionStore
    readonly masterRecords: MasterStore
    readonly pictures: PictureStore
    readonly store: MediaStore
    readonly layout: FileLayout
    readonly logger: pino.Logger
    clock(): Date
    random(bytes: number): Buffer
  }
  readonly connection: Connection
  pass(hours: number): void
  /** A record in the state that the members say. */
  asset(id: string, members?: Partial<AssetRecord>): Promise<void>
  change(id: string, members: Partial<AssetRecord>): Promise<void>
  file(key: string, text?: string): Promise<void>
  /** A version with a playlist, a manifest and a segment, whose renditions lie in the folders that are given. */
  version(id: string, version: number, places?: readonly number[], more?: Partial<VersionManifest>): Promise<void>
  /** Folders of an asset in the store. */
  folders(id: string): Promise<readonly string[]>
  close(): Promise<void>
}

const manifestWith = (places: readonly number[], more: Partial<VersionManifest>): VersionManifest =>
  ({ plan: {}, renditions: places.map((version) => ({ version, record: {} })), cues: {}, ...more }) as unknown as VersionManifest // the sweeps look at places only

export async function openSweepLab(): Promise<SweepLab> {
  const root = await makeFolder()
  const opened = await openEmbeddedStore({ dataDir: join(root, 'data') })
  if (!opened.ok) throw new Error(opened.problem.kind)
  const connection = await mongoose.createConnection(opened.store.uri).asPromise()
  await mkdir(join(root, 'media'))
  const store = await openFileStore(join(root, 'media'))
  let now = BORN.getTime()
  const clock = (): Date => new Date(now)
  const assets = new AssetStore(connection, clock)
  const superseded = new SupersededStore(connection)
  await superseded.prepare()
  const records = connection.collection<AssetRecord>('assets')
  const file = (key: string, text = key): Promise<void> => store.put(key, Buffer.from(text))
  return {
    needs: {
      deletions: new DeletionStore(connection),
      masterRecords: new MasterStore(connection),
      pictures: new PictureStore(connection),
      ...{ assets, superseded, store, clock, layout: createFileLayout(join(root, 'media')) },
      units: new UnitStore(connection, clock, DEFAULT_LEASE),
      logger: pino({ level: 'silent' }),
      random: (bytes) => Buffer.alloc(bytes, 7),
    },
    connection,
    pass: (hours) => {
      now += hours * HOUR_MS
    },
    async asset(id, members = {}) {
      await assets.insert({ _id: id, fileName: `${id}.mp4`, origin: 'upload', status: 'ready' })
      if (Object.keys(members).length > 0) await records.updateOne({ _id: id }, { $set: members })
    },
    change: async (id, members) => void (await records.updateOne({ _id: id }, { $set: members })),
    file,
    async version(id, version, places = [version], more = {}) {
      await file(versionKey(id, version, 'master.m3u8'))
      await file(versionKey(id, version, '240p/0.m4s'))
      await store.put(versionKey(id, version, MANIFEST_NAME), writeManifest(manifestWith(places, more)))
    },
    folders: async (id) => (await store.folders(`assets/${id}`)).toSorted(),
    async close() {
      await connection.close()
      await opened.store.close()
      await rm(root, { recursive: true, force: true })
    },
  }
}
