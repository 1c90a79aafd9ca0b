import { CHECKS_OF_STEP, type QueuedReview, REVIEW_STEPS, type ReviewStep, ROLE_OF_STEP, type Role } from '@ulan/contract'
import { problemSchema } from '@ulan/contract/schemas'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { joinStaff } from './colleague.ts'
import { IN_ORDER, pathOf, problemOf, programmeOf, ReviewOffice, reviewOf } from './review-office.ts'

const LEAGUE = '152500'
const BANNER = '152502'

let office: ReviewOffice
beforeAll(async () => {
  office = await ReviewOffice.open()
})
afterAll(() => office.lab.close())

describe('三审三校', () => {
  it('goes through six signatures to the public, and nothing less goes', async () => {
    const { programme, review } = await office.submitted()
    expect(review).toMatchObject({ number: 1, state: 'open', openSteps: ['proof-1', 'proof-2', 'proof-3', 'review-1'] })
    for (const [at, step] of IN_ORDER.entries()) {
      expect([at, problemOf(await office.publish(programme))]).toEqual([at, 'review-required'])
      const signed = reviewOf(await office.sign(review, step))
      expect(signed.signatures.map(({ step: each }) => each)).toEqual(IN_ORDER.slice(0, at + 1))
      expect(signed.state).toBe(at === IN_ORDER.length - 1 ? 'approved' : 'open')
    }
    const shown = await office.latest(programme.id)
    expect(shown?.signatures.map(({ by }) => by.email)).toEqual(IN_ORDER.map((step) => office.staff.get(ROLE_OF_STEP[step])?.email))
    expect((await office.publish(programme)).status).toBe(200)
    expect((await office.lab.call(`/api/v1/programmes/${programme.id}`)).status).toBe(200)
  })
  it('holds for what stands there alone: another letter and it is void, the former letter and it holds again', async () => {
    const { programme, review } = await office.submitted()
    await office.signAll(review, IN_ORDER.slice(0, -1))
    const changed = programmeOf(await office.patch(programme, { title: { 'zh-Hans': '另一个题目' } }))
    expect(await office.latest(programme.id)).toMatchObject({ state: 'void', openSteps: [] })
    expect(problemOf(await office.sign(review, 'review-3'))).toBe('content-changed')
    const back = programmeOf(await office.patch(changed, { title: programme.title }))
    expect(reviewOf(await office.sign(review, 'review-3')).state).toBe('approved')
    const again = programmeOf(await office.patch(back, { synopsis: { 'zh-Hans': '简介' } }))
    expect(problemOf(await office.publish(again))).toBe('review-required')
    const next = reviewOf(await office.submit(again))
    expect(next).toMatchObject({ number: 2, state: 'open', signatures: [] })
    expect(problemOf(await office.sign(review, 'proof-1'))).toBe('review-over')
  })
  it('signs what the signer saw: a hash of something else is refused', async () => {
    const { review } = await office.submitted()
    expect(problemOf(await office.sign(review, 'proof-1', 'proofreader', { contentHash: '0'.repeat(64) }))).toBe('content-changed')
  })
})

describe('three reviews as a policy', () => {
  it('are turned on by somebody with a second factor, who could turn them off again', async () => {
    const bare = (await joinStaff(office.lab, office.admin, { role: 'administrator' })).cookie
    const refused = await office.setPolicy({ policy: 'off', isUrgentAllowed: true }, bare)
    expect(problemOf(refused)).toBe('second-factor-missing')
    await office.setPolicy({ policy: 'off', isUrgentAllowed: true })
    const first = await office.setPolicy({ policy: 'three', isUrgentAllowed: true }, bare)
    expect(problemSchema.parse(first.json()).errors).toEqual([{ path: 'review.policy', code: 'second-factor-first' }])
    expect((await office.setPolicy({ policy: 'three', isUrgentAllowed: true })).status).toBe(200)
  })
  it('are told to whoever signs in', async () => {
    expect((await office.as('editor', '/session')).json()).toMatchObject({ reviewPolicy: 'three' })
  })
})

