import type { ClientSession, Connection, mongo } from 'mongoose'
import { BackupTrouble } from './backup-problem.ts'
import type { BsonRow } from './document-codec.ts'

/** The database at one moment: every read through `session` sees that moment. */
export type StoreSnapshot = {
  readonly database: mongo.Db
  readonly session: ClientSession
  /** Names of all collections, sorted. */
  readonly collections: readonly string[]
}

/** Collections are made at the start and with the first row of their kind; so many of them in a row are no accident. */
const MOST_TRIES = 5

export const databaseOf = (connection: Connection): mongo.Db => connection.getClient().db(connection.name)

/** Collections of a database that documents are kept in. */
export async function collectionNames(database: mongo.Db): Promise<readonly string[]> {
  const found = await database.listCollections({}, { nameOnly: true }).toArray()
  return found.flatMap(({ name, type }) => (type === 'collection' && !name.startsWith('system.') ? [name] : [])).toSorted()
}

/**
 * Does `work` on a snapshot. A MongoDB keeps one for some minutes in a snapshot session; the embedded store has snapshots
 * in transactions, for as long as somebody reads. Lists of collections belong to no snapshot: they are read before and
 * after it is taken, until both say the same.
 */
export async function onSnapshot<T>(
  connection: Connection,
  kind: 'embedded' | 'mongodb',
  work: (snapshot: StoreSnapshot) => Promise<T>,
): Promise<T> {
  const database = databaseOf(connection)
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const collections = await collectionNames(database)
    const [first] = collections
    if (first === undefined) throw new BackupTrouble('store-empty', connection.name)
    const session = await connection.startSession({ snapshot: kind === 'mongodb' })
    try {
      if (kind === 'embedded') session.startTransaction({ readConcern: { level: 'snapshot' } })
      await database.collection<BsonRow>(first).findOne({}, { session })
      if ((await collectionNames(database)).join('\n') === collections.join('\n')) return await work({ database, session, collections })
    } finally {
      // Nothing was written: there is nothing to keep.
      if (session.inTransaction()) await session.abortTransaction()
      await session.endSession()
    }
  }
  throw new BackupTrouble('store-moving', '')
}
