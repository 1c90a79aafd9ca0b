import type { Connection } from 'mongoose'
import { databaseOf } from './store-snapshot.ts'

/** Only there while a restore is at work, or after one that was cut off. */
const COLLECTION = 'restores'
type Marker = { readonly _id: string; readonly file: string }
const ID = 'unfinished'

const markers = (connection: Connection) => databaseOf(connection).collection<Marker>(COLLECTION)

/** Says in the database that it is not whole: no server starts on it. */
export async function markRestore(connection: Connection, file: string): Promise<void> {
  await markers(connection).insertOne({ _id: ID, file }, { writeConcern: { w: 'majority', j: true } })
}

export async function clearRestoreMark(connection: Connection): Promise<void> {
  await markers(connection).drop()
}

/** The backup that was being restored when that was cut off, if any. */
export async function unfinishedRestore(connection: Connection): Promise<string | undefined> {
  return (await markers(connection).findOne({ _id: ID }))?.file
}