describe('whoever signs', () => {
  it.each(REVIEW_STEPS)('%s has confirmed all that belongs to it', async (step) => {
    const { review } = await office.submitted()
    const reply = await office.sign(review, step, ROLE_OF_STEP[step], { checks: CHECKS_OF_STEP[step].slice(1) })
    expect(problemSchema.parse(reply.json()).errors).toEqual([
      { path: 'checks', code: 'check-missing', params: { check: CHECKS_OF_STEP[step][0] } },
    ])
  })
  it('has the role of the step', async () => {
    const { review } = await office.submitted()
    for (const role of ['proofreader', 'reviewer-2', 'reviewer-3'] as const)
      expect(problemOf(await office.sign(review, 'review-1', role))).toBe('not-allowed')
  })
  it('waits for the step before', async () => {
    const { review } = await office.submitted()
    expect(problemOf(await office.sign(review, 'review-2'))).toBe('step-not-open')
    await office.signAll(review, ['review-1', 'review-2', 'proof-1', 'proof-2'])
    expect(problemOf(await office.sign(review, 'review-3'))).toBe('step-not-open')
  })
  it('did not write it, also when they have another role since', async () => {
    const writer = await joinStaff(office.lab, office.admin, { role: 'editor', hasFactor: true })
    const programme = await office.draft()
    await office.lab.call(`/api/v1/programmes/${programme.id}`, {
      method: 'PATCH',
      cookie: writer.cookie,
      body: { rev: programme.rev, kind: 'lecture' },
    })
    const review = reviewOf(await office.submit({ ...programme, rev: programme.rev + 1 }))
    for (const [role, step] of [
      ['proofreader', 'proof-1'],
      ['reviewer-1', 'review-1'],
    ] as const) {
      await office.lab.call(`/api/v1/staff/accounts/${writer.id}`, { method: 'PATCH', cookie: office.admin, body: { role } })
      expect(problemOf(await office.signAs(writer, review, step))).toBe('own-work')
    }
  })
  it('signs one of the three reviews, also when they have another role since', async () => {
    const person = await joinStaff(office.lab, office.admin, { role: 'reviewer-1', hasFactor: true })
    const { review } = await office.submitted()
    const signAs = (step: ReviewStep) => office.signAs(person, review, step)
    expect((await signAs('review-1')).status).toBe(201)
    await office.lab.call(`/api/v1/staff/accounts/${person.id}`, { method: 'PATCH', cookie: office.admin, body: { role: 'reviewer-2' } })
    expect(problemOf(await signAs('review-2'))).toBe('signed-before')
  })
  it('does so once, however often the answer is lost', async () => {
    const { review } = await office.submitted()
    const replies = await Promise.all([office.sign(review, 'review-1'), office.sign(review, 'review-1'), office.sign(review, 'review-1')])
    expect(replies.map(({ status }) => status)).toEqual([201, 201, 201])
    expect((await office.latest(review.programmeId))?.signatures).toHaveLength(1)
  })
  it('and two who sign the same step at once are one signature and one that came too late', async () => {
    const other = await joinStaff(office.lab, office.admin, { role: 'proofreader' })
    const { review } = await office.submitted()
    const replies = await Promise.all([office.sign(review, 'proof-1'), office.signAs(other, review, 'proof-1')])
    expect(replies.map(({ status }) => status).sort()).toEqual([201, 409])
    expect((await office.latest(review.programmeId))?.signatures).toHaveLength(1)
  })
  it('and those who sign different steps at once are all signed', async () => {
    const { review } = await office.submitted()
    const steps = ['proof-1', 'proof-2', 'proof-3', 'review-1'] as const
    const replies = await Promise.all(steps.map((step) => office.sign(review, step)))
    expect(replies.map(({ status }) => status)).toEqual(steps.map(() => 201))
    expect((await office.latest(review.programmeId))?.signatures.map(({ step }) => step).sort()).toEqual([...steps])
  })
  it('works for the region of the programme', async () => {
    const banner = await joinStaff(office.lab, office.admin, { role: 'proofreader', regionCode: BANNER })
    const { review } = await office.submitted({ regionCode: LEAGUE })
    expect(problemOf(await office.signAs(banner, review, 'proof-1'))).toBe('other-region')
  })
  it('has a second factor, where the role asks for one', async () => {
    const bare = await joinStaff(office.lab, office.admin, { role: 'reviewer-1' })
    const { review } = await office.submitted()
    expect(problemOf(await office.signAs(bare, review, 'review-1'))).toBe('second-factor-missing')
    expect((await office.lab.call('/api/v1/staff/review-queue', { cookie: bare.cookie })).status).toBe(200)
  })
})

