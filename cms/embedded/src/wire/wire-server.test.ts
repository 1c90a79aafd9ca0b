import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { connect, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { encodeDocument } from '../value/bson-value.ts'
import { WireServer } from './wire-server.ts'

let folder: string
let client: Socket
let server: WireServer
const log: string[] = []
let asked: () => Promise<void>
let closed: PromiseWithResolvers<number>

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'embedded-wire-'))
  log.length = 0
  closed = Promise.withResolvers()
  asked = async () => undefined
  server = new WireServer({
    answer: async () => {
      await asked()
      return { ok: 1 }
    },
    closed: (connectionId) => closed.resolve(connectionId),
    log: (line) => log.push(line),
  })
  const path = join(folder, 'store.sock')
  await server.listen(path)
  client = connect(path)
  await once(client, 'connect')
})
afterEach(async () => {
  client.destroy()
  await server.close()
  await rm(folder, { recursive: true })
})

function ping(): Buffer {
  const body = encodeDocument({ ping: 1, $db: 'admin' })
  const head = Buffer.alloc(21)
  head.writeInt32LE(21 + body.length, 0)
  head.writeInt32LE(2013, 12)
  return Buffer.concat([head, body])
}

test('a client that leaves before its answer is no failure', async () => {
  asked = async () => {
    client.destroy()
  }
  client.write(ping())
  expect(await closed.promise).toBe(1)
  expect(log).toEqual([])
})

test('bytes that are no message end their connection, with word of it', async () => {
  client.write(Buffer.alloc(16, 0xff))
  await once(client, 'close')
  expect(log).toEqual([expect.stringMatching(/^connection 1 ended: /)])
})
