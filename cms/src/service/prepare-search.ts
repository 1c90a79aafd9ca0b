import { setImmediate } from 'node:timers/promises'
import { prepareToFind } from '../domain/search/search-index.ts'
import type { Snapshot } from '../domain/snapshot/build-snapshot.ts'
import type { LiveSnapshot } from './live-snapshot.ts'

/** About a millisecond's work: requests in between are not held up. */
const PROGRAMMES_AT_ONCE = 25

/**
 * Prepares what is public for searches while nobody waits: the titles of a large catalogue take seconds, which whoever
 * searches first after a start, and all who ask something meanwhile, would have to wait. Ends with its snapshot.
 */
export async function prepareSearch({ current }: Pick<LiveSnapshot, 'current'>, snapshot: Snapshot): Promise<void> {
  for (let first = 0; first < snapshot.programmes.length && current() === snapshot; first += PROGRAMMES_AT_ONCE) {
    for (const programme of snapshot.programmes.slice(first, first + PROGRAMMES_AT_ONCE)) prepareToFind(programme)
    await setImmediate()
  }
}

/** Does so for the current snapshot, and for each that follows. */
export function keepSearchReady(live: Pick<LiveSnapshot, 'current' | 'onSwitch'>): void {
  live.onSwitch((snapshot) => void prepareSearch(live, snapshot))
  void prepareSearch(live, live.current())
}
