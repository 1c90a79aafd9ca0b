import type { Role } from '../session/roles.ts'

/** 一校, 二校, 三校, 初审, 复审, 终审, in the order in which people speak of them. */
export const REVIEW_STEPS = ['proof-1', 'proof-2', 'proof-3', 'review-1', 'review-2', 'review-3'] as const
export type ReviewStep = (typeof REVIEW_STEPS)[number]

/** `urgent`: two signatures, where the installation allows it and somebody says why it cannot wait. */
export const REVIEW_PATHS = ['full', 'urgent'] as const
export type ReviewPath = (typeof REVIEW_PATHS)[number]

/** Whose of what waits for signatures: what whoever asks can sign, or all of it. */
export const QUEUE_SHARES = ['mine', 'all'] as const
export type QueueShare = (typeof QUEUE_SHARES)[number]

/** Steps of each path, and what must be signed before each of them; what is not named is no step of that path. */
export const STEPS_OF_PATH: { readonly [P in ReviewPath]: { readonly [S in ReviewStep]?: readonly ReviewStep[] } } = {
  full: {
    'proof-1': [],
    'proof-2': [],
    'proof-3': [],
    'review-1': [],
    'review-2': ['review-1'],
    // 终审 decides that it goes out, so it looks at what all others have passed.
    'review-3': ['review-2', 'proof-1', 'proof-2', 'proof-3'],
  },
  urgent: { 'review-1': [], 'review-3': ['review-1'] },
}

/** Who signs what: 谁审核谁负责, so that no role stands in for another. */
export const ROLE_OF_STEP: { readonly [S in ReviewStep]: Role } = {
  'proof-1': 'proofreader',
  'proof-2': 'proofreader',
  'proof-3': 'proofreader',
  'review-1': 'reviewer-1',
  'review-2': 'reviewer-2',
  'review-3': 'reviewer-3',
}

/** What whoever signs a step has to confirm, each by itself. */
export const CHECKS_OF_STEP = {
  'proof-1': ['law-titles', 'law-quotes'],
  'proof-2': ['people', 'places', 'offices'],
  'proof-3': ['watched-to-end', 'subtitles'],
  'review-1': ['wording', 'facts'],
  'review-2': ['subject', 'languages'],
  'review-3': ['remarks-settled', 'may-go-out'],
} as const satisfies { readonly [S in ReviewStep]: readonly string[] }
export type ReviewCheck = (typeof CHECKS_OF_STEP)[ReviewStep][number]

/** Three different people review; whoever proofreads may proofread again. */
export const isReviewOfItsOwn = (step: ReviewStep): boolean => step.startsWith('review-')
