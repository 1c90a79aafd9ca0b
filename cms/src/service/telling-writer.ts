import type { ProgrammeId } from '@ulan/contract'
import type { CatalogueChange } from './load-catalogue.ts'
import type { ProgrammeWriter } from './ports.ts'

/**
 * A writer that tells of each programme it tried to write, before whoever asked for it knows how it went: one that failed
 * may have been written all the same.
 */
export function tellingWriter(writer: ProgrammeWriter, tell: (changes: readonly CatalogueChange[]) => void): ProgrammeWriter {
  const telling = async <T>(id: ProgrammeId, write: Promise<T>): Promise<T> => {
    try {
      return await write
    } finally {
      tell([{ kind: 'programme', id }])
    }
  }
  return {
    keepVersion: writer.keepVersion,
    insert: (programme) => telling(programme.id, writer.insert(programme)),
    replaceRevision: (programme, seenRev) => telling(programme.id, writer.replaceRevision(programme, seenRev)),
    remove: (programme, by) => telling(programme.id, writer.remove(programme, by)),
    putBack: (programme) => telling(programme.id, writer.putBack(programme)),
  }
}
