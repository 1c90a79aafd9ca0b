import type { Programme, RegionCode, ReviewQueueQuery, ReviewStep, Role, StaffId } from '@ulan/contract'
import { describe, expect, it } from 'vitest'
import type { KeptReview } from './review-life.ts'
import { byWait, type Signer, selectWaiting, signableSteps, type Waiting, waitingOf } from './waiting.ts'

const HASH = 'a'.repeat(64)
const AUTHOR = '0'.repeat(24) as StaffId // as the store makes them, here and below
const WRITER = 'f'.repeat(24) as StaffId
const OTHER = '9'.repeat(24) as StaffId
const LEAGUE = '152500' as RegionCode
const BANNER = '152502' as RegionCode
const person = (id: StaffId) => ({ id, name: '乌云', email: 'one@example.org' })

type Given = {
  readonly review?: Partial<KeptReview>
  readonly programme?: Partial<Programme>
  readonly signed?: readonly ReviewStep[]
  readonly hash?: string
}
function waiting(id: string, { review = {}, programme = {}, signed = [], hash = HASH }: Given = {}): Waiting {
  const kept: KeptReview = {
    programmeId: id as KeptReview['programmeId'],
    number: 1,
    rev: 1,
    path: 'full',
    state: 'open',
    contentHash: HASH,
    submittedBy: person(AUTHOR),
    submittedAt: '2026-11-26T00:00:00.000Z',
    remarks: [],
    signatures: signed.map((step) => ({ step, by: person(OTHER), at: '2026-11-27T00:00:00.000Z', contentHash: HASH, checks: [] })),
    ...review,
  }
  return waitingOf(kept, { id, title: {}, ...programme } as Programme, hash) // all that is looked at
}
const signer = (role: Role, more: Partial<Signer> = {}): Signer => ({ id: 'e'.repeat(24) as StaffId, role, ...more })
const query = (change: Partial<ReviewQueueQuery> = {}): ReviewQueueQuery => ({ of: 'all', page: 1, rows: 20, ...change })

describe('what waits for signatures', () => {
  const all = [
    waiting('new', { programme: { title: { 'zh-Hans': '草原法在身边', 'mn-Mong': 'ᠲᠠᠯ᠎ᠠ' } } }),
    waiting('urgent', { review: { path: 'urgent' }, programme: { title: { 'zh-Hans': '小司来了', 'mn-Cyrl': 'Бэлчээр' } } }),
    waiting('reviewed', { signed: ['review-1'], programme: { regionCode: BANNER } }),
    waiting('void', { hash: 'b'.repeat(64) }),
    waiting('written', { programme: { writers: [WRITER] } }),
  ]
  const idsOf = (change: Partial<ReviewQueueQuery>, who = signer('inspector')) => selectWaiting(all, query(change), who).ids

  it('is all there is, or what whoever asks can sign', () => {
    expect(idsOf({})).toEqual(['new', 'urgent', 'reviewed', 'void', 'written'])
    expect(idsOf({ of: 'mine' })).toEqual([])
    expect(idsOf({ of: 'mine' }, signer('reviewer-1'))).toEqual(['new', 'urgent', 'written'])
    expect(idsOf({ of: 'mine' }, signer('reviewer-2'))).toEqual(['reviewed'])
    expect(idsOf({ of: 'mine' }, signer('reviewer-1', { id: WRITER }))).toEqual(['new', 'urgent'])
    expect(idsOf({ of: 'mine' }, signer('reviewer-1', { id: AUTHOR }))).toEqual([])
  })
  it('is found by the step that is open, by its path, and by words of titles in every script', () => {
    expect(idsOf({ step: 'review-2' })).toEqual(['reviewed'])
    expect(idsOf({ step: 'proof-1' })).toEqual(['new', 'reviewed', 'written'])
    expect(idsOf({ step: 'proof-1', of: 'mine' }, signer('reviewer-1'))).toEqual([])
    expect(idsOf({ path: 'urgent' })).toEqual(['urgent'])
    expect(idsOf({ q: '身边 草原' })).toEqual(['new'])
    expect(idsOf({ q: 'бэлчээр' })).toEqual(['urgent'])
    expect(idsOf({ q: 'ᠲᠠᠯ᠎ᠠ' })).toEqual(['new'])
    expect(idsOf({ q: '没有' })).toEqual([])
  })
  it('is counted whosever it is and at every step, whichever is asked for', () => {
    const steps = { 'proof-1': 3, 'proof-2': 3, 'proof-3': 3, 'review-1': 3, 'review-2': 1, 'review-3': 0 }
    expect(selectWaiting(all, query({ step: 'review-1' }), signer('reviewer-1'))).toEqual({
      ids: ['new', 'urgent', 'written'],
      total: 3,
      counts: { mine: 3, all: 3 },
      steps,
    })
    const mine = selectWaiting(all, query({ of: 'mine' }), signer('reviewer-2'))
    expect([mine.counts, mine.steps['review-2'], mine.steps['proof-1']]).toEqual([{ mine: 1, all: 5 }, 1, 0])
    expect(selectWaiting(all, query({ step: 'proof-1', of: 'mine' }), signer('reviewer-1')).counts).toEqual({ mine: 0, all: 3 })
    expect(selectWaiting(all, query({ q: '小司' }), signer('reviewer-1')).counts).toEqual({ mine: 1, all: 1 })
  })
  it('is given in pages, of which one beyond the last is empty', () => {
    expect([1, 2, 3, 4].map((page) => idsOf({ page, rows: 2 }))).toEqual([['new', 'urgent'], ['reviewed', 'void'], ['written'], []])
    expect(selectWaiting(all, query({ page: 4, rows: 2 }), signer('inspector')).total).toBe(5)
  })
  it('has the longest first, and equal ones by their ids', () => {
    const late = waiting('a', { review: { submittedAt: '2026-11-26T00:00:00.001Z' } })
    expect([late, waiting('c'), waiting('b'), waiting('b')].sort(byWait).map(({ id }) => id)).toEqual(['b', 'b', 'c', 'a'])
  })
  it('is nobody’s where they would be refused for their region', () => {
    const review = waiting('one', { programme: { regionCode: LEAGUE } })
    const steps = (regionCode?: RegionCode) => signableSteps(review, review, signer('reviewer-1', { regionCode }))
    expect([steps(), steps(LEAGUE), steps(BANNER)]).toEqual([['review-1'], ['review-1'], []])
    expect(signableSteps(review, {}, signer('reviewer-1', { regionCode: LEAGUE }))).toEqual([])
  })
  it('knows what it was made of', () => {
    expect(waiting('one', { programme: { assetId: 'film', quizId: 'quiz' } as Partial<Programme> })).toMatchObject({
      assetId: 'film',
      quizId: 'quiz',
      writers: [],
    })
  })
})
