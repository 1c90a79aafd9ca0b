import { Long, ObjectId, Timestamp } from 'bson'
import type { EngineContext } from '../engine/engine-context.ts'
import { type BsonDocument, MAX_DOCUMENT_BYTES } from '../value/bson-value.ts'
import type { Command, CommandRequest } from './command.ts'

/** The protocol version this store speaks (MongoDB 7.0), as drivers compare it. */
const WIRE_VERSION = 21
const SERVER_VERSION = '7.0.0'

function hello(context: EngineContext, request: CommandRequest): BsonDocument {
  const now = new Date(context.world.nowMs())
  const opTime = { ts: new Timestamp({ t: Math.floor(now.getTime() / 1000), i: 1 }), t: Long.fromNumber(1) }
  return {
    helloOk: true,
    isWritablePrimary: true,
    ismaster: true,
    secondary: false,
    setName: context.replicaSet,
    setVersion: 1,
    hosts: [context.socketPath],
    me: context.socketPath,
    primary: context.socketPath,
    // A driver keeps the greatest election it has seen; a restarted store must not look older than itself.
    electionId: ObjectId.createFromHexString('7fffffff0000000000000001'),
    lastWrite: { opTime, lastWriteDate: now, majorityOpTime: opTime, majorityWriteDate: now },
    maxBsonObjectSize: MAX_DOCUMENT_BYTES,
    maxMessageSizeBytes: 48_000_000,
    maxWriteBatchSize: 100_000,
    localTime: now,
    logicalSessionTimeoutMinutes: 30,
    connectionId: request.connectionId,
    minWireVersion: 0,
    maxWireVersion: WIRE_VERSION,
    readOnly: false,
  }
}

function plain(
  name: string,
  reply: (context: EngineContext, request: CommandRequest) => BsonDocument,
  aliases: readonly string[] = [],
): Command {
  const fields = Object.fromEntries([name, ...aliases].map((each) => [each, 'ignored' as const]))
  return { name, aliases, effect: 'none', fields, run: (_fields, context, request) => reply(context, request) }
}

export const helloCommand: Command = {
  name: 'hello',
  aliases: ['isMaster', 'ismaster'],
  effect: 'none',
  fields: {
    hello: 'ignored',
    isMaster: 'ignored',
    ismaster: 'ignored',
    helloOk: 'ignored',
    client: 'ignored',
    compression: 'ignored',
    topologyVersion: 'ignored',
    maxAwaitTimeMS: 'ignored',
    loadBalanced: 'ignored',
    backpressure: 'ignored',
  },
  run: (_fields, context, request) => hello(context, request),
}

export const pingCommand = plain('ping', () => ({}))

export const buildInfoCommand = plain(
  'buildInfo',
  () => ({
    version: SERVER_VERSION,
    versionArray: [7, 0, 0, 0],
    gitVersion: 'embedded',
    modules: [],
    bits: 64,
    maxBsonObjectSize: MAX_DOCUMENT_BYTES,
  }),
  ['buildinfo'],
)

export const connectionStatusCommand = plain('connectionStatus', () => ({
  authInfo: { authenticatedUsers: [], authenticatedUserRoles: [] },
}))

export const serverStatusCommand = plain('serverStatus', (context) => ({
  host: context.socketPath,
  version: SERVER_VERSION,
  process: 'embedded-store',
  uptime: (context.world.nowMs() - context.startedAtMs) / 1000,
  localTime: new Date(context.world.nowMs()),
  storageEngine: { name: 'sqlite' },
}))

export const endSessionsCommand: Command = {
  name: 'endSessions',
  effect: 'none',
  fields: { endSessions: 'list' },
  run: (fields, context) => {
    for (const session of fields.list('endSessions')) context.endSession(sessionKey(session))
    return {}
  },
}

/** A session by the hex of its id. */
export function sessionKey(lsid: unknown): string {
  const id = typeof lsid === 'object' && lsid !== null && 'id' in lsid ? lsid.id : undefined
  return typeof id === 'object' && id !== null && 'toString' in id && 'buffer' in id && id.buffer instanceof Uint8Array
    ? Buffer.from(id.buffer).toString('hex')
    : ''
}

export const refreshSessionsCommand = plain('refreshSessions', () => ({}))
