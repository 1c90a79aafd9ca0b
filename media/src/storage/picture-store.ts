import type { PictureId } from '@ulan/contract'
import { type ClientSession, type Connection, type Model, Schema } from 'mongoose'

/**
 * A poster that people made. It is written down before its files are stored, so that whatever a kill leaves of it is known
 * to somebody; `isWhole`: they all are. `orders`: what it was made of, so that a wish that comes twice is met once.
 */
export type PictureRecord = {
  readonly _id: PictureId
  readonly madeAt: Date
  readonly isWhole?: boolean
  readonly orders: readonly string[]
  /** Since when it is known that no programme names it. */
  readonly unusedSince?: Date
  /** From then on there is no such picture, for whoever asks; its files go some time later. */
  readonly leftAt?: Date
}

const pictureSchema = new Schema<PictureRecord>(
  {
    _id: { type: String, required: true },
    madeAt: { type: Date, required: true },
    isWhole: Boolean,
    orders: [String],
    unusedSince: Date,
    leftAt: Date,
  },
  { collection: 'pictures', versionKey: false, autoIndex: false, autoCreate: false, strict: 'throw' },
)
pictureSchema.index({ orders: 1 })

const pictureModel = (connection: Connection): Model<PictureRecord> => connection.model<PictureRecord>('MediaPicture', pictureSchema)

const THERE = { isWhole: true, leftAt: { $exists: false } } as const

/** Posters that people made, by what becomes of them. */
export class PictureStore {
  readonly #pictures: Model<PictureRecord>

  constructor(connection: Connection) {
    this.#pictures = pictureModel(connection)
  }

  async prepare(): Promise<void> {
    await this.#pictures.createIndexes()
  }

  async has(id: PictureId): Promise<boolean> {
    return (await this.#pictures.exists({ _id: id, ...THERE })) !== null
  }

  /** What was made of an order before, and is there. */
  async ofOrder(order: string): Promise<PictureId | undefined> {
    const found = await this.#pictures.findOneAndUpdate({ orders: order, ...THERE }, { $unset: { unusedSince: 1 } }).lean<PictureRecord>()
    return found?._id
  }

  /** Writes down that it is being made; `false` when one of that name is about to go. */
  async begin(id: PictureId, madeAt: Date): Promise<boolean> {
    const update = { $setOnInsert: { madeAt, orders: [] }, $unset: { unusedSince: 1 } }
    await this.#pictures.updateOne({ _id: id }, update, { upsert: true })
    return (await this.#pictures.exists({ _id: id, leftAt: { $exists: false } })) !== null
  }

  /** Its files are stored; `false` when it went meanwhile. */
  async finish(id: PictureId, order: string): Promise<boolean> {
    const update = { $set: { isWhole: true }, $addToSet: { orders: order }, $unset: { unusedSince: 1 } }
    return (await this.#pictures.updateOne({ _id: id, leftAt: { $exists: false } }, update)).matchedCount === 1
  }

  /** By name: those after one, or the first. */
  async listAfter(id: PictureId | undefined, most: number): Promise<readonly PictureRecord[]> {
    const after = id === undefined ? {} : { _id: { $gt: id } }
    return await this.#pictures.find(after).sort({ _id: 1 }).limit(most).lean<PictureRecord[]>()
  }

  /** A programme names it: it stays, or comes back. */
  async keep(id: PictureId): Promise<void> {
    await this.#pictures.updateOne({ _id: id }, { $unset: { unusedSince: 1, leftAt: 1 } })
  }

  async markUnused(id: PictureId, unusedSince: Date): Promise<void> {
    await this.#pictures.updateOne({ _id: id, unusedSince: { $exists: false } }, { $set: { unusedSince } })
  }

  /** Lets it be unknown from now on, unless somebody made it again since it was found unused. */
  async leave(id: PictureId, unusedSince: Date, leftAt: Date): Promise<void> {
    await this.#pictures.updateOne({ _id: id, unusedSince, leftAt: { $exists: false } }, { $set: { leftAt } })
  }

  async remove(id: PictureId): Promise<void> {
    await this.#pictures.deleteOne({ _id: id, leftAt: { $exists: true } })
  }
}

/** Names of all pictures that are there as a session sees them, for a backup. */
export async function readPicturesIn(connection: Connection, session: ClientSession): Promise<readonly PictureId[]> {
  const { collectionName } = pictureModel(connection).collection
  const rows = await connection
    .collection<PictureRecord>(collectionName)
    .find(THERE, { session, projection: { _id: 1 } })
    .toArray()
  return rows.map(({ _id }) => _id)
}
