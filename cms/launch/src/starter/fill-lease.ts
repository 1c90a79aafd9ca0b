import { hostname } from 'node:os'
import { setTimeout as delay } from 'node:timers/promises'
import { type Connection, mongo } from 'mongoose'
import type { Logger } from 'pino'

export type LeaseNeeds = {
  readonly connection: Connection
  readonly logger: Logger
  readonly signal: AbortSignal
  clock(): Date
  random(bytes: number): Buffer
  readonly times?: LeaseTimes
}
/** A holder that is silent for longer than `expiryMs` has lost the lease; others look every `lookAgainMs`. */
export type LeaseTimes = { readonly heartbeatMs: number; readonly expiryMs: number; readonly lookAgainMs: number }

type LeaseRecord = { readonly _id: string; readonly holder: string; readonly leaseUntil: Date }

const TIMES: LeaseTimes = { heartbeatMs: 10_000, expiryMs: 30_000, lookAgainMs: 2_000 }
const LEASE_ID = 'fill-samples'
const COLLECTION = 'leases'
const DUPLICATE_KEY = 11000

/**
 * Runs `work` in one process of all that share the store; the others wait for their turn, and the first of them takes over
 * when the holder dies. The signal given to `work` aborts when the lease is lost or `needs.signal` aborts. Resolves when
 * this process's own turn is over: the work must find out by itself what others have done already.
 */
export async function underFillLease(needs: LeaseNeeds, work: (signal: AbortSignal) => Promise<void>): Promise<void> {
  const { lookAgainMs } = needs.times ?? TIMES
  const holder = `${hostname()}:${process.pid}:${needs.random(4).toString('hex')}`
  while (!needs.signal.aborted) {
    if (!(await claim(needs, holder))) {
      await delay(lookAgainMs, undefined, { signal: needs.signal }).catch(() => undefined) // aborting is the end, not an error
      continue
    }
    if (await runHeld(needs, holder, work)) return
    needs.logger.warn('the samples are filled by another process now')
  }
}

/** `false` when the lease was lost on the way. */
async function runHeld(needs: LeaseNeeds, holder: string, work: (signal: AbortSignal) => Promise<void>): Promise<boolean> {
  const lost = new AbortController()
  const beat = (): void =>
    void extend(needs, holder).then(
      (isOurs) => isOurs || lost.abort(),
      (error: unknown) => {
        needs.logger.warn({ err: error }, 'the lease on the samples could not be lengthened')
        lost.abort()
      },
    )
  const timer = setInterval(beat, (needs.times ?? TIMES).heartbeatMs)
  try {
    await work(AbortSignal.any([needs.signal, lost.signal]))
  } finally {
    clearInterval(timer)
    await leases(needs).deleteOne({ _id: LEASE_ID, holder })
  }
  return !lost.signal.aborted
}

async function claim(needs: LeaseNeeds, holder: string): Promise<boolean> {
  const leaseUntil = expiry(needs)
  try {
    await leases(needs).insertOne({ _id: LEASE_ID, holder, leaseUntil })
    return true
  } catch (error) {
    if (!(error instanceof mongo.MongoServerError) || error.code !== DUPLICATE_KEY) throw error
  }
  const held = await leases(needs).findOne({ _id: LEASE_ID })
  if (held === null || (held.leaseUntil > needs.clock() && !isDeadProcess(held.holder))) return false
  // Only from the holder and the moment just seen: of two that take over, one succeeds.
  const seen = { _id: LEASE_ID, holder: held.holder, leaseUntil: held.leaseUntil }
  return (await leases(needs).updateOne(seen, { $set: { holder, leaseUntil } })).matchedCount === 1
}

async function extend(needs: LeaseNeeds, holder: string): Promise<boolean> {
  const result = await leases(needs).updateOne({ _id: LEASE_ID, holder }, { $set: { leaseUntil: expiry(needs) } })
  return result.matchedCount === 1
}

const leases = (needs: LeaseNeeds) => needs.connection.collection<LeaseRecord>(COLLECTION)
const expiry = (needs: LeaseNeeds): Date => new Date(needs.clock().getTime() + (needs.times ?? TIMES).expiryMs)

/** True for a holder of this machine whose process is gone: nobody need wait for its lease to run out. */
function isDeadProcess(holder: string): boolean {
  const [host, pid] = holder.split(':')
  if (host !== hostname() || Number(pid) === process.pid) return false
  try {
    process.kill(Number(pid), 0)
    return false
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ESRCH'
  }
}
