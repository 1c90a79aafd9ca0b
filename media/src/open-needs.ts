import type { Connection } from 'mongoose'
import type { Logger } from 'pino'
import { DEFAULT_POLICY, type LadderPolicy } from './plan/ladder-policy.ts'
import { findSandbox } from './run/tool-sandbox.ts'
import { MasterCache } from './service/master-cache.ts'
import type { MediaNeeds } from './service/media-needs.ts'
import { AssetStore } from './storage/asset-store.ts'
import { DeletionStore } from './storage/deletion-store.ts'
import { MasterStore } from './storage/master-store.ts'
import { PictureStore } from './storage/picture-store.ts'
import { PolicyStore } from './storage/policy-store.ts'
import { RecordingStore } from './storage/recording-store.ts'
import { SupersededStore } from './storage/superseded-store.ts'
import { DEFAULT_LEASE, type LeaseTimes, UnitStore } from './storage/unit-store.ts'
import { createFileLayout } from './store/file-layout.ts'
import type { MediaStore } from './store/media-store.ts'
import { nameProcess } from './work/worker-name.ts'

/** What any process with media is told, whether it serves or only encodes. */
export type MachineConfig = {
  /** Where this machine works; the folder of a file store itself, so that finished files need no copy. */
  readonly mediaDir: string
  readonly ffmpegPath: string
  readonly ffprobePath: string
  /** Units that this process encodes at a time; 0: none. */
  readonly workers: number
  /** For tests, which have no time to wait for a lease of the usual length; alike in all processes. */
  readonly lease?: LeaseTimes
  readonly policy?: LadderPolicy
}
export type MediaOutside = {
  readonly connection: Connection
  readonly store: MediaStore
  readonly logger: Logger
  clock(): Date
  random(bytes: number): Buffer
}

/** Finds out what this machine offers, and joins it with the database and the media store. */
export async function openNeeds(config: MachineConfig, outside: MediaOutside, wake: () => void): Promise<MediaNeeds> {
  const { connection, store, logger, clock, random } = outside
  const layout = createFileLayout(config.mediaDir)
  const assets = new AssetStore(connection, clock)
  const units = new UnitStore(connection, clock, config.lease ?? DEFAULT_LEASE)
  const superseded = new SupersededStore(connection)
  const deletions = new DeletionStore(connection)
  const masterRecords = new MasterStore(connection)
  const { ffmpegPath, ffprobePath } = config
  const sandbox = await findSandbox(process.getuid?.() === 0, ffmpegPath)
  if (process.getuid?.() === 0 && sandbox.outputOwner === undefined) logger.warn('ffmpeg runs as root: setpriv cannot change the user here')
  const processName = await nameProcess(random)
  const policies = new PolicyStore(connection)
  const recordings = new RecordingStore(connection)
  const pictures = new PictureStore(connection)
  const masters = new MasterCache(store, layout)
  const machine = { sandbox, ffmpegPath, ffprobePath, policy: config.policy ?? DEFAULT_POLICY, logger, processName }
  return {
    assets,
    policies,
    recordings,
    pictures,
    units,
    superseded,
    deletions,
    masterRecords,
    store,
    layout,
    masters,
    ...machine,
    clock,
    random,
    wake,
  }
}
