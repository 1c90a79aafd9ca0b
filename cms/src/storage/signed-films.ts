import type { ClientSession, Connection } from 'mongoose'
import type { KeptSchedule, KeptVersion } from '../domain/programme/kept-programme.ts'

type Row = { _id: string; lastVersion?: KeptVersion; schedule?: KeptSchedule }

/**
 * Versions of assets that programmes show viewers, or will, as they were signed; by the asset's id, as a session sees them: they stay needed when
 * the asset itself has gone on.
 */
export async function readSignedFilms(connection: Connection, session: ClientSession): Promise<ReadonlyMap<string, readonly number[]>> {
  const films = new Map<string, Set<number>>()
  const signed = ['lastVersion.film.version', 'schedule.publish.film.version'].map((member) => ({ [member]: { $exists: true } }))
  const rows = connection.collection<Row>('programmes').find({ $or: signed }, { session, projection: { lastVersion: 1, schedule: 1 } })
  for await (const { lastVersion, schedule } of rows) {
    for (const { content, film } of [lastVersion, schedule?.publish].filter((one) => one !== undefined)) {
      if (content.assetId === undefined || film?.version === undefined) continue
      films.set(content.assetId, (films.get(content.assetId) ?? new Set()).add(film.version))
    }
  }
  return new Map([...films].map(([id, versions]) => [id, [...versions]]))
}
