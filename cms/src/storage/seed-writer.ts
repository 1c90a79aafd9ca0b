import type { Programme, StarterCatalogue } from '@ulan/contract'
import { type Connection, mongo, Schema } from 'mongoose'
import type { SeedState, SeedWriter } from '../service/ports.ts'
import type { CatalogueModels } from './catalogue-models.ts'
import { programmeToRow, regionToRow, toRow } from './row.ts'

const DUPLICATE_KEY = 11000
const MARKER_ID = 'starter-catalogue'
const BATCH_ROWS = 500

const settingSchema = new Schema<{ _id: string; state: string; changedAt: Date }>(
  { _id: { type: String, required: true }, state: String, changedAt: Date },
  { versionKey: false, autoIndex: false, autoCreate: false, collection: 'settings' },
)

type Insertable = { readonly collection: { readonly collectionName: string } }

/** Adds rows that are not there yet and leaves those that are. */
async function addMissing(connection: Connection, model: Insertable, rows: readonly object[]): Promise<void> {
  // Rows come checked by the contract; the driver's own call spares a mongoose document for each of thousands.
  const collection = connection.collection(model.collection.collectionName)
  for (let start = 0; start < rows.length; start += BATCH_ROWS) {
    try {
      await collection.insertMany(rows.slice(start, start + BATCH_ROWS), { ordered: false, ignoreUndefined: true })
    } catch (error) {
      if (!isOnlyDuplicates(error)) throw error
    }
  }
}

function isOnlyDuplicates(error: unknown): boolean {
  if (!(error instanceof mongo.MongoBulkWriteError)) return false
  const failures = Array.isArray(error.writeErrors) ? error.writeErrors : [error.writeErrors]
  return failures.length > 0 && failures.every((failure) => failure.code === DUPLICATE_KEY)
}

/** Writes the starter catalogue; a marker tells how far that came, so that a power cut in between is made good at the next start. */
export function createSeedWriter(connection: Connection, models: CatalogueModels): SeedWriter {
  const settings = connection.model('Setting', settingSchema)
  return {
    async readState(): Promise<SeedState> {
      const marker = await settings.findById(MARKER_ID).lean().exec()
      if (marker !== null) return marker.state === 'done' ? 'done' : 'begun'
      const firsts = await Promise.all([
        models.programmes.findOne().lean().exec(),
        models.series.findOne().lean().exec(),
        models.rails.findOne().lean().exec(),
      ])
      return firsts.some((row) => row !== null) ? 'in-use' : 'empty'
    },
    async mark(state: 'begun' | 'done', changedAt: Date): Promise<void> {
      await settings.updateOne({ _id: MARKER_ID }, { $set: { state, changedAt } }, { upsert: true }).exec()
    },
    async addAll(catalogue: StarterCatalogue, programmes: readonly Programme[]): Promise<void> {
      await addMissing(connection, models.laws, catalogue.laws.map(toRow))
      await addMissing(connection, models.questions, catalogue.questions.map(toRow))
      await addMissing(connection, models.quizzes, catalogue.quizzes.map(toRow))
      await addMissing(connection, models.regions, catalogue.regions.map(regionToRow))
      await addMissing(connection, models.genres, catalogue.genres.map(toRow))
      await addMissing(connection, models.troupes, catalogue.troupes.map(toRow))
      await addMissing(connection, models.series, catalogue.series.map(toRow))
      await addMissing(connection, models.programmes, programmes.map(programmeToRow))
      await addMissing(connection, models.rails, catalogue.rails.map(toRow))
    },
  }
}
