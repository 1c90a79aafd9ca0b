import type { AssetStatus, ExtraLadder, Problem, RungProgress } from '@ulan/contract'
import { type Connection, type Model, Schema } from 'mongoose'
import type { Track } from '../plan/addition-plan.ts'
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
  /** When its master is to go, and when it went. */
  masterLeavesAt?: Date
  masterGoneAt?: Date
  /** Its file, which goes after that was written down, went too. */
  isMasterRemoved?: boolean
  /** What the version is made of, as players are told. */
  published?: PublishedParts
  /** Files that were added, with what people called them. */
  tracks?: TrackRecord[]
  /** Files that were taken out again, until they are gone from the store. */
  removedTracks?: RemovedTrack[]
  /** Languages of the master's own sounds that people corrected, by name. */
  languages?: Record<string, string>
  /** Ladders that people want besides what its version had from the beginning. */
  ladders?: ExtraLadder[]
  /** Raised by every wish, so that none is overlooked while another one is being fulfilled. */
  wishRev?: number
  /** The version lacks something that was wished for. */
  isWishful?: boolean
}

export type PublishedParts = {
  readonly audios: readonly { readonly name: string; readonly language: string; readonly isDefault: boolean; readonly trackId?: string }[]
  readonly cues: readonly { readonly name: string; readonly language: string; readonly trackId: string; readonly version: number }[]
  /** The version in whose folder it is. */
  readonly storyboard?: number
}

/** A file that was added to an asset. */
export type TrackRecord = Track & {
  readonly fileName: string
  readonly sha256: string
  readonly addedAt: Date
  /** The file that edited subtitles were first. */
  readonly editedFrom?: string
}

export type RemovedTrack = { readonly id: string; readonly at: Date }

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
    masterLeavesAt: Date,
    masterGoneAt: Date,
    isMasterRemoved: Boolean,
    published: Mixed,
    tracks: Mixed,
    removedTracks: Mixed,
    languages: Mixed,
    ladders: Mixed,
    wishRev: Number,
    isWishful: Boolean,
  },
  { collection: 'assets', versionKey: false, minimize: false, autoIndex: false, autoCreate: false, strict: 'throw' },
)
assetSchema.index({ createdAt: -1 })
assetSchema.index({ status: 1 })
assetSchema.index({ isWishful: 1 }, { sparse: true })
assetSchema.index({ masterLeavesAt: 1 }, { sparse: true })
assetSchema.index({ 'removedTracks.at': 1 }, { sparse: true })

/** The `assets` collection on a connection. */
export const assetModel = (connection: Connection): Model<AssetRecord> => connection.model<AssetRecord>('MediaAsset', assetSchema)
