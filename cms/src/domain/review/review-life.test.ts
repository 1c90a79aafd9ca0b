import {
  CHECKS_OF_STEP,
  REVIEW_PATHS,
  REVIEW_STEPS,
  type ReviewPath,
  type ReviewState,
  type ReviewStep,
  ROLES,
  type Role,
  type StaffId,
} from '@ulan/contract'
import { describe, expect, it } from 'vitest'
import {
  findCheckProblems,
  findSignerProblem,
  isLastStep,
  type KeptReview,
  nextState,
  openSteps,
  type ReviewAct,
  stateOf,
  stepsFor,
  stillStands,
} from './review-life.ts'

const STATES: readonly ReviewState[] = ['open', 'approved', 'void', 'returned', 'vetoed', 'withdrawn']
const ACTS: readonly ReviewAct[] = ['sign', 'sign-last', 'return', 'veto', 'withdraw', 'remark', 'settle']
const HASH = 'a'.repeat(64)
const AUTHOR = '0'.repeat(24) as StaffId // as the store makes them, here and below
const WRITER = 'f'.repeat(24) as StaffId
const SIGNER: Readonly<Record<ReviewStep, { id: StaffId; role: Role }>> = {
  'proof-1': { id: '1'.repeat(24) as StaffId, role: 'proofreader' },
  'proof-2': { id: '1'.repeat(24) as StaffId, role: 'proofreader' },
  'proof-3': { id: '2'.repeat(24) as StaffId, role: 'proofreader' },
  'review-1': { id: '4'.repeat(24) as StaffId, role: 'reviewer-1' },
  'review-2': { id: '5'.repeat(24) as StaffId, role: 'reviewer-2' },
  'review-3': { id: '6'.repeat(24) as StaffId, role: 'reviewer-3' },
}
const person = (id: StaffId) => ({ id, name: '乌云', email: 'one@example.org' })

function reviewWith(path: ReviewPath, signed: readonly ReviewStep[]): KeptReview {
  const signatures = signed.map((step) => ({
    step,
    by: person(SIGNER[step].id),
    at: '2026-11-27T00:00:00Z',
    contentHash: HASH,
    checks: [],
  }))
  const submission = { submittedBy: person(AUTHOR), submittedAt: '2026-11-26T00:00:00Z', contentHash: HASH }
  return {
    programmeId: 'p-one' as KeptReview['programmeId'],
    number: 1,
    rev: 1,
    path,
    state: 'open',
    remarks: [],
    signatures,
    ...submission,
  }
}

/** Every set of signatures that there could be, reachable or not. */
const SETS = Array.from({ length: 2 ** REVIEW_STEPS.length }, (_, bits) => REVIEW_STEPS.filter((_step, at) => (bits >> at) % 2 === 1))

