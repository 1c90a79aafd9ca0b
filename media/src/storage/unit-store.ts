import type { ProblemName } from '@ulan/contract'
import type { Connection, Model, mongo, QueryFilter } from 'mongoose'
import type { RenditionRecord } from '../package/rendition-record.ts'
import type { Trial } from '../plan/measure-plan.ts'
import { countBy } from './count-by.ts'
import { type UnitRecord, unitModel, type WaitsFor, type WorkStep } from './unit-model.ts'

export type LeaseTimes = { readonly heartbeatMs: number; readonly expiryMs: number }
export const DEFAULT_LEASE: LeaseTimes = { heartbeatMs: 10_000, expiryMs: 30_000 }
/** What is wrong with a disk or a store is seldom over within milliseconds: a unit that failed rests before its next try. */
const RETRY_PAUSE_MS = 5_000
/** After so many failed tries a unit is left until somebody asks for it. */
export const MOST_TRIES = 3

export type NewUnit = {
  readonly assetId: string
  readonly attempt: number
  readonly step: WorkStep
  readonly priority: number
  readonly queuedAt: Date
  readonly order: number
}
/** What identifies one claim. */
export type Claim = Pick<UnitRecord, '_id' | 'fence'>

export const unitId = (assetId: string, attempt: number, name: string): string => `${assetId}.${attempt}.${name}`

/** The queue: claimed by lease, fenced by a number that every claim raises. */
export class UnitStore {
  readonly #units: Model<UnitRecord>
  readonly #clock: () => Date
  readonly #lease: LeaseTimes

  constructor(connection: Connection, clock: () => Date, lease: LeaseTimes) {
    this.#units = unitModel(connection)
    this.#clock = clock
    this.#lease = lease
  }

  async prepare(): Promise<void> {
    await this.#units.createIndexes()
  }

