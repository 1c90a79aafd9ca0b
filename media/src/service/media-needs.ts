import type { Logger } from 'pino'
import type { LadderPolicy } from '../plan/ladder-policy.ts'
import type { Sandbox } from '../run/tool-sandbox.ts'
import type { AssetStore } from '../storage/asset-store.ts'
import type { DeletionStore } from '../storage/deletion-store.ts'
import type { MasterStore } from '../storage/master-store.ts'
import type { PictureStore } from '../storage/picture-store.ts'
import type { PolicyStore } from '../storage/policy-store.ts'
import type { RecordingStore } from '../storage/recording-store.ts'
import type { SupersededStore } from '../storage/superseded-store.ts'
import type { UnitStore } from '../storage/unit-store.ts'
import type { FileLayout } from '../store/file-layout.ts'
import type { MediaStore } from '../store/media-store.ts'
import type { ProcessName } from '../work/worker-name.ts'
import type { MasterCache } from './master-cache.ts'

/** What the use cases of this package work with. */
export type MediaNeeds = {
  readonly assets: AssetStore
  readonly units: UnitStore
  /** Folders that are to go. */
  readonly superseded: SupersededStore
  readonly deletions: DeletionStore
  /** What becomes of masters by the policy. */
  readonly masterRecords: MasterStore
  /** Where finished files are kept for all machines. */
  readonly store: MediaStore
  /** Where this machine works. */
  readonly layout: FileLayout
  readonly masters: MasterCache
  readonly sandbox: Sandbox
  readonly ffmpegPath: string
  readonly ffprobePath: string
  readonly policy: LadderPolicy
  /** What staff chose besides. */
  readonly policies: PolicyStore
  readonly recordings: RecordingStore
  readonly pictures: PictureStore
  readonly logger: Logger
  /** Under which this process claims work. */
  readonly processName: ProcessName
  clock(): Date
  random(bytes: number): Buffer
  /** Tells idle workers that there is something to do. */
  wake(): void
}
