import type { AttemptInbox } from '../service/submit-attempt.ts'
import type { RouteBinder } from './bind-route.ts'
import { limitByAddress } from './rate/limit-by-address.ts'

/** A village of 200 tablets behind one address hands in 4,000 a minute at most; three of them still pass. */
export const MOST_ATTEMPTS_PER_MINUTE = 12_000

/** Quiz attempts: handed in by anybody, read by staff. */
export function bindAttemptRoutes({ bind }: RouteBinder, inbox: AttemptInbox, mostPerMinute: number): void {
  bind('createAttempt', {
    limit: limitByAddress(mostPerMinute),
    run: ({ body }) => inbox.submit(body),
    statusOf: (receipt) => (receipt.isNew ? 201 : 200),
  })
  bind('readAttempt', { run: ({ params }) => inbox.readOne(params.id) })
}
