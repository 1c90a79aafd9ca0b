import type { Region } from '@ulan/contract'
import type { KeptProgramme } from '../domain/programme/kept-programme.ts'
import type { ProgrammeRow, RegionRow, Row } from './catalogue-models.ts'

/** A record as stored → as the other rooms know it. */
export function fromRow<T extends { id: string }>(row: Row<T>): T {
  const { _id, ...members } = row
  return { id: _id, ...members } as unknown as T // `Row` is exactly this renaming; TypeScript cannot undo an Omit
}

/** The other way round. */
export function toRow<T extends { id: string }>(value: T): Row<T> {
  const { id, ...members } = value
  return { _id: id, ...members } as unknown as Row<T> // as above
}

export const regionFromRow = ({ _id, ...members }: RegionRow): Region => ({ code: _id, ...members })
export const regionToRow = ({ code, ...members }: Region): RegionRow => ({ _id: code, ...members })

/** What was stored before there was an audience is for everyone. Instants are dates in the store, so that they sort and expire there, and ISO 8601 texts elsewhere. */
export function programmeFromRow(row: ProgrammeRow): KeptProgramme {
  const { _id, createdAt, updatedAt, publishedAt, takenDownAt, audience = 'everyone', ...members } = row
  return {
    id: _id,
    audience,
    ...members,
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
    ...(publishedAt === undefined ? {} : { publishedAt: publishedAt.toISOString() }),
    ...(takenDownAt === undefined ? {} : { takenDownAt: takenDownAt.toISOString() }),
  }
}

export function programmeToRow(programme: KeptProgramme): ProgrammeRow {
  const { id, createdAt, updatedAt, publishedAt, takenDownAt, ...members } = programme
  return {
    _id: id,
    ...members,
    createdAt: new Date(createdAt),
    updatedAt: new Date(updatedAt),
    ...(publishedAt === undefined ? {} : { publishedAt: new Date(publishedAt) }),
    ...(takenDownAt === undefined ? {} : { takenDownAt: new Date(takenDownAt) }),
  }
}
