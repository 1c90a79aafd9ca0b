import * as z from 'zod'
import { localizedTextSchema } from '../locale/text-schema.ts'
import { reviewSchema, reviewStepSchema } from './review.ts'
import { QUEUE_SHARES, REVIEW_PATHS } from './review-steps.ts'

const MOST_ROWS = 200

/** Which of what waits for signatures is wanted: what fits all that is given, a page of it. */
export const reviewQueueQuerySchema = z.object({
  of: z.enum(QUEUE_SHARES).default('all'),
  /** Where this step can be signed now; of what is mine, by me. */
  step: reviewStepSchema.optional(),
  path: z.enum(REVIEW_PATHS).optional(),
  /** Words that stand in a title, in whichever language. */
  q: z.string().max(100).optional(),
  page: z.coerce.number().int().min(1).max(1_000_000).default(1),
  rows: z.coerce.number().int().min(1).max(MOST_ROWS).default(MOST_ROWS),
})

/** A review in somebody's queue, with what it is a review of. */
const queuedReviewSchema = z
  .strictObject({ review: reviewSchema, title: localizedTextSchema, mySteps: z.array(reviewStepSchema) })
  .meta({ id: 'QueuedReview' })

const countSchema = z.int().min(0)

export const reviewQueuePageSchema = z
  .strictObject({
    items: z.array(queuedReviewSchema),
    /** How many fit, on all pages. */
    total: countSchema,
    /** How many fit of what is mine and of all, whichever is asked for. */
    counts: z.strictObject({ mine: countSchema, all: countSchema }),
    /** At how many of what fits each step can be signed now, whichever step is asked for. */
    steps: z.record(reviewStepSchema, countSchema),
  })
  .meta({ id: 'ReviewQueuePage' })

export type ReviewQueueQuery = z.infer<typeof reviewQueueQuerySchema>
export type QueuedReview = z.infer<typeof queuedReviewSchema>
export type ReviewQueuePage = z.infer<typeof reviewQueuePageSchema>
