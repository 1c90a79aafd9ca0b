import { once } from 'node:events'
import { mkdtemp } from 'node:fs/promises'
import { type AddressInfo, createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import mongoose from 'mongoose'
import { pino } from 'pino'
import { expect, test } from 'vitest'
import { clearRestoreMark, markRestore } from './backup/restore-marker.ts'
import { openStore } from './open-store.ts'

const { BSON } = mongoose.mongo
const logger = pino({ level: 'silent' })
const HEADER_BYTES = 16
const OP_REPLY = 1
const OP_QUERY = 2004
const OP_MSG = 2013

/** What a `mongod` started without `--replSet` says of itself: no set's name. */
const SINGLE = {
  helloOk: true,
  ismaster: true,
  isWritablePrimary: true,
  maxBsonObjectSize: 16_777_216,
  maxMessageSizeBytes: 48_000_000,
  maxWriteBatchSize: 100_000,
  minWireVersion: 0,
  maxWireVersion: 21,
  ok: 1,
}

/** Speaks just enough of the protocol for a driver's first words: every command gets that answer. */
async function singleServer(): Promise<Server> {
  const server = createServer((socket) => {
    socket.on('error', () => undefined) // the driver hangs up when it closes
    let pending = Buffer.alloc(0)
    socket.on('data', (chunk) => {
      pending = Buffer.concat([pending, chunk])
      while (pending.length >= HEADER_BYTES && pending.length >= pending.readInt32LE(0)) {
        const isOld = pending.readInt32LE(12) === OP_QUERY
        const body = Buffer.from(BSON.serialize(SINGLE))
        // flags and a section's kind; or flags, cursor, start and count of the reply to the old opcode
        const before = Buffer.alloc(isOld ? 20 : 5)
        if (isOld) before.writeInt32LE(1, 16)
        const header = Buffer.alloc(HEADER_BYTES)
        header.writeInt32LE(HEADER_BYTES + before.length + body.length, 0)
        header.writeInt32LE(pending.readInt32LE(4), 8)
        header.writeInt32LE(isOld ? OP_REPLY : OP_MSG, 12)
        socket.write(Buffer.concat([header, before, body]))
        pending = pending.subarray(pending.readInt32LE(0))
      }
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return server
}

test('a single MongoDB is refused at the start, not found out at the first change stream', async () => {
  const server = await singleServer()
  const { port } = server.address() as AddressInfo // it listens on TCP
  const opened = await openStore({ dataDir: '', store: { kind: 'mongodb', uri: `mongodb://127.0.0.1:${port}/legal` } }, logger)
  expect(opened).toMatchObject({ ok: false, problem: { kind: 'mongodb-single' } })
  server.close()
})

test('the embedded store passes for a replica set', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'legal-open-'))
  const opened = await openStore({ dataDir, store: { kind: 'embedded' } }, logger)
  expect(opened.ok).toBe(true)
  if (opened.ok) await opened.store.close()
})

test('what a restore that was cut off left is not started on', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'legal-open-'))
  const config = { dataDir, store: { kind: 'embedded' } } as const
  const first = await openStore(config, logger)
  if (!first.ok) throw new Error(first.problem.kind)
  await markRestore(first.store.connection, '/mnt/usb/a.ulan')
  await first.store.close()
  expect(await openStore(config, logger)).toEqual({ ok: false, problem: { kind: 'restore-unfinished', detail: '/mnt/usb/a.ulan' } })
})

test('what a restore ended is started on, and keeps no trace of it', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'legal-open-'))
  const config = { dataDir, store: { kind: 'embedded' } } as const
  const first = await openStore(config, logger)
  if (!first.ok) throw new Error(first.problem.kind)
  await markRestore(first.store.connection, '/mnt/usb/a.ulan')
  await clearRestoreMark(first.store.connection)
  expect(await first.store.connection.listCollections()).toEqual([])
  await first.store.close()
  const second = await openStore(config, logger)
  expect(second.ok).toBe(true)
  if (second.ok) await second.store.close()
})
