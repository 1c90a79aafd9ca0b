import type { AssetStatus, Problem, RungProgress } from '@ulan/contract'
import { type Connection, type Model, Schema } from 'mongoose'
import type { SourceDescription } from '../plan/source-description.ts'
import type { TranscodePlan } from '../plan/transcode-plan.ts'

/** One asset as stored; `_id` is the asset id. */
export type AssetRecord = {
  _id: string
  fileName: string
  sizeBytes: number
  sha256?: string
  /** Uploads are watched by the person who sent them, so they go before imports. */
  origin: 'upload' | 'import'
  status: AssetStatus
  createdAt: Date
  /** When work on the present attempt was asked for. */
  queuedAt: Date
  attempt: number
  source?: SourceDescription
  plan?: TranscodePlan
  version?: number
  durationSeconds?: number
  /** Progress as it was when the version was published. */
  rungs?: RungProgress[]
  poster?: string
  posterOrigin?: 'import' | 'frame'
  problem?: Problem
  /** The problem is one of the file itself: another try would end the same way, so its master is not kept. */
  isRefused?: boolean
  /** It failed in some units only: the others are kept, so that another try begins where this one ended. */
  isResumable?: boolean
  failedAt?: Date
}

const { Mixed } = Schema.Types
const assetSchema = new Schema<AssetRecord>(
  {
    _id: { type: String, required: true },
    fileName: { type: String, required: true },
    sizeBytes: { type: Number, required: true },
    sha256: String,
    origin: { type: String, required: true },
    status: { type: String, required: true },
    createdAt: { type: Date, required: true },
    queuedAt: { type: Date, required: true },
    attempt: { type: Number, required: true },
    source: Mixed,
    plan: Mixed,
    version: Number,
    durationSeconds: Number,
    rungs: Mixed,
    poster: String,
    posterOrigin: String,
    problem: Mixed,
    isRefused: Boolean,
    isResumable: Boolean,
    failedAt: Date,
  },
  { collection: 'assets', versionKey: false, minimize: false, autoIndex: false, autoCreate: false, strict: 'throw' },
)
assetSchema.index({ createdAt: -1 })
assetSchema.index({ status: 1 })

/** The `assets` collection on a connection. */
export const assetModel = (connection: Connection): Model<AssetRecord> => connection.model<AssetRecord>('MediaAsset', assetSchema)
