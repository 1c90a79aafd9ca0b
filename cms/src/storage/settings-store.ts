import { NO_SETTINGS, type Settings, type SettingsChange } from '@ulan/contract'
import { type ClientSession, type Connection, mongo, Schema } from 'mongoose'
import type { SettingsReader, SettingsWriter } from '../service/ports.ts'

/** One document, so that a change of several members is one change. */
const ID = 'site'
/** Newer than the rest: an installation that was set up before has none stored. */
type Newer = 'languages' | 'review'
type SettingsRow = Omit<Settings, Newer> & Partial<Pick<Settings, Newer>> & { _id: typeof ID; updatedAt: Date }
type ChangeRow = Omit<SettingsChange, 'rev' | 'changedAt'> & { _id: number; changedAt: Date }

const required = { type: String, required: true } as const
const options = { versionKey: false, minimize: false, autoIndex: false, autoCreate: false } as const
const locales = { type: [String], required: true } as const
const languages = new Schema({ offered: locales, required: locales }, { _id: false })

const settingsSchema = new Schema<SettingsRow>(
  {
    _id: required,
    organiser: String,
    filingNumber: String,
    licenceNumber: String,
    languages,
    review: new Schema({ policy: required, isUrgentAllowed: { type: Boolean, required: true } }, { _id: false }),
    rev: { type: Number, required: true },
    updatedAt: { type: Date, required: true },
  },
  { ...options, collection: 'settings' },
)
const changeSchema = new Schema<ChangeRow>(
  {
    _id: { type: Number, required: true },
    changedAt: { type: Date, required: true },
    changedBy: required,
    // Members of the settings, checked by the contract; a store schema would only repeat them.
    before: { type: Schema.Types.Mixed, required: true },
    after: { type: Schema.Types.Mixed, required: true },
  },
  { ...options, collection: 'settings-changes' },
)
const DUPLICATE_KEY = 11000
const MOST_LISTED = 100

/** The settings, and one row for every change of them, by the revision that it made; no row is ever changed. */
export function createSettingsStore(connection: Connection): SettingsReader & SettingsWriter {
  const model = connection.model('Settings', settingsSchema)
  const changes = connection.model('SettingsChange', changeSchema)

  const store = async (
    { rev, ...members }: Settings,
    { changedAt, ...change }: SettingsChange,
    session: ClientSession,
  ): Promise<boolean> => {
    const at = new Date(changedAt)
    const { rev: _rev, ...row } = change
    await changes.insertMany([{ _id: rev, changedAt: at, ...row }], { session })
    const next = { ...members, rev, updatedAt: at }
    // At the first revision there is nothing to replace.
    const { matchedCount, upsertedCount } = await model.replaceOne({ _id: ID, rev: rev - 1 }, next, { session, upsert: rev === 1 }).exec()
    if (matchedCount + upsertedCount === 1) return true
    await session.abortTransaction()
    return false
  }
  return {
    async readSettings(): Promise<Settings> {
      const row = await model.findById(ID).lean().exec()
      if (row === null) return NO_SETTINGS
      const { _id, updatedAt: _updatedAt, ...settings } = row
      return { ...NO_SETTINGS, ...settings }
    },
    async listChanges(): Promise<readonly SettingsChange[]> {
      const rows = await changes.find().sort({ _id: -1 }).limit(MOST_LISTED).lean().exec()
      return rows.map(({ _id, changedAt, ...change }) => ({ rev: _id, changedAt: changedAt.toISOString(), ...change }))
    },
    async replaceRevision(settings: Settings, change: SettingsChange): Promise<boolean> {
      try {
        return await connection.withSession((session) => session.withTransaction(() => store(settings, change, session)))
      } catch (error) {
        // Somebody else made this revision first.
        if (error instanceof mongo.MongoServerError && error.code === DUPLICATE_KEY) return false
        throw error
      }
    },
  }
}
