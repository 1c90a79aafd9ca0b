import type { ProgrammeId } from '@ulan/contract'
import { mongo } from 'mongoose'
import type { KeptProgramme, KeptVersion } from '../domain/programme/kept-programme.ts'
import type { Deleter, ProgrammeWriter } from '../service/ports.ts'
import type { DeletedProgrammeRow, ProgrammeModels } from './catalogue-models.ts'
import { programmeToRow } from './row.ts'

const DUPLICATE_KEY = 11000

/** Writes programmes, one revision at a time. */
export function createProgrammeWriter({ programmes, deletedProgrammes, versions }: ProgrammeModels): ProgrammeWriter {
  /** False when a later revision lies there. */
  const toTrash = async (id: ProgrammeId, row: Omit<DeletedProgrammeRow, '_id'>): Promise<boolean> => {
    try {
      await deletedProgrammes.replaceOne({ _id: id, rev: { $lte: row.rev } }, row, { upsert: true }).exec()
      return true
    } catch (error) {
      if (error instanceof mongo.MongoServerError && error.code === DUPLICATE_KEY) return false
      throw error
    }
  }
  return {
    async insert(programme: KeptProgramme): Promise<void> {
      await programmes.insertMany([programmeToRow(programme)])
    },
    async keepVersion(programmeId: ProgrammeId, version: KeptVersion): Promise<void> {
      const { number } = version
      // Whoever publishes again after a crash keeps the same one once more.
      await versions.replaceOne({ _id: `${programmeId}@${String(number)}` }, { programmeId, number, version }, { upsert: true }).exec()
    },
    async replaceRevision(programme: KeptProgramme, seenRev: number): Promise<boolean> {
      const { _id, ...members } = programmeToRow(programme)
      const result = await programmes.replaceOne({ _id, rev: seenRev }, members).exec()
      return result.matchedCount === 1
    },
    async putBack(programme: KeptProgramme): Promise<boolean> {
      try {
        await programmes.insertMany([programmeToRow(programme)])
      } catch (error) {
        if (error instanceof mongo.MongoServerError && error.code === DUPLICATE_KEY) return false
        throw error
      }
      // Should this be cut off, it is in the trash and there: the list of the trash leaves out what is there.
      // Somebody may have deleted it again already: that row is of a later revision.
      await deletedProgrammes.deleteOne({ _id: programme.id, rev: { $lt: programme.rev } }).exec()
      return true
    },
    async remove(programme: KeptProgramme, { email, at }: Deleter): Promise<boolean> {
      const { id, rev, title } = programme
      const row = { title, rev, deletedBy: email, deletedAt: at, programme }
      // Written first: attempts at its quiz are taken all the time, and refused for a programme that never was.
      if (!(await toTrash(id, row))) return false
      const { deletedCount } = await programmes.deleteOne({ _id: id, rev }).exec()
      if (deletedCount === 1) return true
      if ((await programmes.exists({ _id: id }).exec()) !== null) await deletedProgrammes.deleteOne({ _id: id, rev }).exec()
      return false
    },
  }
}
