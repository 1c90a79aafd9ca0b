import { type Connection, type Model, Schema } from 'mongoose'

/** A folder of an asset that nothing needs, and since when that is known. */
export type SupersededFolder = { readonly assetId: string; readonly folder: string; readonly since: Date }
type SupersededRecord = SupersededFolder & { readonly _id: string }

const supersededSchema = new Schema<SupersededRecord>(
  {
    _id: { type: String, required: true },
    assetId: { type: String, required: true },
    folder: { type: String, required: true },
    since: { type: Date, required: true },
  },
  { collection: 'superseded', versionKey: false, autoIndex: false, autoCreate: false, strict: 'throw' },
)
supersededSchema.index({ assetId: 1 })

/** Backups leave the collection out: the marks are made again from what is there. */
const supersededModel = (connection: Connection): Model<SupersededRecord> =>
  connection.model<SupersededRecord>('MediaSuperseded', supersededSchema)

const idOf = (assetId: string, folder: string): string => `${assetId}/${folder}`

/** Marks on folders that are to go. A marked folder is never used again: whatever is made anew gets another name. */
export class SupersededStore {
  readonly #folders: Model<SupersededRecord>

  constructor(connection: Connection) {
    this.#folders = supersededModel(connection)
  }

  async prepare(): Promise<void> {
    await this.#folders.createIndexes()
  }

  async ofAssets(assetIds: readonly string[]): Promise<readonly SupersededFolder[]> {
    return await this.#folders.find({ assetId: { $in: [...assetIds] } }).lean<SupersededRecord[]>()
  }

  async isMarked(assetId: string, folder: string): Promise<boolean> {
    return (await this.#folders.exists({ _id: idOf(assetId, folder) })) !== null
  }

  /** Since when it is marked; a mark that is there stays as it is. */
  async mark(assetId: string, folder: string, since: Date): Promise<Date> {
    const options = { upsert: true, returnDocument: 'after' } as const
    const update = { $setOnInsert: { assetId, folder, since } }
    const found = await this.#folders.findOneAndUpdate({ _id: idOf(assetId, folder) }, update, options).lean<SupersededRecord>()
    return found?.since ?? since
  }

  async unmark(assetId: string, folder: string): Promise<void> {
    await this.#folders.deleteOne({ _id: idOf(assetId, folder) })
  }

  async unmarkAll(assetId: string): Promise<void> {
    await this.#folders.deleteMany({ assetId })
  }
}
