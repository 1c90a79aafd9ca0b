import type { AttemptInbox } from '../service/submit-attempt.ts'
import type { RouteBinder } from './bind-route.ts'

/** Quiz attempts: handed in by anybody, read by staff. */
export function bindAttemptRoutes({ bind }: RouteBinder, inbox: AttemptInbox): void {
  bind('createAttempt', {
    run: ({ body }) => inbox.submit(body),
    statusOf: (receipt) => (receipt.isNew ? 201 : 200),
  })
  bind('readAttempt', { permission: 'read', run: ({ params }) => inbox.readOne(params.id) })
}