describe('the life of a review', () => {
  // By hand, in the words of the office: what may still happen to a review that stands like this, and what it becomes.
  const table: Readonly<Record<ReviewState, Partial<Record<ReviewAct, ReviewState>>>> = {
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
  it.each(STATES.flatMap((state) => ACTS.map((act) => [state, act] as const)))('%s + %s', (state, act) => {
    expect(nextState(state, act)).toBe(table[state][act])
  })
  it('never leads from what ended to a signature, and never to approval but by the last one', () => {
    for (const state of STATES)
      for (const act of ACTS) if (nextState(state, act) === 'approved') expect([state, act]).toEqual(['open', 'sign-last'])
  })
  it.each([
    ['open', 'void'],
    ['approved', 'void'],
    ['returned', 'returned'],
    ['vetoed', 'vetoed'],
    ['withdrawn', 'withdrawn'],
  ] as const)('%s with other content than was signed is %s', (state, expected) => {
    expect(stateOf({ state, contentHash: HASH }, 'b'.repeat(64))).toBe(expected)
    expect(stateOf({ state, contentHash: HASH }, HASH)).toBe(state)
  })
})

describe('steps', () => {
  /** The rule of 三审三校 once more, in other words. */
  function mayBeSigned(path: ReviewPath, step: ReviewStep, signed: readonly ReviewStep[]): boolean {
    const has = (...steps: readonly ReviewStep[]) => steps.every((each) => signed.includes(each))
    if (has(step)) return false
    if (path === 'urgent') return step === 'review-1' || (step === 'review-3' && has('review-1'))
    if (step === 'review-3') return has('review-2', 'proof-1', 'proof-2', 'proof-3')
    return step === 'review-2' ? has('review-1') : true
  }
  it.each(REVIEW_PATHS)('that are open on the path %s, for every set of signatures', (path) => {
    for (const signed of SETS) {
      const expected = REVIEW_STEPS.filter((step) => mayBeSigned(path, step, signed))
      expect(openSteps(reviewWith(path, signed)), signed.join()).toEqual(expected)
    }
  })
  it.each([
    ['full', 6, 'review-3'],
    ['urgent', 2, 'review-3'],
  ] as const)('on the path %s are %i, and however they are ordered the last is %s', (path, count, last) => {
    const ends: ReviewStep[] = []
    const walk = (signed: readonly ReviewStep[]): void => {
      for (const step of openSteps(reviewWith(path, signed))) {
        if (!isLastStep(reviewWith(path, signed), step)) walk([...signed, step])
        else {
          ends.push(step)
          expect(signed).toHaveLength(count - 1)
        }
      }
    }
    walk([])
    expect(ends.length).toBeGreaterThan(0)
    expect(new Set(ends)).toEqual(new Set([last]))
  })
})

describe('whoever signs', () => {
  it.each(REVIEW_STEPS)('%s has its role, and no other', (step) => {
    const may = ROLES.filter(
      (role) => findSignerProblem(reviewWith('full', []), [], step, { id: '9'.repeat(24) as StaffId, role }) === undefined,
    )
    expect(may).toEqual([SIGNER[step].role])
  })
  it.each(REVIEW_STEPS)('%s has neither written nor submitted it', (step) => {
    for (const id of [AUTHOR, WRITER])
      expect(findSignerProblem(reviewWith('full', []), [WRITER], step, { id, role: SIGNER[step].role })).toBe('own-work')
  })
  it('a review has signed no other review, in whatever role it was; proofs may be by one person', () => {
    const reviews = REVIEW_STEPS.filter((step) => step.startsWith('review'))
    for (const first of reviews)
      for (const second of reviews.filter((step) => step !== first)) {
        const again = { id: SIGNER[first].id, role: SIGNER[second].role }
        expect(findSignerProblem(reviewWith('full', [first]), [], second, again), `${first} ${second}`).toBe('signed-before')
      }
    expect(findSignerProblem(reviewWith('full', ['proof-1', 'review-1']), [], 'proof-2', SIGNER['proof-1'])).toBeUndefined()
  })
  it('is offered the steps that are open and theirs', () => {
    expect(stepsFor(reviewWith('full', ['proof-1']), [], SIGNER['proof-1'])).toEqual(['proof-2', 'proof-3'])
    expect(stepsFor(reviewWith('full', []), [], SIGNER['review-2'])).toEqual([])
    expect(stepsFor(reviewWith('full', ['review-1']), [], SIGNER['review-2'])).toEqual(['review-2'])
  })
  it.each(REVIEW_STEPS)('%s confirms every check of it, and nothing else', (step) => {
    const asked = CHECKS_OF_STEP[step]
    expect(findCheckProblems({ step, checks: [...asked] })).toEqual([])
    expect(findCheckProblems({ step, checks: [] }).map(({ code, params }) => [code, params?.['check']])).toEqual(
      asked.map((check) => ['check-missing', check]),
    )
    const foreign = step === 'proof-1' ? 'subject' : 'law-titles'
    expect(findCheckProblems({ step, checks: [...asked, foreign] })).toEqual([
      { path: 'checks', code: 'check-unknown', params: { check: foreign } },
    ])
  })
})

describe('signatures still stand', () => {
  const review = (number: number, state: KeptReview['state'], contentHash = HASH) => ({ number, state, contentHash })
  it.each<[string, ReturnType<typeof review>[], boolean]>([
    ['as long as nobody said anything since', [review(1, 'approved')], true],
    ['not once somebody gave it back', [review(1, 'returned')], false],
    ['while something else is looked at, or was refused', [review(1, 'approved'), review(2, 'vetoed', 'b'.repeat(64))], true],
    ['not when the same was refused later', [review(1, 'approved'), review(2, 'open', 'b'.repeat(64)), review(3, 'vetoed')], false],
    ['not of a review that there is none of', [review(2, 'approved')], false],
  ])('%s', (_when, reviews, expected) => expect(stillStands(reviews, 1)).toBe(expected))
})
