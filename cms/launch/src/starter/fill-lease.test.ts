import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { type OpenStore, openStore } from '../open-store.ts'
import { type LeaseNeeds, underFillLease } from './fill-lease.ts'

const logger = pino({ level: 'silent' })
const TIMES = { heartbeatMs: 20, expiryMs: 30_000, lookAgainMs: 5 }
const NO_PROCESS = 2 ** 30

let folder: string
let store: OpenStore
let now: number
const stop = { all: new AbortController() }

beforeEach(async () => {
  stop.all = new AbortController()
  now = Date.parse('2026-01-01T00:00:00Z')
  folder = await mkdtemp(join(tmpdir(), 'fill-lease-'))
  const opened = await openStore({ store: { kind: 'embedded' }, dataDir: folder }, logger)
  if (!opened.ok) throw new Error(opened.problem.kind)
  store = opened.store
})
afterEach(async () => {
  stop.all.abort()
  await store.close()
  await rm(folder, { recursive: true, force: true })
})

const needs = (times: LeaseNeeds['times'] = TIMES): LeaseNeeds => ({
  connection: store.connection,
  logger,
  signal: stop.all.signal,
  clock: () => new Date(now),
  random: randomBytes,
  ...(times === undefined ? {} : { times }),
})
const leases = () => store.connection.collection<{ _id: string; holder: string; leaseUntil: Date }>('leases')

/** Work that begins, tells so, and ends when told or when its signal aborts. */
function work() {
  const ending = new AbortController()
  let runs = 0
  let isLost = false
  const run = (signal: AbortSignal): Promise<void> => {
    runs += 1
    return new Promise((resolve) => {
      const end = (): void => {
        isLost = signal.aborted
        resolve()
      }
      AbortSignal.any([ending.signal, signal]).addEventListener('abort', end, { once: true })
      if (ending.signal.aborted) end()
    })
  }
  return { run, end: () => ending.abort(), runs: () => runs, isLost: () => isLost }
}

it('lets one of two fill; the other has its turn after it', async () => {
  const [a, b] = [work(), work()]
  const first = underFillLease(needs(), a.run)
  await vi.waitFor(() => expect(a.runs()).toBe(1))
  const second = underFillLease(needs(), b.run)
  const untilLater = async (before: Date | undefined): Promise<void> =>
    await vi.waitFor(async () => expect((await leases().findOne())?.leaseUntil).not.toEqual(before))
  // Two heartbeats on, the second has looked several times and has not begun.
  for (const _ of [1, 2]) {
    const before = (await leases().findOne())?.leaseUntil
    now += 1_000
    await untilLater(before)
  }
  expect(b.runs()).toBe(0)
  a.end()
  await first
  await vi.waitFor(() => expect(b.runs()).toBe(1))
  b.end()
  await second
  expect([a.runs(), a.isLost(), b.isLost(), await leases().countDocuments()]).toEqual([1, false, false, 0])
})

it('takes over from a holder that fell silent; that one stops when it wakes, and waits for a new turn', async () => {
  const [a, b] = [work(), work()]
  // Its heart beats only after the other has taken over.
  const silent = underFillLease(needs({ ...TIMES, heartbeatMs: 1_500 }), a.run)
  await vi.waitFor(() => expect(a.runs()).toBe(1))
  now += TIMES.expiryMs + 1
  const second = underFillLease(needs(), b.run)
  await vi.waitFor(() => expect(b.runs()).toBe(1))
  await vi.waitFor(() => expect(a.isLost()).toBe(true), 10_000)
  expect([a.runs(), b.isLost()]).toEqual([1, false])
  b.end()
  await second
  await vi.waitFor(() => expect(a.runs()).toBe(2), 10_000)
  a.end()
  await silent
})

it('does not wait for a process of this machine that is gone, and leaves another machine’s its time', async () => {
  const leaseUntil = new Date(now + TIMES.expiryMs)
  await leases().insertOne({ _id: 'fill-samples', holder: `${hostname()}:${NO_PROCESS}:aa`, leaseUntil })
  const a = work()
  a.end()
  await underFillLease(needs(), a.run)
  expect(a.runs()).toBe(1)
  await leases().insertOne({ _id: 'fill-samples', holder: 'elsewhere.example:1:aa', leaseUntil })
  const b = work()
  b.end()
  const waiting = underFillLease(needs(), b.run)
  expect(b.runs()).toBe(0)
  now += TIMES.expiryMs + 1
  await waiting
  expect(b.runs()).toBe(1)
})

it('hands the lease back when the work fails or is stopped', async () => {
  await expect(underFillLease(needs(), () => Promise.reject(new Error('no room')))).rejects.toThrow('no room')
  expect(await leases().countDocuments()).toBe(0)
  const a = work()
  const running = underFillLease(needs(), a.run)
  await vi.waitFor(() => expect(a.runs()).toBe(1))
  stop.all.abort()
  await running
  expect([a.isLost(), await leases().countDocuments()]).toEqual([true, 0])
})
