import type { Problem } from '@ulan/contract'
import type { Connection, Model, mongo, QueryFilter } from 'mongoose'
import type { TranscodePlan } from '../plan/transcode-plan.ts'
import { type AssetRecord, assetModel } from './asset-model.ts'
import { countBy } from './count-by.ts'
import { isDuplicateKey } from './duplicate-key.ts'

export type NewAsset = Pick<AssetRecord, '_id' | 'fileName' | 'origin' | 'status'> & Partial<Pick<AssetRecord, 'sizeBytes' | 'sha256'>>

type Ready = Required<Pick<AssetRecord, 'version' | 'durationSeconds' | 'rungs' | 'published'>>
/** What people may want of an asset besides what its master has. */
export type Wished = Pick<AssetRecord, 'tracks' | 'removedTracks' | 'languages' | 'ladders'>
type FailureKind = { readonly isRefused?: true; readonly isResumable?: true }

/** Of an asset with a version: nothing is being made. */
const SETTLED: AssetRecord['status'][] = ['ready', 'failed']
const WITHOUT_UNITS = { 'plan.units': 0 } as const

/** Assets by what may happen to them; each change names the state that it starts from, so that a late worker changes nothing. */
export class AssetStore {
  readonly #assets: Model<AssetRecord>
  readonly #clock: () => Date

  constructor(connection: Connection, clock: () => Date) {
    this.#assets = assetModel(connection)
    this.#clock = clock
  }

  async prepare(): Promise<void> {
    await this.#assets.createIndexes()
    await this.#upgrade()
  }

