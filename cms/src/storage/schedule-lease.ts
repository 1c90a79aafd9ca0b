import { type Connection, mongo, Schema } from 'mongoose'
import type { ScheduleLease } from '../service/ports.ts'

type LeaseRow = { _id: string; holder: string; until: Date }

const leaseSchema = new Schema<LeaseRow>(
  { _id: { type: String, required: true }, holder: String, until: Date },
  { versionKey: false, autoIndex: false, autoCreate: false, collection: 'leases' },
)
const ID = 'schedule'
const DUPLICATE_KEY = 11000
const CLOCKS_DIFFER_MS = 60_000

/** One row that says which process does what is due. `holder`: a name that no other process has. */
export function createScheduleLease(connection: Connection, holder: string): ScheduleLease {
  const model = connection.model('Lease', leaseSchema)
  return {
    async claim(now: Date, ms: number): Promise<boolean> {
      const until = new Date(now.getTime() + ms)
      // Further ahead than any is taken for, by clocks that are nearly right, it would stop everything until then.
      const absurd = new Date(until.getTime() + CLOCKS_DIFFER_MS)
      const free = { _id: ID, $or: [{ holder }, { until: { $lte: now } }, { until: { $gt: absurd } }] }
      try {
        const { matchedCount, upsertedCount } = await model.updateOne(free, { $set: { holder, until } }, { upsert: true }).exec()
        return matchedCount + upsertedCount === 1
      } catch (error) {
        // It is there, and another's.
        if (error instanceof mongo.MongoServerError && error.code === DUPLICATE_KEY) return false
        throw error
      }
    },
  }
}
