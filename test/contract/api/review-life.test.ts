import type { Review, StaffProgramme } from '@ulan/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { pathOf, problemOf, ReviewOffice, reviewOf } from './review-office.ts'

let office: ReviewOffice
beforeAll(async () => {
  office = await ReviewOffice.open()
})
afterAll(() => office.lab.close())

describe('the life of a review', () => {
  type State = Review['state']
  const acts = ['sign', 'return', 'veto', 'withdraw', 'remark', 'settle'] as const
  type Act = (typeof acts)[number]
  const reach: { readonly [S in State]: (made: { programme: StaffProgramme; review: Review }) => Promise<unknown> } = {
    open: async () => undefined,
    approved: ({ review }) => office.signAll(review),
    void: ({ programme }) => office.patch(programme, { kind: 'lecture' }),
    returned: ({ review }) => act(review, 'return'),
    vetoed: ({ review }) => act(review, 'veto'),
    withdrawn: ({ review }) => act(review, 'withdraw'),
  }
  /** What an act makes of a review in a state; what is not named finds it over. By hand, in the words of the office; what somebody did themselves they may do again. */
  const becomes: { readonly [S in State]: { readonly [A in Act]?: State | 'content-changed' } } = {
    open: { sign: 'open', return: 'returned', veto: 'vetoed', withdraw: 'withdrawn', remark: 'open', settle: 'open' },
    approved: { sign: 'approved', return: 'returned', veto: 'vetoed', withdraw: 'withdrawn' },
    void: { sign: 'content-changed', return: 'returned', veto: 'vetoed', withdraw: 'withdrawn', remark: 'void', settle: 'void' },
    returned: { return: 'returned', remark: 'returned', settle: 'returned' },
    vetoed: { veto: 'vetoed' },
    withdrawn: { withdraw: 'withdrawn' },
  }
  const states = Object.keys(becomes) as State[] // keys of the record just above
  const found = new Map<string, string>()

  function act(review: Review, what: Act) {
    const path = pathOf(review)
    const ending = { body: { reason: '见批注' } }
    const remark = review.remarks[0]?.id ?? ''
    switch (what) {
      case 'sign':
        return office.sign(review, 'proof-1')
      case 'return':
        return office.as('reviewer-1', `${path}/return`, ending)
      case 'veto':
        return office.as('reviewer-3', `${path}/veto`, { body: { reason: '不宜播出' } })
      case 'withdraw':
        return office.as('publisher', `${path}/withdraw`, { method: 'POST' })
      case 'remark':
        return office.as('reviewer-1', `${path}/remarks`, { body: { text: '请核对', anchor: { kind: 'whole' } } })
      case 'settle':
        return office.as('reviewer-2', `${path}/remarks/${remark}/settle`, { method: 'POST' })
    }
  }

  it.each(states.flatMap((state) => acts.map((what) => [state, what] as const)))('%s + %s', async (state, what) => {
    const made = await office.submitted()
    if (what === 'settle' && state !== 'approved') made.review = reviewOf(await act(made.review, 'remark'))
    await reach[state](made)
    expect((await office.latest(made.programme.id))?.state).toBe(state)
    // Nothing that all have signed has a remark left to settle.
    const reply = await act(made.review, what === 'settle' && state === 'approved' ? 'remark' : what)
    const end = reply.status < 300 ? reviewOf(reply).state : problemOf(reply)
    found.set(`${state} ${what}`, end)
    expect(end).toBe(becomes[state][what] ?? 'review-over')
    expect((await office.latest(made.programme.id))?.state).toBe(reply.status < 300 ? end : state)
  })
  it('is printed for whoever reads the tests', () => {
    const cell = (text: string): string => text.padEnd(16)
    const lines = states.map((state) => [state, ...acts.map((what) => found.get(`${state} ${what}`) ?? '')].map(cell).join(''))
    console.info([['', ...acts].map(cell).join(''), ...lines].join('\n'))
    expect(found.size).toBe(states.length * acts.length)
  })
})
