import type { Connection, Model, QueryFilter } from 'mongoose'
import { type AssetRecord, assetModel } from './asset-model.ts'

const THERE = { masterGoneAt: { $exists: false } } as const
const WITHOUT_PLAN = { plan: 0, source: 0, rungs: 0 } as const

/** Assets by what becomes of their masters: there, to leave at a time, gone, and its file removed. */
export class MasterStore {
  readonly #assets: Model<AssetRecord>

  constructor(connection: Connection) {
    this.#assets = assetModel(connection)
  }

  async #list(filter: QueryFilter<AssetRecord>): Promise<readonly AssetRecord[]> {
    return await this.#assets.find(filter, WITHOUT_PLAN).lean<AssetRecord[]>()
  }

  /** Those that are to leave. */
  listLeaving(): Promise<readonly AssetRecord[]> {
    return this.#list({ masterLeavesAt: { $exists: true }, ...THERE })
  }

  /** Of the given assets, those that have a master and no date on which it leaves. */
  listStaying(ids: readonly string[]): Promise<readonly AssetRecord[]> {
    return this.#list({ _id: { $in: [...ids] }, masterLeavesAt: { $exists: false }, ...THERE })
  }

  /** Those that failed before a time and never became a title. */
  listFailed(before: Date): Promise<readonly AssetRecord[]> {
    const isOver = { status: 'failed' as const, failedAt: { $lte: before }, isRefused: { $ne: true }, isResumable: { $ne: true } }
    return this.#list({ ...isOver, version: { $exists: false }, masterLeavesAt: { $exists: false }, ...THERE })
  }

  /** Those whose file is still to be removed. */
  listToRemove(): Promise<readonly AssetRecord[]> {
    return this.#list({ masterGoneAt: { $exists: true }, isMasterRemoved: { $ne: true } })
  }

  async letLeave(id: string, at: Date): Promise<void> {
    await this.#assets.updateOne({ _id: id, ...THERE }, { $set: { masterLeavesAt: at } })
  }

  async keep(id: string): Promise<void> {
    await this.#assets.updateOne({ _id: id, ...THERE }, { $unset: { masterLeavesAt: 1 } })
  }

  /** The one moment in which it is gone; `false` when the asset went another way since it was read. */
  async lose({ _id, status, attempt }: AssetRecord, at: Date): Promise<boolean> {
    const filter: QueryFilter<AssetRecord> = { _id, status, attempt, masterLeavesAt: { $lte: at }, ...THERE }
    const update = { $set: { masterGoneAt: at }, $unset: { masterLeavesAt: 1 } }
    return (await this.#assets.updateOne(filter, update)).matchedCount === 1
  }

  /** Titles from which files were taken out before a time, and of which nothing is being made that might still read them. */
  listLosingTracks(before: Date): Promise<readonly AssetRecord[]> {
    return this.#list({ 'removedTracks.at': { $lte: before }, status: 'ready', isWishful: { $ne: true } })
  }

  async forgetTrack(id: string, trackId: string): Promise<void> {
    await this.#assets.updateOne({ _id: id }, { $pull: { removedTracks: { id: trackId } } })
  }

  async markRemoved(id: string): Promise<void> {
    await this.#assets.updateOne({ _id: id }, { $set: { isMasterRemoved: true } })
  }
}
