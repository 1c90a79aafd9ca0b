import type { ProgrammeId } from '@ulan/contract'
import { type Connection, mongo, Schema } from 'mongoose'
import type { KeptReview } from '../domain/review/review-life.ts'
import type { ReviewStore } from '../service/review-needs.ts'

/** By programme and number. */
type ReviewRow = Omit<KeptReview, 'submittedAt'> & { _id: string; submittedAt: Date }

export const REVIEW_COLLECTION = 'reviews'

const required = { type: String, required: true } as const
// Members that the contract checks; a store schema would only repeat them.
const mixed = { type: Schema.Types.Mixed, required: true } as const
const reviewSchema = new Schema<ReviewRow>(
  {
    _id: required,
    programmeId: required,
    number: { type: Number, required: true },
    rev: { type: Number, required: true },
    path: required,
    reason: String,
    state: required,
    contentHash: required,
    submittedBy: mixed,
    submittedAt: { type: Date, required: true },
    signatures: mixed,
    remarks: mixed,
    end: Schema.Types.Mixed,
  },
  { versionKey: false, minimize: false, autoIndex: false, autoCreate: false, collection: REVIEW_COLLECTION },
)
reviewSchema.index({ programmeId: 1, number: -1 })
reviewSchema.index({ state: 1, programmeId: 1 })
const DUPLICATE_KEY = 11000

const idOf = ({ programmeId, number }: Pick<KeptReview, 'programmeId' | 'number'>): string => `${programmeId}@${String(number)}`
const toRow = (review: KeptReview): ReviewRow => ({ ...review, _id: idOf(review), submittedAt: new Date(review.submittedAt) })
const fromRow = ({ _id, submittedAt, ...review }: ReviewRow): KeptReview => ({ ...review, submittedAt: submittedAt.toISOString() })

/** The programme of a review, by the review's key. */
export const programmeOfKey = (key: string): ProgrammeId => key.slice(0, key.lastIndexOf('@')) as ProgrammeId // as `idOf` made it

/** Reviews of programmes, one revision at a time; none is ever deleted. */
export async function createReviewStore(connection: Connection): Promise<ReviewStore> {
  const model = connection.model('Review', reviewSchema)
  await model.createIndexes()
  return {
    async insert(review: KeptReview): Promise<boolean> {
      try {
        await model.insertMany([toRow(review)])
        return true
      } catch (error) {
        if (error instanceof mongo.MongoServerError && error.code === DUPLICATE_KEY) return false
        throw error
      }
    },
    async replaceRevision(review: KeptReview, seenRev: number): Promise<boolean> {
      const { _id, ...members } = toRow(review)
      return (await model.replaceOne({ _id, rev: seenRev }, members).exec()).matchedCount === 1
    },
    async readLatest(programmeId: ProgrammeId): Promise<KeptReview | undefined> {
      const row = await model.findOne({ programmeId }).sort({ number: -1 }).lean<ReviewRow>().exec()
      return row === null ? undefined : fromRow(row)
    },
    async readOne(programmeId: ProgrammeId, number: number): Promise<KeptReview | undefined> {
      const row = await model.findById(idOf({ programmeId, number })).lean<ReviewRow>().exec()
      return row === null ? undefined : fromRow(row)
    },
    async listOf(programmeId: ProgrammeId): Promise<readonly KeptReview[]> {
      return (await model.find({ programmeId }).sort({ number: -1 }).lean<ReviewRow[]>().exec()).map(fromRow)
    },
    async readLatestOf(ids: readonly ProgrammeId[]): Promise<readonly KeptReview[]> {
      if (ids.length === 0) return []
      const rows = await model
        .find({ programmeId: { $in: [...ids] } })
        .sort({ number: 1 })
        .lean<ReviewRow[]>()
        .exec()
      // Of two with the same key the later one stays.
      return [...new Map(rows.map((row) => [row.programmeId, row])).values()].map(fromRow)
    },
    async listOpenAfter(id: ProgrammeId | undefined, most: number): Promise<readonly ProgrammeId[]> {
      const after = id === undefined ? {} : { programmeId: { $gt: id } }
      const rows = await model
        .find({ state: 'open', ...after }, { programmeId: 1 })
        .sort({ programmeId: 1 })
        .limit(most)
        .lean<Pick<ReviewRow, 'programmeId'>[]>()
        .exec()
      return rows.map(({ programmeId }) => programmeId)
    },
  }
}
