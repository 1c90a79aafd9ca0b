import {
  isReviewOfItsOwn,
  type Law,
  type LawReference,
  QUEUE_SHARES,
  REVIEW_PATHS,
  REVIEW_STEPS,
  type Review,
  type ReviewQueueQuery,
  type ReviewSignature,
  type ReviewStep,
  ROLE_OF_STEP,
  type Session,
  STEPS_OF_PATH,
} from '@ulan/contract'
import { type Fields, oneOf, pageOf } from './address-fields.ts'

/** A step of a review's path, and who signed it. */
export type StepRow = { readonly step: ReviewStep; readonly signature: ReviewSignature | undefined; readonly isOpen: boolean }

/** The steps of its path, in the order in which people speak of them. */
export const stepRows = ({ path, signatures, openSteps }: Review): readonly StepRow[] =>
  REVIEW_STEPS.filter((step) => step in STEPS_OF_PATH[path]).map((step) => ({
    step,
    signature: signatures.find((signature) => signature.step === step),
    isOpen: openSteps.includes(step),
  }))

/** How many of how many are signed. */
export const signedCount = (review: Review): { readonly signed: number; readonly all: number } => {
  const rows = stepRows(review)
  return { signed: rows.filter(({ signature }) => signature !== undefined).length, all: rows.length }
}

type Signer = Pick<Session, 'id' | 'role'>

/** Open steps that are this person's to sign; nobody is offered what would be refused. */
export function stepsToSign(review: Review, writers: readonly string[], { id, role }: Signer): readonly ReviewStep[] {
  if (review.submittedBy.id === id || writers.includes(id)) return []
  const hasReviewed = review.signatures.some(({ step, by }) => isReviewOfItsOwn(step) && by.id === id)
  return review.openSteps.filter((step) => ROLE_OF_STEP[step] === role && !(hasReviewed && isReviewOfItsOwn(step)))
}

/** What somebody looks at of what waits; it stands in the address. */
export type QueueView = Partial<Pick<ReviewQueueQuery, 'of' | 'step' | 'path' | 'q' | 'page'>>

/** What is not understood is left out. */
export function queueView(fields: Fields): QueueView {
  const of = oneOf(QUEUE_SHARES, fields['of'])
  const step = oneOf(REVIEW_STEPS, fields['step'])
  const path = oneOf(REVIEW_PATHS, fields['path'])
  const { q } = fields
  const page = pageOf(fields)
  return { ...(of && { of }), ...(step && { step }), ...(path && { path }), ...(q && { q }), ...(page > 1 && { page }) }
}

export type CitedText = {
  readonly key: string
  readonly title: string
  readonly article: string
  /** Absent where the library has no such article. */
  readonly text: string | undefined
  readonly amended: string | undefined
}

/** What the library has of the articles that are cited. */
export const citedArticles = (references: readonly LawReference[], laws: readonly Law[]): readonly CitedText[] =>
  references.map(({ lawId, article }) => {
    const law = laws.find(({ id }) => id === lawId)
    return {
      key: `${lawId} ${article}`,
      title: law?.title ?? lawId,
      article,
      text: law?.articles.find(({ number }) => number === article)?.text,
      amended: law?.lastAmended,
    }
  })
