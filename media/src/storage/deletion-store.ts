import { type Connection, type Model, Schema } from 'mongoose'
import type { AssetRecord } from './asset-model.ts'

/** One deletion that was asked for; `record` is what the asset was, until its files are gone. */
export type Deletion = { readonly _id: string; readonly askedAt: Date; readonly record?: AssetRecord; readonly doneAt?: Date }

const deletionSchema = new Schema<Deletion>(
  {
    _id: { type: String, required: true },
    askedAt: { type: Date, required: true },
    record: Schema.Types.Mixed,
    doneAt: Date,
  },
  { collection: 'deletions', versionKey: false, minimize: false, autoIndex: false, autoCreate: false, strict: 'throw' },
)
deletionSchema.index({ doneAt: 1 })

/**
 * Assets that are deleted or to be. Entries stay for good: they are small, and tell machines that were away what to forget.
 */
export class DeletionStore {
  readonly #deletions: Model<Deletion>

  constructor(connection: Connection) {
    this.#deletions = connection.model<Deletion>('MediaDeletion', deletionSchema)
  }

  async prepare(): Promise<void> {
    await this.#deletions.createIndexes()
  }

  /** From here on it is certain to happen, unless it is rescinded; asked for again it stays as it is. */
  async ask(record: AssetRecord, askedAt: Date): Promise<void> {
    await this.#deletions.updateOne({ _id: record._id }, { $setOnInsert: { askedAt, record } }, { upsert: true })
  }

  async has(id: string): Promise<boolean> {
    return (await this.#deletions.exists({ _id: id })) !== null
  }

  async listPending(): Promise<readonly Deletion[]> {
    return await this.#deletions.find({ doneAt: { $exists: false } }).lean<Deletion[]>()
  }

  /** Done since a time. */
  async listDone(since: Date): Promise<readonly Deletion[]> {
    return await this.#deletions.find({ doneAt: { $gte: since } }).lean<Deletion[]>()
  }

  /** Those of the given assets whose deletion is done. */
  async whichAreDone(ids: readonly string[]): Promise<readonly string[]> {
    const found = await this.#deletions.find({ _id: { $in: [...ids] }, doneAt: { $exists: true } }, { _id: 1 }).lean<Deletion[]>()
    return found.map(({ _id }) => _id)
  }

  async finish(id: string, doneAt: Date): Promise<void> {
    await this.#deletions.updateOne({ _id: id }, { $set: { doneAt }, $unset: { record: 1 } })
  }

  async rescind(id: string): Promise<void> {
    await this.#deletions.deleteOne({ _id: id, doneAt: { $exists: false } })
  }
}
