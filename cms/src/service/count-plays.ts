import { type Beacon, type BeaconBatch, done, type Outcome, type Quality } from '@ulan/contract'
import { countBeacons, dayOf, firstDay, presentQuality } from '../domain/quality/quality.ts'
import type { QualityStore } from './ports.ts'

export type PlayCounterNeeds = { readonly store: QualityStore; clock(): Date }
export type PlayCounter = {
  /** Counts plays durably. */
  add(batch: BeaconBatch): Promise<Outcome<undefined>>
  read(days: number | undefined): Promise<Outcome<Quality>>
}

const USUAL_DAYS = 30

type Waiting = { readonly beacons: readonly Beacon[]; readonly resolve: () => void; readonly reject: (error: unknown) => void }

/** Counts what devices tell; what comes within one turn of the event loop is one write. */
export function createPlayCounter({ store, clock }: PlayCounterNeeds): PlayCounter {
  let waiting: Waiting[] = []
  const flush = async (): Promise<void> => {
    const batch = waiting
    waiting = []
    try {
      await store.add(
        countBeacons(
          batch.flatMap(({ beacons }) => beacons),
          dayOf(clock()),
        ),
      )
      for (const one of batch) one.resolve()
    } catch (error) {
      for (const one of batch) one.reject(error)
    }
  }
  return {
    async add({ beacons }) {
      await new Promise<void>((resolve, reject) => {
        waiting.push({ beacons, resolve, reject })
        if (waiting.length === 1) setImmediate(() => void flush())
      })
      return done(undefined)
    },
    async read(days) {
      const counts = await store.listSince(firstDay(clock(), days ?? USUAL_DAYS))
      return done({ days: counts.map(presentQuality) })
    },
  }
}
