import * as z from 'zod'
import { programmeIdSchema } from '../id/id.ts'
import { remarkCreateSchema, reviewEndingSchema, reviewSchema, reviewSignSchema, reviewSubmitSchema } from '../review/review.ts'
import { reviewQueuePageSchema, reviewQueueQuerySchema } from '../review/review-queue.ts'
import { listOf, type Route } from './route.ts'

const programmeParams = z.strictObject({ id: programmeIdSchema })
const number = z.string().regex(/^\d{1,6}$/)
const reviewParams = z.strictObject({ id: programmeIdSchema, number })
const remarkParams = z.strictObject({ id: programmeIdSchema, number, remark: z.string().regex(/^[\w-]{1,40}$/) })

/** 三审三校 of programmes. */
export const REVIEW_ROUTES = {
  listReviewQueue: {
    method: 'get',
    path: '/staff/review-queue',
    access: 'read',
    summary: 'A page of what waits for signatures and fits, the longest first, with the steps that whoever asks can sign',
    query: reviewQueueQuerySchema,
    answer: reviewQueuePageSchema,
    status: 200,
    problems: [],
  },
  listReviews: {
    method: 'get',
    path: '/programmes/{id}/reviews',
    access: 'read',
    summary: 'All reviews of a programme, the latest first: who signed what, and why it came back',
    params: programmeParams,
    answer: listOf(reviewSchema),
    status: 200,
    problems: [],
  },
  submitForReview: {
    method: 'post',
    path: '/programmes/{id}/reviews',
    access: 'edit',
    summary: 'Submit a programme as it stands; remarks that were not settled before go along',
    params: programmeParams,
    body: reviewSubmitSchema,
    answer: reviewSchema,
    status: 201,
    problems: ['other-region', 'stale-revision', 'cannot-publish', 'review-open', 'vetoed'],
  },
  signReview: {
    method: 'post',
    path: '/programmes/{id}/reviews/{number}/signatures',
    access: 'review',
    summary: 'Sign one step; the signature holds for exactly this content',
    params: reviewParams,
    body: reviewSignSchema,
    answer: reviewSchema,
    status: 201,
    problems: ['other-region', 'review-over', 'content-changed', 'step-not-open', 'own-work', 'signed-before', 'remarks-open'],
  },
  returnReview: {
    method: 'post',
    path: '/programmes/{id}/reviews/{number}/return',
    access: 'review',
    summary: 'Give it back to be mended, and say why',
    params: reviewParams,
    body: reviewEndingSchema,
    answer: reviewSchema,
    status: 200,
    problems: ['other-region', 'review-over'],
  },
  vetoReview: {
    method: 'post',
    path: '/programmes/{id}/reviews/{number}/veto',
    access: 'veto',
    summary: 'Refuse it as it is for good, and say why',
    params: reviewParams,
    body: reviewEndingSchema,
    answer: reviewSchema,
    status: 200,
    problems: ['other-region', 'review-over'],
  },
  withdrawReview: {
    method: 'post',
    path: '/programmes/{id}/reviews/{number}/withdraw',
    access: 'edit',
    summary: 'Take a submission back, to go on writing',
    params: reviewParams,
    answer: reviewSchema,
    status: 200,
    problems: ['other-region', 'review-over'],
  },
  createRemark: {
    method: 'post',
    path: '/programmes/{id}/reviews/{number}/remarks',
    access: 'remark',
    summary: 'Say what is to be mended, of all of it, a field, or a moment of the film',
    params: reviewParams,
    body: remarkCreateSchema,
    answer: reviewSchema,
    status: 201,
    problems: ['other-region', 'review-over'],
  },
  settleRemark: {
    method: 'post',
    path: '/programmes/{id}/reviews/{number}/remarks/{remark}/settle',
    access: 'remark',
    summary: 'Say that a remark is dealt with; whose it is may, and whoever reviews',
    params: remarkParams,
    answer: reviewSchema,
    status: 200,
    problems: ['other-region', 'review-over'],
  },
} as const satisfies Record<string, Route>
