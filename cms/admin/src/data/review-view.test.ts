import type { Law, LawReference, Review, ReviewStep, Role, StaffId } from '@ulan/contract'
import { describe, expect, it } from 'vitest'
import { citedArticles, queueView, signedCount, stepRows, stepsToSign } from './review-view.ts'

const AUTHOR = '0'.repeat(24) as StaffId // as the server makes them, here and below
const WRITER = 'f'.repeat(24) as StaffId
const OTHER = '9'.repeat(24) as StaffId
const by = (id: StaffId = OTHER) => ({ id, name: '乌云', email: 'wuyun@example.org' })

function review(changes: Partial<Review> = {}, signed: readonly ReviewStep[] = []): Review {
  return {
    programmeId: 'p-one' as Review['programmeId'],
    number: 1,
    rev: 1,
    path: 'full',
    state: 'open',
    contentHash: 'a'.repeat(64),
    submittedBy: by(AUTHOR),
    submittedAt: '2026-11-27T00:00:00Z',
    signatures: signed.map((step) => ({ step, by: by(), at: '2026-11-27T01:00:00Z', contentHash: 'a'.repeat(64), checks: [] })),
    remarks: [],
    openSteps: [],
    ...changes,
  }
}
const signer = (role: Role, id = OTHER) => ({ id, role })

describe('the steps of a review', () => {
  it('stand in their order, with who signed and what can be signed', () => {
    const rows = stepRows(review({ openSteps: ['proof-2'] }, ['review-1', 'proof-1']))
    expect(rows.map(({ step, signature, isOpen }) => [step, signature !== undefined, isOpen])).toEqual([
      ['proof-1', true, false],
      ['proof-2', false, true],
      ['proof-3', false, false],
      ['review-1', true, false],
      ['review-2', false, false],
      ['review-3', false, false],
    ])
  })
  it('are two on the urgent path', () => {
    expect(signedCount(review({ path: 'urgent' }, ['review-1']))).toEqual({ signed: 1, all: 2 })
  })
})

describe('what somebody is offered to sign', () => {
  const open = review({ openSteps: ['proof-1', 'proof-2', 'review-1'] })
  it.each<[Role, readonly ReviewStep[]]>([
    ['proofreader', ['proof-1', 'proof-2']],
    ['reviewer-1', ['review-1']],
    ['reviewer-2', []],
    ['administrator', []],
  ])('as %s', (role, steps) => expect(stepsToSign(open, [], signer(role))).toEqual(steps))
  it('is nothing of what they wrote or submitted', () => {
    expect(stepsToSign(open, [], signer('proofreader', AUTHOR))).toEqual([])
    expect(stepsToSign(open, [WRITER], signer('proofreader', WRITER))).toEqual([])
  })
  it('is no second review', () => {
    expect(stepsToSign(review({ openSteps: ['review-2'] }, ['review-1']), [], signer('reviewer-2'))).toEqual([])
    expect(stepsToSign(review({ openSteps: ['review-2'] }, ['proof-1']), [], signer('reviewer-2'))).toEqual(['review-2'])
  })
})

it('what is looked at of the queue stands in the address, and what is not understood is left out', () => {
  expect(queueView({})).toEqual({})
  const view = { of: 'mine', step: 'review-1', path: 'urgent', q: '草原', page: '3' }
  expect(queueView(view)).toEqual({ ...view, page: 3 })
  expect(queueView({ of: 'yours', step: 'review-9', path: 'quick', q: '', page: '1', more: 'x' })).toEqual({})
})

it('cited articles stand with their words in the library, and those that it does not have without', () => {
  const law = {
    id: 'civil',
    title: '民法典',
    lastAmended: '2020-05-28',
    articles: [{ number: '第一条', text: '为了保护。' }],
  } as unknown as Law // all that is looked at
  const references = [
    { lawId: 'civil', article: '第一条' },
    { lawId: 'civil', article: '第九条' },
    { lawId: 'gone', article: '第一条' },
  ] as LawReference[] // plain texts are ids here
  expect(citedArticles(references, [law])).toEqual([
    { key: 'civil 第一条', title: '民法典', article: '第一条', text: '为了保护。', amended: '2020-05-28' },
    { key: 'civil 第九条', title: '民法典', article: '第九条', text: undefined, amended: '2020-05-28' },
    { key: 'gone 第一条', title: 'gone', article: '第一条', text: undefined, amended: undefined },
  ])
})
