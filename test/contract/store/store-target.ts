import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openEmbeddedStore } from '@ulan/embedded'
import mongoose, { type Connection } from 'mongoose'

export type OpenTarget = {
  readonly connection: Connection
  /** Lines that the store logged: a passing test leaves none. */
  readonly log: readonly string[]
  /** A further, independent client of the same database. */
  connect(): Promise<Connection>
  close(): Promise<void>
}

export type StoreTarget = { readonly name: string; open(): Promise<OpenTarget> }

async function connectTo(uri: string, dbName: string): Promise<Connection> {
  return mongoose.createConnection(uri, { dbName, serverSelectionTimeoutMS: 10_000 }).asPromise()
}

const embedded: StoreTarget = {
  name: 'embedded store',
  open: async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'ulan-contract-'))
    const log: string[] = []
    const opened = await openEmbeddedStore({ dataDir, logger: (line) => log.push(line) })
    if (!opened.ok) throw new Error(`${opened.problem.kind}: ${opened.problem.detail}`)
    const { store } = opened
    const connections = [await connectTo(store.uri, 'legal')]
    return {
      connection: connections[0] ?? mongoose.createConnection(),
      log,
      connect: async () => {
        const connection = await connectTo(store.uri, 'legal')
        connections.push(connection)
        return connection
      },
      close: async () => {
        await Promise.all(connections.map((connection) => connection.close()))
        await store.close()
        await rm(dataDir, { recursive: true, force: true })
      },
    }
  },
}

function realServer(uri: string): StoreTarget {
  return {
    name: 'MongoDB',
    open: async () => {
      const dbName = `contract_${randomBytes(6).toString('hex')}`
      const connections = [await connectTo(uri, dbName)]
      const [connection = mongoose.createConnection()] = connections
      return {
        connection,
        log: [],
        connect: async () => {
          const more = await connectTo(uri, dbName)
          connections.push(more)
          return more
        },
        close: async () => {
          await connection.dropDatabase()
          await Promise.all(connections.map((each) => each.close()))
        },
      }
    },
  }
}

const realUri = process.env['TEST_MONGODB_URI']

/** The same suite runs against the embedded store and, when TEST_MONGODB_URI is set, against a real MongoDB. */
export const targets: readonly StoreTarget[] = realUri === undefined ? [embedded] : [embedded, realServer(realUri)]
