import type { Asset, ProblemName } from '@ulan/contract'
import { type Connection, type Model, Schema } from 'mongoose'
import type { RenditionRecord } from '../package/rendition-record.ts'
import type { PlannedStep } from '../plan/due-steps.ts'
import type { Trial } from '../plan/measure-plan.ts'

/** What a worker can be asked to do; every kind has a handler, the compiler sees to it. */
export type WorkStep = PlannedStep | { readonly kind: 'probe'; readonly name: 'probe' }

export type WaitsFor = NonNullable<Asset['waitsFor']>

/** One claimable piece of work; `_id` is asset, attempt and name. */
export type UnitRecord = {
  _id: string
  assetId: string
  attempt: number
  step: WorkStep
  kind: WorkStep['kind']
  /** 0 first. */
  priority: number
  queuedAt: Date
  order: number
  /** `failed`: tried often enough; only a person asks for more. */
  state: 'waiting' | 'running' | 'done' | 'failed'
  /** Raised by every claim; a worker whose number is no longer here has lost the unit. */
  fence: number
  failures: number
  worker?: string
  /** Nobody else takes the unit before: while it runs, and for a pause after it failed. */
  leaseUntil?: Date
  segmentsDone: number
  /** When it was claimed last, when its worker was heard of last, and when it was done. */
  startedAt?: Date
  heardAt?: Date
  finishedAt?: Date
  renditions?: RenditionRecord[]
  /** What an excerpt came to. */
  trials?: Trial[]
  message?: string
  /** Why it failed for good. */
  problem?: ProblemName
  /** Why it was put off last, by no fault of its own, until a try ends in another way. */
  waitsFor?: WaitsFor
}

const { Mixed } = Schema.Types
const unitSchema = new Schema<UnitRecord>(
  {
    _id: { type: String, required: true },
    assetId: { type: String, required: true },
    attempt: { type: Number, required: true },
    step: { type: Mixed, required: true },
    kind: { type: String, required: true },
    priority: { type: Number, required: true },
    queuedAt: { type: Date, required: true },
    order: { type: Number, required: true },
    state: { type: String, required: true },
    fence: { type: Number, required: true },
    failures: { type: Number, required: true },
    worker: String,
    leaseUntil: Date,
    segmentsDone: { type: Number, required: true },
    renditions: Mixed,
    trials: Mixed,
    message: String,
    startedAt: Date,
    heardAt: Date,
    finishedAt: Date,
    problem: String,
    waitsFor: String,
  },
  { collection: 'units', versionKey: false, minimize: false, autoIndex: false, autoCreate: false, strict: 'throw' },
)
unitSchema.index({ state: 1, priority: 1, queuedAt: 1, order: 1 })
unitSchema.index({ assetId: 1 })

/** The `units` collection on a connection. */
export const unitModel = (connection: Connection): Model<UnitRecord> => connection.model<UnitRecord>('MediaUnit', unitSchema)
