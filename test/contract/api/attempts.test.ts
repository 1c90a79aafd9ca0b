import { randomUUID } from 'node:crypto'
import { attemptReceiptSchema, problemSchema, starterCatalogueSchema } from '@ulan/contract/schemas'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type CmsLab, createCmsLab } from './cms-lab.ts'
import { SMALL_CATALOGUE } from './small-catalogue.ts'

/** The second one asked a question that the device still has, and now asks another. */
const QUIZZES = [...SMALL_CATALOGUE.quizzes, { id: 'quiz-short', title: { 'zh-Hans': '短' }, questionIds: ['q-three'] }]

let lab: CmsLab
let strict: CmsLab
beforeAll(async () => {
  ;[lab, strict] = await Promise.all([createCmsLab(), createCmsLab({ attemptsPerMinute: 3, trustProxy: true })])
  const changed = { ...SMALL_CATALOGUE, ...starterCatalogueSchema.pick({ quizzes: true }).parse({ quizzes: QUIZZES }) }
  await Promise.all([lab.cms.seed(changed), strict.cms.seed(SMALL_CATALOGUE)])
  await lab.connection.collection<{ _id: string }>('programmes').updateOne({ _id: 'song' }, { $set: { status: 'taken-down' } })
})
afterAll(() => Promise.all([lab.close(), strict.close()]))

const attempt = (members: object = {}) => ({
  id: randomUUID(),
  quizId: 'quiz-one',
  device: 'tablet',
  locale: 'zh-Hans',
  startedAt: '2026-01-01T00:00:00.000Z',
  finishedAt: '2026-01-01T00:01:00.000Z',
  answers: [
    { questionId: 'q-one', optionId: 'b', answeredAt: '2026-01-01T00:00:20.000Z' },
    { questionId: 'q-two', optionId: 'a', answeredAt: '2026-01-01T00:00:30.000Z' },
  ],
  ...members,
})
/** As a device without an account sends it. */
const send = (body: unknown) => lab.call('/api/v1/attempts', { headers: { 'x-csrf': '0' }, body })
const countStored = () => lab.connection.collection('attempts').countDocuments()

