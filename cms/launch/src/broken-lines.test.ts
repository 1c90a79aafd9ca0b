import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { mkdtemp } from 'node:fs/promises'
import type { Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { expect, onTestFinished, test } from 'vitest'
import { openStore } from './open-store.ts'

const logger = pino({ level: 'silent' })

/** The lines of all clients that connect from now on. */
function clientSockets(): readonly Socket[] {
  const sockets: Socket[] = []
  const keep = (message: unknown): void => void sockets.push((message as { socket: Socket }).socket) // as Node documents this channel
  subscribe('net.client.socket', keep)
  onTestFinished(() => void unsubscribe('net.client.socket', keep))
  return sockets
}

test('what is asked on a line that has just broken is asked again on another, not waited for for ever', async () => {
  const sockets = clientSockets()
  const opened = await openStore({ dataDir: await mkdtemp(join(tmpdir(), 'legal-lines-')), store: { kind: 'embedded' } }, logger)
  if (!opened.ok) throw new Error(opened.problem.kind)
  const { connection } = opened.store
  await connection.collection('titles').insertOne({ name: '小司来了' })
  const asked = sockets.length

  // Destroyed, and nobody has been told: the driver hears of it one turn of the loop later, and gives the line away until then.
  for (const socket of sockets) socket.destroy()
  const found = await connection.collection('titles').findOne({}, { projection: { _id: 0 } })

  expect(found).toEqual({ name: '小司来了' })
  expect(sockets.length).toBeGreaterThan(asked)
  await opened.store.close()
})

test('a write that such a line took no byte of is done, and once', async () => {
  const sockets = clientSockets()
  const opened = await openStore({ dataDir: await mkdtemp(join(tmpdir(), 'legal-lines-')), store: { kind: 'embedded' } }, logger)
  if (!opened.ok) throw new Error(opened.problem.kind)
  const { connection } = opened.store
  await connection.collection('titles').insertOne({ name: '小司来了' })

  for (const socket of sockets) socket.destroy()
  await connection.collection('titles').insertOne({ name: '别轧我的草' })

  expect(await connection.collection('titles').countDocuments({ name: '别轧我的草' })).toBe(1)
  await opened.store.close()
})
