import { type Connection, type Model, Schema } from 'mongoose'

type IdentityRecord = { _id: 'media-store'; id: string }

const identitySchema = new Schema<IdentityRecord>(
  { _id: { type: String, required: true }, id: { type: String, required: true } },
  { collection: 'media-stores', versionKey: false, autoIndex: false, autoCreate: false, strict: 'throw' },
)

/** The name of the one media store that the files of this database's assets are in. */
export class StoreIdentity {
  readonly #identities: Model<IdentityRecord>

  constructor(connection: Connection) {
    this.#identities = connection.model<IdentityRecord>('MediaStoreIdentity', identitySchema)
  }

  async read(): Promise<string | undefined> {
    return (await this.#identities.findById('media-store').lean<IdentityRecord>())?.id
  }

  /** The name as it is; `name` when there is none yet. */
  async readOrName(name: string): Promise<string> {
    const options = { upsert: true, returnDocument: 'after' } as const
    const found = await this.#identities
      .findOneAndUpdate({ _id: 'media-store' }, { $setOnInsert: { id: name } }, options)
      .lean<IdentityRecord>()
    return found?.id ?? name
  }
}
