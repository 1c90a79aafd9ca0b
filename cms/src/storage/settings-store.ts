import { NO_SETTINGS, type Settings } from '@ulan/contract'
import { type Connection, mongo, Schema } from 'mongoose'
import type { SettingsReader, SettingsWriter } from '../service/ports.ts'

/** One document, so that a change of several members is one change. */
const ID = 'site'
type SettingsRow = Settings & { _id: typeof ID; updatedAt: Date }

const settingsSchema = new Schema<SettingsRow>(
  {
    _id: { type: String, required: true },
    organiser: String,
    filingNumber: String,
    licenceNumber: String,
    rev: { type: Number, required: true },
    updatedAt: { type: Date, required: true },
  },
  { versionKey: false, minimize: false, autoIndex: false, autoCreate: false, collection: 'settings' },
)
const DUPLICATE_KEY = 11000

export function createSettingsStore(connection: Connection): SettingsReader & SettingsWriter {
  const model = connection.model('Settings', settingsSchema)
  return {
    async readSettings(): Promise<Settings> {
      const row = await model.findById(ID).lean().exec()
      if (row === null) return NO_SETTINGS
      const { _id, updatedAt: _updatedAt, ...settings } = row
      return settings
    },
    async replaceRevision(settings: Settings, seenRev: number, at: Date): Promise<boolean> {
      const members = { ...settings, updatedAt: at }
      if (seenRev > 0) return (await model.replaceOne({ _id: ID, rev: seenRev }, members).exec()).matchedCount === 1
      try {
        await model.insertMany([{ _id: ID, ...members }])
        return true
      } catch (error) {
        // Somebody else was the first.
        if (error instanceof mongo.MongoServerError && error.code === DUPLICATE_KEY) return false
        throw error
      }
    },
  }
}
