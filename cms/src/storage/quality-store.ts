import { type Connection, Schema } from 'mongoose'
import type { QualityCount } from '../domain/quality/quality.ts'
import type { QualityStore } from '../service/ports.ts'

type QualityRow = Omit<QualityCount, 'starts'> & {
  /** Day and device. */
  _id: string
  /** By class, since counters of a list cannot be made by adding to them. */
  starts: Readonly<Record<string, number>>
}

const count = { type: Number, required: true } as const
const qualitySchema = new Schema<QualityRow>(
  {
    _id: { type: String, required: true },
    day: { type: String, required: true },
    device: { type: String, required: true },
    plays: count,
    ends: Object,
    watchedSeconds: count,
    stalls: count,
    stalledSeconds: count,
    starts: Object,
  },
  { versionKey: false, minimize: false, autoIndex: false, autoCreate: false, collection: 'quality' },
)
/** Both devices of a year and a day. */
const MOST_ROWS = 732

/** One row for each day and kind of device, which only ever grows: nothing is kept of single plays. */
export function createQualityStore(connection: Connection): QualityStore {
  const model = connection.model('Quality', qualitySchema)
  const rowsOf = connection.collection<QualityRow>(model.collection.collectionName)
  return {
    async add(counts) {
      const updates = counts.map(({ day, device, plays, ends, watchedSeconds, stalls, stalledSeconds, starts }) => ({
        updateOne: {
          filter: { _id: `${day} ${device}` },
          update: {
            $setOnInsert: { day, device },
            $inc: Object.fromEntries([
              ...Object.entries({ plays, watchedSeconds, stalls, stalledSeconds }),
              ...Object.entries(ends).map(([name, value]) => [`ends.${name}`, value] as const),
              ...starts.map((value, at) => [`starts.${at}`, value] as const),
            ]),
          },
          upsert: true,
        },
      }))
      await rowsOf.bulkWrite(updates, { ordered: false, writeConcern: { w: 'majority', j: true } })
    },
    async listSince(day) {
      const rows = await model
        .find({ day: { $gte: day } })
        .sort({ day: -1, device: -1 })
        .limit(MOST_ROWS)
        .lean()
        .exec()
      return rows.map(({ _id, starts, ...row }) => ({ ...row, starts: startsOf(starts) }))
    },
  }
}

const startsOf = (starts: QualityRow['starts']): number[] =>
  Object.keys(starts)
    .sort((one, other) => Number(one) - Number(other))
    .map((name) => starts[name] ?? 0)