  /** Adds units that are not there yet; `claimedBy` takes them at once. */
  async add(units: readonly NewUnit[], claimedBy?: string): Promise<void> {
    const state =
      claimedBy === undefined ? { state: 'waiting', fence: 0 } : { state: 'running', fence: 1, worker: claimedBy, ...this.#begun() }
    const operations = units.map((unit) => ({
      updateOne: {
        filter: { _id: unitId(unit.assetId, unit.attempt, unit.step.name) },
        update: { $setOnInsert: { ...unit, kind: unit.step.kind, failures: 0, segmentsDone: 0, ...state } },
        upsert: true,
      },
    }))
    if (operations.length > 0) await this.#units.bulkWrite(operations, { ordered: false })
  }

  /** Takes the most urgent unit that waits or whose worker fell silent. */
  async claim(worker: string): Promise<UnitRecord | undefined> {
    const isOver = { leaseUntil: { $lt: this.#clock() } }
    const free: QueryFilter<UnitRecord> = {
      $or: [
        { state: 'waiting', leaseUntil: { $exists: false } },
        { state: 'waiting', ...isOver },
        { state: 'running', ...isOver },
      ],
    }
    const update = { $set: { state: 'running', worker, ...this.#begun() }, $inc: { fence: 1 } }
    const options = { sort: { priority: 1, queuedAt: 1, order: 1 }, returnDocument: 'after' } as const
    return (await this.#units.findOneAndUpdate(free, update, options).lean<UnitRecord>()) ?? undefined
  }

  /** Lengthens the lease; `false` when the unit is no longer ours. */
  async heartbeat(claim: Claim, segmentsDone: number): Promise<boolean> {
    const result = await this.#units.updateOne(this.#mine(claim), {
      $set: { leaseUntil: this.#expiry(), heardAt: this.#clock(), segmentsDone },
    })
    return result.matchedCount === 1
  }

  async finish(claim: Claim, renditions: readonly RenditionRecord[], trials?: readonly Trial[]): Promise<boolean> {
    const segmentsDone = Math.max(0, ...renditions.map((rendition) => rendition.segments.length))
    const update = {
      $set: { state: 'done', renditions, ...(trials && { trials }), segmentsDone, finishedAt: this.#clock() },
      $unset: { worker: 1, leaseUntil: 1, message: 1, waitsFor: 1 },
    }
    return (await this.#units.updateOne(this.#mine(claim), update)).matchedCount === 1
  }

  /** Back into the queue after a failed try, held by nobody for a while; the failures so far, or undefined when the unit is no longer ours. */
  async giveBack(claim: Claim, message: string): Promise<number | undefined> {
    const { $set, $unset } = this.#rest(message)
    const update = { $set, $unset: { ...$unset, waitsFor: 1 }, $inc: { failures: 1 } }
    const unit = await this.#units.findOneAndUpdate(this.#mine(claim), update, { returnDocument: 'after' }).lean<UnitRecord>()
    return unit?.failures
  }

  /** Like `giveBack`, but nothing is held against the unit: what went wrong was not its own. */
  async putOff(claim: Claim, message: string, waitsFor: WaitsFor): Promise<void> {
    const { $set, $unset } = this.#rest(message)
    await this.#units.updateOne(this.#mine(claim), { $set: { ...$set, waitsFor }, $unset })
  }

  /** Out of the queue until somebody asks for it again; `false` when the unit is no longer ours. */
  async fail(claim: Claim, problem: ProblemName, message: string): Promise<boolean> {
    const update = {
      $set: { state: 'failed', problem, message, segmentsDone: 0 },
      $unset: { worker: 1, leaseUntil: 1, waitsFor: 1 },
      $inc: { failures: 1 },
    }
    return (await this.#units.updateOne(this.#mine(claim), update)).matchedCount === 1
  }

  /** Puts failed units back into the queue as if they had never been tried; how many. */
  async retry(ids: readonly string[]): Promise<number> {
    const update = { $set: { state: 'waiting', failures: 0 }, $unset: { problem: 1, leaseUntil: 1 } }
    return (await this.#units.updateMany({ _id: { $in: [...ids] }, state: 'failed' }, update)).matchedCount
  }

  /** Back into the queue because the worker stops; nothing went wrong. */
  async release(claim: Claim): Promise<void> {
    await this.#units.updateOne(this.#mine(claim), { $set: { state: 'waiting' }, $unset: { worker: 1, leaseUntil: 1 } })
  }

  /** Frees at once what workers of this machine hold that are no longer alive; whether there was any. */
  async releaseDead(isDead: (worker: string) => boolean): Promise<boolean> {
    const running = await this.#units.find({ state: 'running' }, { worker: 1, fence: 1 }).lean<UnitRecord[]>()
    const held = running.filter(({ worker }) => worker !== undefined && isDead(worker))
    for (const unit of held) await this.release(unit)
    return held.length > 0
  }

  async unitsOf(assetIds: readonly string[]): Promise<readonly UnitRecord[]> {
    return await this.#units.find({ assetId: { $in: [...assetIds] } }).lean<UnitRecord[]>()
  }

  async unitsOfAttempt(assetId: string, attempt: number): Promise<readonly UnitRecord[]> {
    return await this.#units.find({ assetId, attempt }).lean<UnitRecord[]>()
  }

  async remove(assetId: string, attempt: number): Promise<void> {
    await this.#units.deleteMany({ assetId, attempt })
  }

  /** All units of an asset, of whatever attempt. */
  async removeAll(assetId: string): Promise<void> {
    await this.#units.deleteMany({ assetId })
  }

  async countByState(): Promise<{ [S in UnitRecord['state']]?: number }> {
    return await countBy(this.#units, 'state')
  }

  /** Change stream over what comes into the queue; the caller closes it. */
  watchAdded(): mongo.ChangeStream {
    // The driver's own stream: mongoose's wrapper cannot be iterated.
    const { db, collection } = this.#units
    return db
      .getClient()
      .db(db.name)
      .collection(collection.collectionName)
      .watch([{ $match: { operationType: 'insert' } }])
  }

  #rest(message: string) {
    const leaseUntil = new Date(this.#clock().getTime() + RETRY_PAUSE_MS)
    return { $set: { state: 'waiting', message, segmentsDone: 0, leaseUntil }, $unset: { worker: 1 } } as const
  }

  #mine(claim: Claim): { _id: string; fence: number; state: 'running' } {
    return { _id: claim._id, fence: claim.fence, state: 'running' }
  }

  #begun() {
    const now = this.#clock()
    return { leaseUntil: this.#expiry(), startedAt: now, heardAt: now }
  }

  #expiry(): Date {
    return new Date(this.#clock().getTime() + this.#lease.expiryMs)
  }
}