  /** Records of the release before plans kept their policy: what is published stays, what was under way begins anew. */
  async #upgrade(): Promise<void> {
    const isOld = { plan: { $exists: true }, 'plan.policy': { $exists: false } }
    const begun = { $set: { status: 'probing', queuedAt: this.#clock() }, $unset: { plan: 1, source: 1 }, $inc: { attempt: 1 } }
    await this.#assets.updateMany({ ...isOld, status: 'encoding' }, begun)
    await this.#assets.updateMany(isOld, { $unset: { plan: 1 } })
    await this.#assets.updateMany({ source: { $exists: true }, 'source.audios': { $exists: false } }, { $set: { 'source.audios': [] } })
  }

  /** `false` when the id is taken. */
  async insert(asset: NewAsset): Promise<boolean> {
    const now = this.#clock()
    try {
      await this.#assets.create([{ sizeBytes: 0, createdAt: now, queuedAt: now, attempt: 1, ...asset }])
      return true
    } catch (error) {
      if (isDuplicateKey(error)) return false
      throw error
    }
  }

  async read(id: string): Promise<AssetRecord | undefined> {
    return (await this.#assets.findById(id).lean<AssetRecord>()) ?? undefined
  }

  /** Without the units of their plans, of which a long title has hundreds. */
  async readMany(ids: readonly string[]): Promise<readonly AssetRecord[]> {
    return await this.#assets.find({ _id: { $in: [...ids] } }, WITHOUT_UNITS).lean<AssetRecord[]>()
  }

  /** Newest first; without the units of their plans. */
  async list(limit: number): Promise<readonly AssetRecord[]> {
    return await this.#assets.find({}, WITHOUT_UNITS).sort({ createdAt: -1, _id: -1 }).limit(limit).lean<AssetRecord[]>()
  }

  async listUnfinished(): Promise<readonly AssetRecord[]> {
    return await this.#assets.find({ status: { $in: ['probing', 'encoding'] } }).lean<AssetRecord[]>()
  }

  /** A reserved asset gets its master; `false` when it had one before. */
  async beginProbing(id: string, sizeBytes: number, sha256: string): Promise<boolean> {
    const update = { $set: { status: 'probing', sizeBytes, sha256, queuedAt: this.#clock() } }
    return this.#matched(await this.#assets.updateOne({ _id: id, status: 'awaiting-master' }, update))
  }

  async beginEncoding(id: string, attempt: number, plan: TranscodePlan): Promise<boolean> {
    const update = { $set: { status: 'encoding', source: plan.source, plan } }
    return this.#matched(await this.#assets.updateOne({ _id: id, attempt, status: 'probing' }, update))
  }

  /** Puts the plan whose ladder is settled in the place of the one that was not; once only. */
  async settlePlan(id: string, attempt: number, plan: TranscodePlan): Promise<boolean> {
    const filter: QueryFilter<AssetRecord> = { _id: id, attempt, status: 'encoding', 'plan.measure': { $exists: true } }
    return this.#matched(await this.#assets.updateOne(filter, { $set: { plan } }))
  }

  /** `isRefused`: for good, because of what the file is; `isResumable`: what is done is kept for another try. */
  async fail(id: string, attempt: number, problem: Problem, kind: FailureKind = {}): Promise<boolean> {
    const filter: QueryFilter<AssetRecord> = { _id: id, attempt, status: { $in: ['probing', 'encoding'] } }
    const update = { $set: { status: 'failed', problem, failedAt: this.#clock(), ...kind } }
    return this.#matched(await this.#assets.updateOne(filter, update))
  }

  /** A failed attempt whose finished units are kept goes on. */
  async resume(id: string): Promise<AssetRecord | undefined> {
    const update = { $set: { status: 'encoding' }, $unset: { problem: 1, isResumable: 1, failedAt: 1 } }
    const filter: QueryFilter<AssetRecord> = { _id: id, status: 'failed', isResumable: true }
    return (await this.#assets.findOneAndUpdate(filter, update, { returnDocument: 'after' }).lean<AssetRecord>()) ?? undefined
  }

  /** Failed attempts that nobody went on with since a time. */
  async listForgotten(before: Date): Promise<readonly AssetRecord[]> {
    return await this.#assets.find({ status: 'failed', isResumable: true, failedAt: { $lt: before } }).lean<AssetRecord[]>()
  }

  /** What was kept of a failed attempt is no longer there; another try begins from the start. */
  async forget(id: string, attempt: number): Promise<boolean> {
    const filter: QueryFilter<AssetRecord> = { _id: id, attempt, status: 'failed', isResumable: true }
    return this.#matched(await this.#assets.updateOne(filter, { $unset: { isResumable: 1 } }))
  }

  /** The one moment in which a version becomes the asset's own. */
  async publish(id: string, attempt: number, ready: Ready): Promise<boolean> {
    return this.#matched(await this.#assets.updateOne({ _id: id, attempt, status: 'encoding' }, { $set: { status: 'ready', ...ready } }))
  }

  /** Assets whose version lacks something that people want. */
  async listWishful(): Promise<readonly AssetRecord[]> {
    return await this.#assets.find({ isWishful: true, version: { $exists: true }, status: { $in: SETTLED } }).lean<AssetRecord[]>()
  }

  /** Writes down what people want of an asset; its next version will have it. `false` when somebody else was quicker. */
  async wish({ _id, wishRev }: AssetRecord, wishes: Wished): Promise<boolean> {
    const filter: QueryFilter<AssetRecord> = { _id, wishRev: wishRev ?? { $exists: false } }
    const update = { $set: { ...wishes, isWishful: true, wishRev: (wishRev ?? 0) + 1 } }
    return this.#matched(await this.#assets.updateOne(filter, update))
  }

  /** A published asset goes on to the version after; `false` when somebody wished for more meanwhile. */
  async beginAddition({ _id, attempt, wishRev }: AssetRecord, plan: TranscodePlan): Promise<boolean> {
    const filter: QueryFilter<AssetRecord> = { _id, attempt, wishRev: wishRev ?? { $exists: false }, status: { $in: SETTLED } }
    const update = {
      $set: { status: 'encoding', plan, queuedAt: this.#clock(), attempt: attempt + 1 },
      $unset: { isWishful: 1, problem: 1, isResumable: 1, failedAt: 1 },
    }
    return this.#matched(await this.#assets.updateOne(filter, update))
  }

  /** The version has all that is wished for. */
  async contentWith({ _id, attempt, wishRev }: AssetRecord): Promise<boolean> {
    const filter: QueryFilter<AssetRecord> = { _id, attempt, wishRev: wishRev ?? { $exists: false }, status: { $in: SETTLED } }
    const update = { $set: { status: 'ready' }, $unset: { isWishful: 1, problem: 1, isResumable: 1, failedAt: 1 } }
    return this.#matched(await this.#assets.updateOne(filter, update))
  }

  /** Assets whose file was refused, of those given. */
  async listRefused(ids: readonly string[]): Promise<readonly AssetRecord[]> {
    return await this.#assets.find({ _id: { $in: [...ids] }, status: 'failed', isRefused: true }).lean<AssetRecord[]>()
  }

  /** Next attempt of a failed asset, or undefined when it has not failed or its file was refused. */
  async restart(id: string): Promise<AssetRecord | undefined> {
    const update = {
      $set: { status: 'probing', queuedAt: this.#clock() },
      $unset: { problem: 1, plan: 1, source: 1, isResumable: 1, failedAt: 1, masterLeavesAt: 1 },
      $inc: { attempt: 1 },
    }
    // What is published stays: only what was to be added to it can be tried again.
    const filter: QueryFilter<AssetRecord> = {
      _id: id,
      status: 'failed',
      isRefused: { $ne: true },
      version: { $exists: false },
      masterGoneAt: { $exists: false },
    }
    return (await this.#assets.findOneAndUpdate(filter, update, { returnDocument: 'after' }).lean<AssetRecord>()) ?? undefined
  }

  /** A poster that people chose is never replaced by a frame. */
  async setPoster(id: string, poster: string, posterOrigin: 'import' | 'frame'): Promise<boolean> {
    const filter: QueryFilter<AssetRecord> = posterOrigin === 'frame' ? { _id: id, posterOrigin: { $ne: 'import' } } : { _id: id }
    return this.#matched(await this.#assets.updateOne(filter, { $set: { poster, posterOrigin } }))
  }

  /** Assets that wait for their encoding or are at it. */
  async countUnfinished(): Promise<number> {
    return await this.#assets.countDocuments({ status: { $in: ['probing', 'encoding'] } })
  }

  async remove(id: string): Promise<void> {
    await this.#assets.deleteOne({ _id: id })
  }

  /** Puts a removed record back, unless there is one. */
  async restore({ _id, ...members }: AssetRecord): Promise<void> {
    await this.#assets.updateOne({ _id }, { $setOnInsert: members }, { upsert: true })
  }

  async countByStatus(): Promise<{ [S in AssetRecord['status']]?: number }> {
    return await countBy(this.#assets, 'status')
  }

  /** Change stream over the collection; the caller closes it. */
  watch(): mongo.ChangeStream {
    // The driver's own stream: mongoose's wrapper cannot be iterated.
    return this.#assets.db.getClient().db(this.#assets.db.name).collection(this.#assets.collection.collectionName).watch([])
  }

  #matched(result: { readonly matchedCount: number }): boolean {
    return result.matchedCount === 1
  }
}
