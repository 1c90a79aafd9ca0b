import {
  coversRegion,
  type Programme,
  REVIEW_STEPS,
  type RegionCode,
  type ReviewQueuePage,
  type ReviewQueueQuery,
  type ReviewStep,
  type Role,
  type StaffId,
} from '@ulan/contract'
import { joinedWords, wordsOfQuery } from '../search/searchable-text.ts'
import { type KeptReview, openSteps, stateOf, stepsFor } from './review-life.ts'

/** What the queue of reviews is chosen and put in order by. */
export type Waiting = Pick<KeptReview, 'path' | 'signatures' | 'submittedBy' | 'submittedAt'> &
  Pick<Programme, 'id' | 'regionCode' | 'assetId' | 'quizId'> & {
    /** Who wrote in it: none of them signs. */
    readonly writers: readonly StaffId[]
    /** Of a void one none: what is signed is not what stands there any more. */
    readonly openSteps: readonly ReviewStep[]
    /** Its titles, folded, without spaces, a line each. */
    readonly words: string
  }

/** An open review of a programme whose content has this hash now. */
export function waitingOf(review: KeptReview, programme: Programme, currentHash: string): Waiting {
  const { path, signatures, submittedBy, submittedAt } = review
  const { id, regionCode, assetId, quizId, writers = [], title } = programme
  return {
    id,
    path,
    signatures,
    submittedBy,
    submittedAt,
    writers,
    ...(regionCode && { regionCode }),
    ...(assetId && { assetId }),
    ...(quizId && { quizId }),
    openSteps: stateOf(review, currentHash) === 'open' ? openSteps(review) : [],
    words: joinedWords(Object.values(title)),
  }
}

/** The longest first. */
export const byWait = (one: Waiting, other: Waiting): number => compare(one.submittedAt, other.submittedAt) || compare(one.id, other.id)

const compare = (one: string, other: string): number => (one < other ? -1 : Number(one > other))

export type Signer = { readonly id: StaffId; readonly role: Role; readonly regionCode?: RegionCode | undefined }

/** What of a programme tells who may sign. */
type Written = { readonly regionCode?: RegionCode | undefined; readonly writers?: readonly StaffId[] | undefined }
type Reviewed = Pick<KeptReview, 'path' | 'signatures' | 'submittedBy'>

/** Steps that are open and that this person can sign: nobody is offered what would be refused. */
export const signableSteps = (review: Reviewed, { regionCode, writers = [] }: Written, signer: Signer): readonly ReviewStep[] =>
  coversRegion(signer.regionCode, regionCode) ? stepsFor(review, writers, signer) : []

/** A page of what fits, by programme, in order, and how much there is of it. */
export type WaitingSelection = Omit<ReviewQueuePage, 'items'> & { readonly ids: readonly Programme['id'][] }

/** Of all that waits, the longest first, what fits the query. A page beyond the last is empty. */
export function selectWaiting(all: readonly Waiting[], query: ReviewQueueQuery, signer: Signer): WaitingSelection {
  const { of, step, page, rows } = query
  const fitting = all.filter(fits(query)).map((waiting) => {
    const { id, openSteps: open } = waiting
    return { id, all: open, mine: open.length === 0 ? [] : signableSteps(waiting, waiting, signer) }
  })
  type Fitting = (typeof fitting)[number]
  const isOf = (share: ReviewQueueQuery['of']) => (each: Fitting) => share === 'all' || each.mine.length > 0
  const hasStep = (share: ReviewQueueQuery['of']) => (each: Fitting) => step === undefined || each[share].includes(step)
  const count = (share: ReviewQueueQuery['of']): number => fitting.filter(isOf(share)).filter(hasStep(share)).length
  const asked = fitting.filter(isOf(of))
  const wanted = asked.filter(hasStep(of))
  const first = (page - 1) * rows
  const atStep = (each: ReviewStep): number => asked.filter((one) => one[of].includes(each)).length
  return {
    ids: wanted.slice(first, first + rows).map(({ id }) => id),
    total: wanted.length,
    counts: { mine: count('mine'), all: count('all') },
    steps: Object.fromEntries(REVIEW_STEPS.map((each) => [each, atStep(each)])) as Record<ReviewStep, number>, // one for each
  }
}

/** Whether one fits all that is asked but whose it is and the step. */
function fits({ path, q = '' }: ReviewQueueQuery): (waiting: Waiting) => boolean {
  const words = wordsOfQuery(q)
  return (waiting) => (path === undefined || waiting.path === path) && words.every((word) => waiting.words.includes(word))
}
