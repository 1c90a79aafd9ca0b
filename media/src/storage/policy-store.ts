import type { EncodingPolicy } from '@ulan/contract'
import { type Connection, type Model, Schema } from 'mongoose'

type PolicyRecord = EncodingPolicy & { readonly _id: 'policy' }

const policySchema = new Schema<PolicyRecord>(
  { _id: { type: String, required: true }, av1: { type: Boolean, required: true }, hdr: { type: Boolean, required: true } },
  { collection: 'encoding-policies', versionKey: false, autoIndex: false, autoCreate: false, strict: 'throw' },
)

/** The one policy of an installation, read by whoever plans an encode. */
export class PolicyStore {
  readonly #policies: Model<PolicyRecord>

  constructor(connection: Connection) {
    this.#policies = connection.model<PolicyRecord>('EncodingPolicy', policySchema)
  }

  /** Nothing more than everybody gets, until somebody chooses otherwise. */
  async read(): Promise<EncodingPolicy> {
    const found = await this.#policies.findById('policy').lean<PolicyRecord>()
    return { av1: found?.av1 ?? false, hdr: found?.hdr ?? false }
  }

  async write({ av1, hdr }: EncodingPolicy): Promise<void> {
    await this.#policies.updateOne({ _id: 'policy' }, { $set: { av1, hdr } }, { upsert: true })
  }
}