describe('what is submitted', () => {
  it.each([
    ['has a film', { assetId: undefined }, [{ path: 'assetId', code: 'asset-missing' }]],
    ['has its titles', { title: {} }, [{ path: 'title.zh-Hans', code: 'title-zh-missing' }]],
  ])('%s', async (_what, more, errors) => {
    expect(problemSchema.parse((await office.submit(await office.draft(more))).json()).errors).toEqual(errors)
  })
  it('can be watched to its end', async () => {
    const assetId = office.lab.library.put('clip-still-encoding', 'encoding')
    expect(problemSchema.parse((await office.submit(await office.draft({ assetId }))).json()).errors).toEqual([
      { path: 'assetId', code: 'asset-not-ready' },
    ])
  })
  it('is the revision that was seen', async () => {
    const programme = await office.draft()
    expect(problemOf(await office.submit({ ...programme, rev: programme.rev + 1 }))).toBe('stale-revision')
  })
  it('is under one review at a time, also when it is submitted twice at once', async () => {
    const programme = await office.draft()
    const replies = await Promise.all([office.submit(programme), office.submit(programme)])
    expect(replies.map(({ status }) => status).sort()).toEqual([201, expect.toSatisfy((status) => status === 201 || status === 409)])
    expect((await office.latest(programme.id))?.number).toBe(1)
    await office.sign(reviewOf(replies.find(({ status }) => status === 201) ?? replies[0]), 'proof-1')
    expect(problemOf(await office.submit(programme))).toBe('review-open')
  })
})

