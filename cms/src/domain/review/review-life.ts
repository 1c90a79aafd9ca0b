import {
  CHECKS_OF_STEP,
  type FieldProblem,
  isReviewOfItsOwn,
  type ProblemName,
  REVIEW_STEPS,
  type Review,
  type ReviewSign,
  type ReviewState,
  type ReviewStep,
  ROLE_OF_STEP,
  type Role,
  STEPS_OF_PATH,
  type StaffId,
} from '@ulan/contract'

/** As it is kept: whether the content changed since is found out whenever it is looked at. */
export type KeptReview = Omit<Review, 'state' | 'openSteps'> & { readonly state: Exclude<ReviewState, 'void'> }

export type ReviewAct = 'sign' | 'sign-last' | 'return' | 'veto' | 'withdraw' | 'remark' | 'settle'

/**
 * The whole life of a review; an act without an entry finds it over. What all have signed can still come back, until it is
 * published and after; a void one only ends, or is talked about.
 */
const NEXT_STATE: { readonly [S in ReviewState]: { readonly [A in ReviewAct]?: ReviewState } } = {
  open: {
    sign: 'open',
    'sign-last': 'approved',
    return: 'returned',
    veto: 'vetoed',
    withdraw: 'withdrawn',
    remark: 'open',
    settle: 'open',
  },
  approved: { return: 'returned', veto: 'vetoed', withdraw: 'withdrawn' },
  void: { return: 'returned', veto: 'vetoed', withdraw: 'withdrawn', remark: 'void', settle: 'void' },
  returned: { remark: 'returned', settle: 'returned' },
  vetoed: {},
  withdrawn: {},
}

/** State after an act, or undefined when the table has no such step. */
export const nextState = (state: ReviewState, act: ReviewAct): ReviewState | undefined => NEXT_STATE[state][act]

/** How it stands while the content's hash is this. */
export const stateOf = ({ state, contentHash }: Pick<KeptReview, 'state' | 'contentHash'>, currentHash: string): ReviewState =>
  (state === 'open' || state === 'approved') && contentHash !== currentHash ? 'void' : state

type Signed = Pick<KeptReview, 'path' | 'signatures'>

const stepsOf = ({ path }: Pick<KeptReview, 'path'>): readonly ReviewStep[] => REVIEW_STEPS.filter((step) => step in STEPS_OF_PATH[path])

/** Steps that are not signed, and whose forerunners are. */
export function openSteps(review: Signed): readonly ReviewStep[] {
  const done = new Set(review.signatures.map(({ step }) => step))
  return stepsOf(review).filter((step) => !done.has(step) && STEPS_OF_PATH[review.path][step]?.every((before) => done.has(before)))
}

/** Steps that are not signed, whether they can be signed yet or not. */
export const unsignedSteps = (review: Signed): readonly ReviewStep[] =>
  stepsOf(review).filter((step) => !review.signatures.some((signature) => signature.step === step))

export const isLastStep = (review: Signed, step: ReviewStep): boolean =>
  stepsOf(review).every((each) => each === step || review.signatures.some((signature) => signature.step === each))

type Signer = { readonly id: StaffId; readonly role: Role }
type Written = Signed & Pick<KeptReview, 'submittedBy'>

/** Why this person may not sign this step, whoever else may; undefined when they may. */
export function findSignerProblem(review: Written, writers: readonly StaffId[], step: ReviewStep, signer: Signer): ProblemName | undefined {
  if (signer.role !== ROLE_OF_STEP[step]) return 'not-allowed'
  if (signer.id === review.submittedBy.id || writers.includes(signer.id)) return 'own-work'
  const isSecond = isReviewOfItsOwn(step) && review.signatures.some(({ step: other, by }) => isReviewOfItsOwn(other) && by.id === signer.id)
  return isSecond ? 'signed-before' : undefined
}

/** Of the steps that are open now, those that this person can sign. */
export const stepsFor = (review: Written, writers: readonly StaffId[], signer: Signer): readonly ReviewStep[] =>
  openSteps(review).filter((step) => findSignerProblem(review, writers, step, signer) === undefined)

/** Checks of the step that are not confirmed, and those that are none of it. */
export function findCheckProblems({ step, checks }: Pick<ReviewSign, 'step' | 'checks'>): FieldProblem[] {
  const asked: readonly string[] = CHECKS_OF_STEP[step]
  const problem = (code: string) => (check: string) => ({ path: 'checks', code, params: { check } })
  return [
    ...asked.filter((check) => !checks.some((given) => given === check)).map(problem('check-missing')),
    ...checks.filter((check) => !asked.includes(check)).map(problem('check-unknown')),
  ]
}

const FALLEN: ReadonlySet<KeptReview['state']> = new Set(['returned', 'vetoed', 'withdrawn'])

/** Whether all have signed in a review, and nobody has ended it, or a later one of the same content, since. */
export function stillStands(reviews: readonly Pick<KeptReview, 'number' | 'state' | 'contentHash'>[], number: number): boolean {
  const signed = reviews.find((review) => review.number === number)
  if (signed?.state !== 'approved') return false
  return !reviews.some((later) => later.number > number && later.contentHash === signed.contentHash && FALLEN.has(later.state))
}
