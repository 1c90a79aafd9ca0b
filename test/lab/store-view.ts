import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import mongoose, { type Connection } from 'mongoose'

/** A unit of work as it is stored. */
export type StoredUnit = {
  readonly _id: string
  readonly assetId: string
  readonly kind: string
  readonly state: 'waiting' | 'running' | 'done'
  readonly fence: number
  readonly failures: number
  readonly waitsFor?: string
  readonly worker?: string
  readonly leaseUntil?: Date
  readonly step: { readonly segmentCount?: number }
}

/** A look into the embedded store of a running server, by the socket that its workers use. */
export type StoreView = {
  readonly uri: string
  readonly connection: Connection
  units(filter?: object): Promise<readonly StoredUnit[]>
  close(): Promise<void>
}

export async function viewStore(dataDir: string): Promise<StoreView> {
  const socketPath = (await readFile(join(dataDir, 'socket'), 'utf8')).trim()
  const uri = `mongodb://${encodeURIComponent(socketPath)}/legal`
  const connection = await mongoose.createConnection(uri, { serverSelectionTimeoutMS: 30_000 }).asPromise()
  return {
    uri,
    connection,
    units: (filter = {}) => connection.collection<StoredUnit>('units').find(filter).toArray(),
    close: () => connection.close(),
  }
}
