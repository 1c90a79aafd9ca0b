/** What all rooms know of 三审三校. */
export type {
  Remark,
  RemarkAnchor,
  RemarkCreate,
  Review,
  ReviewPolicy,
  ReviewSign,
  ReviewSignature,
  ReviewState,
  ReviewSubmit,
} from './review.ts'
export type { QueuedReview, ReviewQueuePage, ReviewQueueQuery } from './review-queue.ts'
export {
  CHECKS_OF_STEP,
  isReviewOfItsOwn,
  QUEUE_SHARES,
  type QueueShare,
  REVIEW_PATHS,
  REVIEW_STEPS,
  type ReviewCheck,
  type ReviewPath,
  type ReviewStep,
  ROLE_OF_STEP,
  STEPS_OF_PATH,
} from './review-steps.ts'
