import type { Programme } from '@ulan/contract'
import type { ProgrammeWriter } from '../service/ports.ts'
import type { CatalogueModels } from './catalogue-models.ts'
import { programmeToRow } from './row.ts'

/** Writes programmes, one revision at a time. */
export function createProgrammeWriter({ programmes }: Pick<CatalogueModels, 'programmes'>): ProgrammeWriter {
  return {
    async insert(programme: Programme): Promise<void> {
      await programmes.insertMany([programmeToRow(programme)])
    },
    async replaceRevision(programme: Programme, seenRev: number): Promise<boolean> {
      const { _id, ...members } = programmeToRow(programme)
      const result = await programmes.replaceOne({ _id, rev: seenRev }, members).exec()
      return result.matchedCount === 1
    },
  }
}
