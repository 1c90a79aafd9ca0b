import type { Campaign, Rail } from '@ulan/contract'
import { type ClientSession, type Connection, mongo, Schema } from 'mongoose'
import type { FirstLayout, HomeLayoutStore, LayoutChange } from '../service/ports.ts'
import type { CatalogueModels } from './catalogue-models.ts'
import { toRow } from './row.ts'

/** One document: rails are changed as a whole. */
const ID = 'home'
/** `campaigns` is absent where it was written before there were any. */
type RevisionRow = { _id: typeof ID; rev: number; changedAt: Date; changedBy: string; campaigns?: readonly Campaign[] }

const required = { type: String, required: true } as const
const revisionSchema = new Schema<RevisionRow>(
  {
    _id: required,
    rev: { type: Number, required: true },
    changedAt: { type: Date, required: true },
    changedBy: required,
    // Checked by the contract; a store schema would only repeat it.
    campaigns: { type: [Schema.Types.Mixed], default: undefined },
  },
  { versionKey: false, minimize: false, autoIndex: false, autoCreate: false, collection: 'home-layout' },
)
const DUPLICATE_KEY = 11000

/** Which revision the rails are of, and all of them replaced at once or not at all. */
export function createHomeLayoutStore(connection: Connection, { rails }: Pick<CatalogueModels, 'rails'>): HomeLayoutStore {
  const revisions = connection.model('HomeLayout', revisionSchema)

  const store = async (next: readonly Rail[], { changedAt, ...change }: LayoutChange, session: ClientSession): Promise<boolean> => {
    const { rev } = change
    const row = { ...change, changedAt: new Date(changedAt) }
    // At the first revision there is nothing to replace.
    const { matchedCount, upsertedCount } = await revisions
      .replaceOne({ _id: ID, rev: rev - 1 }, row, { session, upsert: rev === 1 })
      .exec()
    if (matchedCount + upsertedCount !== 1) {
      await session.abortTransaction()
      return false
    }
    await rails.deleteMany({}, { session }).exec()
    if (next.length > 0) await rails.insertMany(next.map(toRow), { session })
    return true
  }
  return {
    async readRevision(): Promise<LayoutChange | FirstLayout> {
      const row = await revisions.findById(ID).lean().exec()
      if (row === null) return { rev: 0, campaigns: [] }
      const { rev, changedAt, changedBy, campaigns = [] } = row
      return { rev, changedAt: changedAt.toISOString(), changedBy, campaigns }
    },
    async replaceLayout(next: readonly Rail[], change: LayoutChange): Promise<boolean> {
      try {
        return await connection.withSession((session) => session.withTransaction(() => store(next, change, session)))
      } catch (error) {
        // Somebody else made this revision first.
        if (error instanceof mongo.MongoServerError && error.code === DUPLICATE_KEY) return false
        throw error
      }
    },
  }
}
