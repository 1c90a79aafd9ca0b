import type { ReviewQueuePage, ReviewQueueQuery } from '@ulan/contract'
import { signableSteps } from '../domain/review/waiting.ts'
import type { LiveQueue } from './live-queue.ts'
import { hashContents, presentReview, type ReviewNeeds } from './review-needs.ts'
import type { StaffMember } from './staff-ports.ts'

export type QueueNeeds = ReviewNeeds & { readonly queue: Pick<LiveQueue, 'select'> }

/** A page of what waits for signatures and fits, with what of it this member can sign. */
export async function listReviewQueue(needs: QueueNeeds, query: ReviewQueueQuery, member: StaffMember): Promise<ReviewQueuePage> {
  const { ids, ...counted } = await needs.queue.select(query, member)
  const [reviews, programmes] = await Promise.all([needs.reviews.readLatestOf(ids), needs.reader.readMany(ids)])
  const known = new Map((await hashContents(needs, programmes)).map((each) => [each.programme.id, each]))
  const latest = new Map(reviews.map((review) => [review.programmeId, review]))
  const items = ids.flatMap((id) => {
    const [found, review] = [known.get(id), latest.get(id)]
    // One that ended elsewhere a moment ago is missing, and counted for this once.
    if (found === undefined || review?.state !== 'open') return []
    const shown = presentReview(review, found.hash)
    const mySteps = shown.state === 'open' ? [...signableSteps(review, found.programme, member)] : []
    return [{ review: shown, title: found.programme.title, mySteps }]
  })
  return { items, ...counted }
}
