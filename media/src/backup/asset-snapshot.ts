import type { ClientSession, Connection } from 'mongoose'
import { type AssetRecord, assetModel } from '../storage/asset-model.ts'

/**
 * Collections that only say what machines are doing at present. A backup leaves them out: work that was under way is queued
 * again from its asset (see `mendAssets`), since what was made of it so far lies in a work folder that is not kept either;
 * and what is superseded is not kept, or marked again where media were copied by another program.
 */
export const WORK_COLLECTIONS: readonly string[] = ['units', 'superseded']

/** All assets as a session sees them, one after another. */
export async function* readAssetsIn(connection: Connection, session: ClientSession): AsyncGenerator<AssetRecord> {
  // The driver's own cursor: a mongoose document for each of thousands of assets is not needed.
  const { collectionName } = assetModel(connection).collection
  yield* connection.collection<AssetRecord>(collectionName).find({}, { session })
}
