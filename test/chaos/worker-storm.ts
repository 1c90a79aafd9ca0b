import { setTimeout as delay } from 'node:timers/promises'
import type { Lab } from '../lab/lab.ts'
import type { Mishap, S3Server } from '../lab/s3-server.ts'
import type { SeededRandom } from '../lab/seeded-random.ts'
import type { ServerProcess } from '../lab/server-process.ts'
import { SHORT_LEASE, startWorkerChild, type WorkerOrders } from './worker-child.ts'

/** How often what befell the workers of a queue. */
export type StormCounts = { workerKills: number; serverKills: number; freezes: number; storeFailures: number; refusedRequests: number }

type Machine = { readonly orders: WorkerOrders; process: ServerProcess }
type Blow = 'kill-worker' | 'kill-server' | 'freeze-worker' | 'fail-store'

const MISHAPS: readonly Mishap[] = ['error', 'silence', 'half', 'break']
/** Between two blows, at least and at most. */
const CALM_MS = { least: 600, most: 2_500 }
const STORE_AWAY_MS = 3_000
/** Of requests that come while the store fails. */
const REFUSED_SHARE = 0.7

/** Workers on machines of their own, and what happens to them, to the server and to the media store, drawn from a seed. */
export class WorkerStorm {
  readonly counts: StormCounts = { workerKills: 0, serverKills: 0, freezes: 0, storeFailures: 0, refusedRequests: 0 }
  readonly #lab: Lab
  readonly #s3: S3Server | undefined
  readonly #random: SeededRandom
  readonly #machines: readonly Machine[]
  /** What was set going and is not over: frozen workers, a store that fails. */
  readonly #passing = new Set<Promise<void>>()

  private constructor(lab: Lab, s3: S3Server | undefined, random: SeededRandom, machines: readonly Machine[]) {
    this.#lab = lab
    this.#s3 = s3
    this.#random = random
    this.#machines = machines
  }

  static async begin(lab: Lab, s3: S3Server | undefined, random: SeededRandom, orders: readonly WorkerOrders[]): Promise<WorkerStorm> {
    const machines = await Promise.all(orders.map(async (each) => ({ orders: each, process: await startWorkerChild(each) })))
    return new WorkerStorm(lab, s3, random, machines)
  }

  /** One blow after another, so many at most and until the signal aborts; after that everybody is up again. */
  async blow(most: number, signal: AbortSignal): Promise<void> {
    for (let left = most; left > 0 && !signal.aborted; left -= 1) {
      // Blows come by the clock: they are to meet whatever is under way.
      await delay(CALM_MS.least + this.#random.below(CALM_MS.most - CALM_MS.least))
      if (!signal.aborted) await this.#strike(this.#draw())
    }
    await Promise.all(this.#passing)
  }

  output(): string {
    return this.#machines.map(({ process: each }) => each.output()).join('\n')
  }

  stop(): void {
    for (const { process: each } of this.#machines) each.signal('SIGKILL')
  }

  #draw(): Blow {
    const blows: readonly Blow[] = ['kill-worker', 'kill-worker', 'freeze-worker', 'kill-server']
    return this.#random.pick(this.#s3 === undefined ? blows : [...blows, 'fail-store', 'fail-store'])
  }

  async #strike(blow: Blow): Promise<void> {
    const machine = this.#random.pick(this.#machines)
    switch (blow) {
      case 'kill-worker': {
        this.counts.workerKills += 1
        // Alone, not with its group: its encoder has to end by itself.
        process.kill(machine.process.processId, 'SIGKILL')
        await machine.process.waitForExit()
        machine.process = await startWorkerChild(machine.orders)
        return
      }
      case 'freeze-worker':
        this.counts.freezes += 1
        return this.#let(this.#freeze(machine.process))
      case 'kill-server':
        this.counts.serverKills += 1
        await this.#lab.kill9()
        return await this.#lab.restart()
      case 'fail-store':
        this.counts.storeFailures += 1
        return this.#let(this.#failStore())
    }
  }

  #let(passing: Promise<void>): void {
    const done = passing.finally(() => this.#passing.delete(done))
    this.#passing.add(done)
  }

  async #freeze({ processId }: ServerProcess): Promise<void> {
    signalIfThere(processId, 'SIGSTOP')
    await delay(SHORT_LEASE.expiryMs + this.#random.below(SHORT_LEASE.expiryMs))
    signalIfThere(processId, 'SIGCONT')
  }

  async #failStore(): Promise<void> {
    this.#s3?.interfere(() => {
      if (this.#random.next() > REFUSED_SHARE) return 'none'
      this.counts.refusedRequests += 1
      return this.#random.pick(MISHAPS)
    })
    await delay(STORE_AWAY_MS)
    this.#s3?.interfere()
  }
}

/** A frozen worker may be killed before it is to wake up. */
function signalIfThere(processId: number, signal: NodeJS.Signals): void {
  try {
    process.kill(processId, signal)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error
  }
}
