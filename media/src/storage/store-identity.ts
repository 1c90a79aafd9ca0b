import { type Connection, type Model, Schema } from 'mongoose'

/** What the processes of one installation must agree on. */
export type SharedIdentity = {
  /** Name of the one media store that the files of this database's assets are in. */
  readonly id: string
  /** Version of the server's ffmpeg: pieces of one title must come from one release. */
  readonly encoder?: string
}
type IdentityRecord = SharedIdentity & { readonly _id: 'media-store' }

const identitySchema = new Schema<IdentityRecord>(
  { _id: { type: String, required: true }, id: { type: String, required: true }, encoder: String },
  { collection: 'media-stores', versionKey: false, autoIndex: false, autoCreate: false, strict: 'throw' },
)

/** Kept by servers, compared by workers. */
export class StoreIdentity {
  readonly #identities: Model<IdentityRecord>

  constructor(connection: Connection) {
    this.#identities = connection.model<IdentityRecord>('MediaStoreIdentity', identitySchema)
  }

  async read(): Promise<SharedIdentity | undefined> {
    return (await this.#identities.findById('media-store').lean<IdentityRecord>()) ?? undefined
  }

  /** The store's name as it is, or `name` when there is none yet; writes only what is new, as a full disk takes nothing. */
  async keep(name: string, encoder: string | undefined): Promise<string> {
    const known = await this.read()
    if (known !== undefined && known.encoder === encoder) return known.id
    const options = { upsert: true, returnDocument: 'after' } as const
    const update = { $setOnInsert: { id: name }, ...(encoder === undefined ? { $unset: { encoder: 1 } } : { $set: { encoder } }) }
    const found = await this.#identities.findOneAndUpdate({ _id: 'media-store' }, update, options).lean<IdentityRecord>()
    return found?.id ?? name
  }
}