describe('a review that comes back', () => {
  it('says why, and the next one has its open remarks', async () => {
    const { programme, review } = await office.submitted()
    const remark = (text: string, anchor: object) => office.as('proofreader', `${pathOf(review)}/remarks`, { body: { text, anchor } })
    await remark('片名有错字', { kind: 'field', path: 'title.zh-Hans' })
    const { remarks } = reviewOf(await remark('台词与字幕不符', { kind: 'moment', seconds: 12.5 }))
    const settle = (role: Role) => office.as(role, `${pathOf(review)}/remarks/${remarks[0]?.id ?? ''}/settle`, { method: 'POST' })
    expect(problemOf(await settle('editor'))).toBe('not-allowed')
    expect((await settle('reviewer-2')).status).toBe(200)
    expect(problemOf(await office.as('reviewer-2', `${pathOf(review)}/return`, { body: { reason: ' ' } }))).toBe('invalid-request')
    const returned = reviewOf(await office.as('reviewer-2', `${pathOf(review)}/return`, { body: { reason: '请改字幕' } }))
    expect(returned).toMatchObject({ state: 'returned', end: { reason: '请改字幕', by: { email: office.staff.get('reviewer-2')?.email } } })
    expect(problemOf(await office.sign(review, 'proof-1'))).toBe('review-over')
    const next = reviewOf(await office.submit(programme))
    expect(next).toMatchObject({ number: 2, state: 'open', remarks: [{ text: '台词与字幕不符' }] })
    expect(next.remarks).toHaveLength(1)
  })
  it('is not signed for the last time while a remark is open', async () => {
    const { review } = await office.submitted()
    await office.as('reviewer-1', `${pathOf(review)}/remarks`, { body: { text: '请核对', anchor: { kind: 'whole' } } })
    await office.signAll(review, IN_ORDER.slice(0, -1))
    expect(problemOf(await office.sign(review, 'review-3'))).toBe('remarks-open')
    const remark = (await office.latest(review.programmeId))?.remarks[0]?.id ?? ''
    await office.as('reviewer-1', `${pathOf(review)}/remarks/${remark}/settle`, { method: 'POST' })
    expect(reviewOf(await office.sign(review, 'review-3')).state).toBe('approved')
  })
  it('is refused for good as it is, by the third review', async () => {
    const { programme, review } = await office.submitted()
    const veto = (role: Role) => office.as(role, `${pathOf(review)}/veto`, { body: { reason: '题材不宜' } })
    expect(problemOf(await veto('reviewer-2'))).toBe('not-allowed')
    expect(reviewOf(await veto('reviewer-3')).state).toBe('vetoed')
    expect(problemOf(await office.submit(programme))).toBe('vetoed')
    const changed = programmeOf(await office.patch(programme, { title: { 'zh-Hans': '换了题材' } }))
    expect((await office.submit(changed)).status).toBe(201)
  })
  it('is taken back by those who write, also after all have signed', async () => {
    const { programme, review } = await office.submitted()
    await office.signAll(review)
    expect(reviewOf(await office.as('editor', `${pathOf(review)}/withdraw`, { method: 'POST' })).state).toBe('withdrawn')
    expect(problemOf(await office.publish(programme))).toBe('review-required')
  })
})

describe('the urgent path', () => {
  it('needs two signatures and a reason, where the installation has it', async () => {
    const programme = await office.draft()
    const urgent = (more: object = {}) => office.submit(programme, { path: 'urgent', ...more })
    expect(problemSchema.parse((await urgent()).json()).errors).toEqual([{ path: 'reason', code: 'reason-missing' }])
    const review = reviewOf(await urgent({ reason: '今晚宪法日直播' }))
    expect(review).toMatchObject({ path: 'urgent', reason: '今晚宪法日直播', openSteps: ['review-1'] })
    expect(problemOf(await office.sign(review, 'proof-1'))).toBe('step-not-open')
    expect((await office.signAll(review, ['review-1', 'review-3'])).state).toBe('approved')
    expect((await office.publish(programme)).status).toBe(200)
  })
  it('is not there where nobody allowed it', async () => {
    await office.setPolicy({ policy: 'three', isUrgentAllowed: false })
    const reply = await office.submit(await office.draft(), { path: 'urgent', reason: '急' })
    expect(problemSchema.parse(reply.json()).errors).toEqual([{ path: 'path', code: 'urgent-not-allowed' }])
    await office.setPolicy({ policy: 'three', isUrgentAllowed: true })
  })
})

describe('the queue', () => {
  it('shows each what waits for them, and all what waits', async () => {
    const { review } = await office.submitted()
    const queued = async (role: Role) => {
      const { items } = (await office.as(role, '/staff/review-queue')).json() as { items: QueuedReview[] } // as above
      return items.find((item) => item.review.programmeId === review.programmeId)
    }
    expect(await queued('proofreader')).toMatchObject({
      mySteps: ['proof-1', 'proof-2', 'proof-3'],
      title: { 'zh-Hans': expect.any(String) },
    })
    expect((await queued('reviewer-2'))?.mySteps).toEqual([])
    await office.sign(review, 'review-1')
    expect((await queued('reviewer-2'))?.mySteps).toEqual(['review-2'])
    expect((await queued('editor'))?.mySteps).toEqual([])
    await office.as('reviewer-2', `${pathOf(review)}/return`, { body: { reason: '退回' } })
    expect(await queued('reviewer-2')).toBeUndefined()
  })
})