describe('an attempt', () => {
  it('is stored once however often it is sent, its score derived', async () => {
    const body = attempt()
    const before = await countStored()
    const first = await send(body)
    const again = await send(body)
    expect([first.status, again.status]).toEqual([201, 200])
    const receipt = attemptReceiptSchema.parse(first.json())
    expect(receipt).toMatchObject({ id: body.id, isNew: true, score: { correct: 1, total: 3 } })
    expect(again.json()).toEqual({ ...receipt, isNew: false })
    expect(await countStored()).toBe(before + 1)
  })
  it('is stored once when both copies come at the same moment', async () => {
    const body = attempt()
    const replies = await Promise.all(Array.from({ length: 8 }, () => send(body)))
    expect(replies.map((reply) => reply.status).sort()).toEqual([200, 200, 200, 200, 200, 200, 200, 201])
    expect(await lab.connection.collection<{ _id: string }>('attempts').countDocuments({ _id: body.id })).toBe(1)
  })
  it('never changes under its id', async () => {
    const body = attempt()
    await send(body)
    const other = await send({ ...body, device: 'tv' })
    expect([other.status, problemSchema.parse(other.json()).type]).toEqual([409, '/problems/attempt-conflict'])
    const cookie = await lab.signIn()
    expect((await lab.call(`/api/v1/attempts/${body.id}`, { cookie })).json()).toMatchObject({ device: 'tablet', answers: body.answers })
  })
  it('does not suffer from its neighbours in the same write', async () => {
    const known = attempt()
    await send(known)
    const bodies = [known, attempt(), { ...known, locale: 'mn-Mong' }, attempt(), attempt({ quizId: 'quiz-none' })]
    const replies = await Promise.all(bodies.map(send))
    expect(replies.map((reply) => reply.status)).toEqual([200, 201, 409, 201, 400])
  })
  it.each([
    ['an unknown quiz', { quizId: 'quiz-none' }, 'quizId', 'unknown-reference'],
    ['an unknown programme', { programmeId: 'never-was' }, 'programmeId', 'unknown-reference'],
    [
      'a question that never was',
      { answers: [{ ...attempt().answers[0], questionId: 'q-stranger' }] },
      'answers.0.questionId',
      'unknown-reference',
    ],
    ['a question answered twice', { answers: [attempt().answers[0], attempt().answers[0]] }, 'answers.1.questionId', 'answered-twice'],
    ['an id that is none', { id: 'mine' }, 'id', 'invalid'],
    ['more answers than a quiz can have', { answers: Array.from({ length: 21 }, () => attempt().answers[0]) }, 'answers', 'too-big'],
    ['a score of its own', { score: { correct: 3, total: 3 } }, 'score', 'unknown-field'],
    ['a name', { nickname: '小明' }, 'nickname', 'unknown-field'],
  ])('with %s is refused and not stored', async (_name, members, path, code) => {
    const before = await countStored()
    const reply = await send(attempt(members))
    expect(reply.status).toBe(400)
    expect(problemSchema.parse(reply.json()).errors).toMatchObject([{ path, code }])
    expect(await countStored()).toBe(before)
  })
  it.each([
    ['of a quiz that has since changed', { quizId: 'quiz-short' }],
    ['of a programme that is taken down', { programmeId: 'song' }],
  ])('%s is stored', async (_name, members) => {
    expect((await send(attempt(members))).status).toBe(201)
  })
  it.each([
    ['was never set', '1970-01-01T00:00:10.000Z', '1970-01-01T00:01:00.000Z'],
    ['is years ahead', '2099-01-01T00:00:10.000Z', '2099-01-01T00:01:00.000Z'],
    ['was set back meanwhile', '2026-01-01T00:01:00.000Z', '2025-01-01T00:00:00.000Z'],
  ])('of a device whose clock %s is stored as told, and counts for the day it came', async (_name, startedAt, finishedAt) => {
    const body = attempt({ startedAt, finishedAt })
    const receipt = attemptReceiptSchema.parse((await send(body)).json())
    const stored = (await lab.call(`/api/v1/attempts/${body.id}`, { cookie: await lab.signIn() })).json()
    expect(stored).toMatchObject({ startedAt, finishedAt, takenAt: receipt.receivedAt, datedBy: 'arrival' })
    expect((await send(body)).status).toBe(200)
  })
  it('of a village behind one address is never too much: 200 devices, 20 attempts each', async () => {
    const before = await countStored()
    const device = async (): Promise<number[]> => {
      const statuses: number[] = []
      for (let count = 0; count < 20; count += 1) statuses.push((await send(attempt())).status)
      return statuses
    }
    const statuses = (await Promise.all(Array.from({ length: 200 }, device))).flat()
    expect(new Set(statuses)).toEqual(new Set([201]))
    expect(await countStored()).toBe(before + 4000)
  })
  it('of a flood from one address waits, and is told how long', async () => {
    const from = (address: string) => strict.call('/api/v1/attempts', { body: attempt(), headers: { 'x-forwarded-for': address } })
    for (let count = 0; count < 3; count += 1) expect((await from('192.0.2.1')).status).toBe(201)
    const refused = await from('192.0.2.1')
    expect([refused.status, problemSchema.parse(refused.json()).type]).toEqual([429, '/problems/too-many-requests'])
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(50)
    expect(Number(refused.headers.get('retry-after'))).toBeLessThanOrEqual(60)
    expect((await from('192.0.2.2')).status).toBe(201)
  })
  it('comes in hundreds at once, none lost', async () => {
    const bodies = Array.from({ length: 300 }, () => attempt())
    const replies = await Promise.all(bodies.map(send))
    expect(new Set(replies.map((reply) => reply.status))).toEqual(new Set([201]))
    const stored = lab.connection.collection<{ _id: string }>('attempts')
    expect(await stored.countDocuments({ _id: { $in: bodies.map((body) => body.id) } })).toBe(300)
  })
})
