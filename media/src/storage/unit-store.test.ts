import { openEmbeddedStore } from '@ulan/embedded'
import mongoose, { type Connection } from 'mongoose'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { makeFolder } from '../test-lab.ts'
import { UnitStore } from './unit-store.ts'

const LEASE = { heartbeatMs: 10_000, expiryMs: 30_000 }
const START = new Date('2026-01-01T00:00:00Z')
let connection: Connection
let closeStore: () => Promise<void>
let now = START
let units: UnitStore

beforeAll(async () => {
  const opened = await openEmbeddedStore({ dataDir: await makeFolder() })
  if (!opened.ok) throw new Error(opened.problem.kind)
  closeStore = () => opened.store.close()
  connection = await mongoose.createConnection(opened.store.uri).asPromise()
  units = new UnitStore(connection, () => now, LEASE)
  await units.prepare()
})
afterAll(async () => {
  await connection.close()
  await closeStore()
})
beforeEach(async () => {
  now = START
  await units.remove('a', 1)
})

const unit = (name: string, order: number, priority = 1) =>
  ({ assetId: 'a', attempt: 1, step: { kind: 'audio', name, segmentCount: 3, isFirst: false }, priority, queuedAt: START, order }) as const
const pass = (seconds: number): void => {
  now = new Date(now.getTime() + seconds * 1000)
}

test('units are claimed by priority and order, each by one worker', async () => {
  await units.add([unit('c', 2), unit('b', 1), unit('z', 9, 0)])
  await units.add([unit('b', 1)])
  const claims = await Promise.all([units.claim('w1'), units.claim('w2'), units.claim('w3'), units.claim('w4')])
  expect(claims.map((claim) => claim?.step.name).toSorted()).toEqual(['b', 'c', 'z', undefined])
})

test('a silent worker loses its unit and can no longer finish it', async () => {
  await units.add([unit('b', 1)])
  const first = await units.claim('w1')
  if (first === undefined) throw new Error('nothing to claim')
  pass(29)
  expect(await units.claim('w2')).toBeUndefined()
  expect(await units.heartbeat(first, 1)).toBe(true)
  pass(31)
  const second = await units.claim('w2')
  expect(second).toMatchObject({ _id: first._id, fence: 2, worker: 'w2' })
  expect(await units.heartbeat(first, 2)).toBe(false)
  expect(await units.finish(first, [])).toBe(false)
  expect(await units.giveBack(first, 'late')).toBeUndefined()
  if (second === undefined) throw new Error('not claimed')
  expect(await units.finish(second, [])).toBe(true)
  pass(100)
  expect(await units.claim('w3')).toBeUndefined()
})

test('a unit given back counts its failures, a released one does not', async () => {
  await units.add([unit('b', 1)])
  const first = await units.claim('w1')
  if (first === undefined) throw new Error('nothing to claim')
  await units.release(first)
  const second = await units.claim('w1')
  if (second === undefined) throw new Error('nothing to claim')
  expect(second.failures).toBe(0)
  expect(await units.giveBack(second, 'encoder said no')).toBe(1)
  expect((await units.unitsOfAttempt('a', 1))[0]).toMatchObject({ state: 'waiting', message: 'encoder said no' })
  // What is wrong with a disk is seldom over within a millisecond.
  pass(4)
  expect(await units.claim('w1')).toBeUndefined()
  pass(2)
  expect(await units.claim('w1')).toMatchObject({ failures: 1, worker: 'w1' })
})

test('a unit can be born claimed', async () => {
  await units.add([unit('b', 1)], 'w1')
  expect(await units.claim('w2')).toBeUndefined()
  expect(await units.finish({ _id: 'a.1.b', fence: 1 }, [])).toBe(true)
})

test('what dead workers hold is free at once', async () => {
  await units.add([unit('b', 1), unit('c', 2)])
  await units.claim('host:1:0')
  await units.claim('host:2:0')
  await units.releaseDead((worker) => worker === 'host:1:0')
  expect((await units.claim('w'))?.step.name).toBe('b')
  expect(await units.claim('w')).toBeUndefined()
})
