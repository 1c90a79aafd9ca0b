import type { PlayCounter } from '../service/count-plays.ts'
import type { RouteBinder } from './bind-route.ts'
import { limitByAddress } from './rate/limit-by-address.ts'

/** A township behind one address that changes films every minute. */
const MOST_BEACONS_PER_MINUTE = 6_000

/** How films play: told by anybody, read by staff. */
export function bindBeaconRoutes({ bind }: RouteBinder, counter: PlayCounter): void {
  bind('createBeacons', { limit: limitByAddress(MOST_BEACONS_PER_MINUTE), run: ({ body }) => counter.add(body) })
  bind('readQuality', { run: ({ query }) => counter.read(query.days) })
}
