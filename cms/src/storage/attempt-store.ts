import type { AttemptCreate, AttemptId } from '@ulan/contract'
import { type Connection, type Model, mongo, Schema } from 'mongoose'
import type { AttemptReader, AttemptWriter, StoredAttempt } from '../service/ports.ts'

type AttemptRow = Omit<AttemptCreate, 'id' | 'startedAt' | 'finishedAt' | 'answers'> & {
  _id: AttemptId
  startedAt: Date
  finishedAt: Date
  receivedAt: Date
  answers: { questionId: AttemptCreate['answers'][number]['questionId']; optionId: string; answeredAt: Date }[]
}

const required = { type: String, required: true } as const
const answer = new Schema({ questionId: required, optionId: required, answeredAt: Date }, { _id: false })
const attemptSchema = new Schema<AttemptRow>(
  {
    _id: required,
    quizId: required,
    programmeId: String,
    device: required,
    locale: required,
    startedAt: Date,
    finishedAt: Date,
    receivedAt: Date,
    answers: [answer],
  },
  { versionKey: false, minimize: false, autoIndex: false, autoCreate: false, collection: 'attempts' },
)
attemptSchema.index({ quizId: 1, receivedAt: 1 })

const DUPLICATE_KEY = 11000

function toAttemptRow({ id, ...attempt }: AttemptCreate, receivedAt: Date): AttemptRow {
  return {
    _id: id,
    ...attempt,
    startedAt: new Date(attempt.startedAt),
    finishedAt: new Date(attempt.finishedAt),
    receivedAt,
    answers: attempt.answers.map((one) => ({ ...one, answeredAt: new Date(one.answeredAt) })),
  }
}

function fromAttemptRow({ _id, receivedAt, ...row }: AttemptRow): StoredAttempt {
  return {
    receivedAt,
    attempt: {
      id: _id,
      ...row,
      startedAt: row.startedAt.toISOString(),
      finishedAt: row.finishedAt.toISOString(),
      answers: row.answers.map((one) => ({ ...one, answeredAt: one.answeredAt.toISOString() })),
    },
  }
}

export type AttemptStore = { readonly model: Model<AttemptRow>; readonly reader: AttemptReader; readonly writer: AttemptWriter }

/** Attempts are rows that are never changed: the writer can only add. */
export function createAttemptStore(connection: Connection): AttemptStore {
  const model = connection.model('Attempt', attemptSchema)
  const rowsOf = connection.collection<AttemptRow>(model.collection.collectionName)
  return {
    model,
    reader: {
      async readOne(id: AttemptId): Promise<StoredAttempt | undefined> {
        const row = await model.findById(id).lean().exec()
        return row === null ? undefined : fromAttemptRow(row)
      },
    },
    writer: {
      async insertMany(attempts: readonly AttemptCreate[], receivedAt: Date): Promise<ReadonlySet<number>> {
        const rows = attempts.map((attempt) => toAttemptRow(attempt, receivedAt))
        try {
          // Rows were checked by the contract; the driver's own call spares a mongoose document per answer.
          await rowsOf.insertMany(rows, { ordered: false, writeConcern: { w: 'majority', j: true } })
          return new Set()
        } catch (error) {
          return duplicatesOf(error)
        }
      },
    },
  }
}

/** Indexes of the rows that were there already; any other failure is not an expected one and goes on. */
function duplicatesOf(error: unknown): ReadonlySet<number> {
  if (!(error instanceof mongo.MongoBulkWriteError)) throw error
  const failures = Array.isArray(error.writeErrors) ? error.writeErrors : [error.writeErrors]
  if (failures.length === 0 || failures.some((failure) => failure.code !== DUPLICATE_KEY)) throw error
  return new Set(failures.map((failure) => failure.index))
}
