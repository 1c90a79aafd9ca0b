import { done, type Outcome, type ProgrammeId, refuse } from '@ulan/contract'
import { listReviewQueue, type QueueNeeds } from '../service/list-review-queue.ts'
import { withinRegion } from '../service/region-scope.ts'
import {
  addRemark,
  endReview,
  listReviews,
  type ReviewAsk,
  settleRemark,
  signReview,
  submitForReview,
} from '../service/review-programme.ts'
import type { StaffMember } from '../service/staff-ports.ts'
import type { RouteBinder } from './bind-route.ts'

type Asked = { readonly params: { readonly id: ProgrammeId; readonly number: string }; readonly member?: StaffMember }

/** 三审三校: submitting, signing, returning, and what is said meanwhile. */
export function bindReviewRoutes({ bind }: RouteBinder, needs: QueueNeeds): void {
  /** For whoever works on the programme's region. */
  const asked = async <T>({ params: { id, number }, member }: Asked, work: (ask: ReviewAsk) => Promise<Outcome<T>>): Promise<Outcome<T>> =>
    member === undefined
      ? refuse('not-allowed')
      : await withinRegion(needs.reader, id, member, () => work({ id, number: Number(number), member }))

  bind('listReviewQueue', {
    run: async ({ query, member }) => (member === undefined ? refuse('not-allowed') : done(await listReviewQueue(needs, query, member))),
  })
  bind('listReviews', { run: ({ params }) => listReviews(needs, params.id) })
  bind('submitForReview', {
    run: async ({ params: { id }, body, member }) =>
      member === undefined
        ? refuse('not-allowed')
        : await withinRegion(needs.reader, id, member, () => submitForReview(needs, id, body, member)),
  })
  bind('signReview', { run: (input) => asked(input, (ask) => signReview(needs, ask, input.body)) })
  bind('returnReview', { run: (input) => asked(input, (ask) => endReview(needs, ask, 'return', input.body.reason)) })
  bind('vetoReview', { run: (input) => asked(input, (ask) => endReview(needs, ask, 'veto', input.body.reason)) })
  bind('withdrawReview', { run: (input) => asked(input, (ask) => endReview(needs, ask, 'withdraw')) })
  bind('createRemark', { run: (input) => asked(input, (ask) => addRemark(needs, ask, input.body)) })
  bind('settleRemark', { run: (input) => asked(input, (ask) => settleRemark(needs, ask, input.params.remark)) })
}
