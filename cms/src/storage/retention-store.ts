import { type Connection, mongo, Schema } from 'mongoose'
import type { RetentionRule, RetentionStore } from '../service/ports.ts'

type RetentionRow = Omit<RetentionRule, 'rev'> & { _id: number }

const retentionSchema = new Schema<RetentionRow>(
  {
    _id: { type: Number, required: true },
    masterDays: { type: Number, required: true },
    changedAt: { type: Date, required: true },
    changedBy: { type: String, required: true },
  },
  { versionKey: false, autoIndex: false, autoCreate: false, collection: 'retention' },
)
const DUPLICATE_KEY = 11000

/** One row for every change, by its revision; none is ever changed, so that all of them say who decided what and when. */
export function createRetentionStore(connection: Connection): RetentionStore {
  const model = connection.model('Retention', retentionSchema)
  return {
    async readLast(): Promise<RetentionRule | undefined> {
      const row = await model.findOne().sort({ _id: -1 }).lean().exec()
      if (row === null) return undefined
      const { _id, ...members } = row
      return { rev: _id, ...members }
    },
    async add({ rev, ...members }: RetentionRule): Promise<boolean> {
      try {
        await model.insertMany([{ _id: rev, ...members }])
        return true
      } catch (error) {
        // Somebody else was the first.
        if (error instanceof mongo.MongoServerError && error.code === DUPLICATE_KEY) return false
        throw error
      }
    },
  }
}
