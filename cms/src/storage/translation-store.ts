import type { TranslationChange, TranslationId, TranslationProposal } from '@ulan/contract'
import { type ClientSession, type Connection, type Model, mongo, Schema } from 'mongoose'
import type { KeptTranslation, TranslationStore } from '../service/ports.ts'

type TranslationRow = { _id: TranslationId; rev: number; proposal?: TranslationProposal }
/** By translation and the revision that it made. */
type ChangeRow = Omit<TranslationChange, 'id' | 'changedAt'> & { _id: string; translationId: TranslationId; changedAt: Date }

const required = { type: String, required: true } as const
const options = { versionKey: false, minimize: false, autoIndex: false, autoCreate: false } as const
const proposal = new Schema<TranslationProposal>(
  {
    text: required,
    chinese: required,
    state: required,
    proposedBy: String,
    proposedAt: String,
    reviewedBy: String,
    reviewedAt: String,
  },
  { _id: false },
)
const translationSchema = new Schema<TranslationRow>(
  { _id: required, rev: { type: Number, required: true }, proposal },
  { ...options, collection: 'translations' },
)
const changeSchema = new Schema<ChangeRow>(
  {
    _id: required,
    translationId: required,
    rev: { type: Number, required: true },
    changedAt: { type: Date, required: true },
    changedBy: required,
    before: proposal,
    after: proposal,
  },
  { ...options, collection: 'translation-changes' },
)
changeSchema.index({ changedAt: -1 })
const DUPLICATE_KEY = 11000
const MOST_LISTED = 100

const fromRow = ({ _id, ...row }: TranslationRow): KeptTranslation => ({ id: _id, ...row })

type KeptStore = TranslationStore & { readonly changes: Pick<Model<ChangeRow>, 'createIndexes'> }

/** What staff propose for texts of the interface, and one row for every change of it; no row of a change is ever changed. */
export function createTranslationStore(connection: Connection): KeptStore {
  const model = connection.model('Translation', translationSchema)
  const changes = connection.model('TranslationChange', changeSchema)

  const store = async (
    { id, rev, proposal: next }: KeptTranslation,
    { changedAt, id: translationId, ...change }: TranslationChange,
    session: ClientSession,
  ): Promise<boolean> => {
    const row = { _id: `${id}@${String(rev)}`, translationId, changedAt: new Date(changedAt), ...change }
    await changes.insertMany([row], { session })
    // At the first revision there is nothing to replace.
    const { matchedCount, upsertedCount } = await model
      .replaceOne({ _id: id, rev: rev - 1 }, { rev, ...(next && { proposal: next }) }, { session, upsert: rev === 1 })
      .exec()
    if (matchedCount + upsertedCount === 1) return true
    await session.abortTransaction()
    return false
  }
  return {
    changes,
    async readOne(id: TranslationId): Promise<KeptTranslation | undefined> {
      const row = await model.findById(id).lean().exec()
      return row === null ? undefined : fromRow(row)
    },
    async listAll(): Promise<readonly KeptTranslation[]> {
      return (await model.find().lean().exec()).map(fromRow)
    },
    async listChanges(): Promise<readonly TranslationChange[]> {
      const rows = await changes.find().sort({ changedAt: -1, _id: -1 }).limit(MOST_LISTED).lean().exec()
      return rows.map(({ _id, translationId, changedAt, ...row }) => ({ id: translationId, changedAt: changedAt.toISOString(), ...row }))
    },
    async replaceRevision(kept: KeptTranslation, change: TranslationChange): Promise<boolean> {
      try {
        return await connection.withSession((session) => session.withTransaction(() => store(kept, change, session)))
      } catch (error) {
        // Somebody else made this revision first.
        if (error instanceof mongo.MongoServerError && error.code === DUPLICATE_KEY) return false
        throw error
      }
    },
  }
}
