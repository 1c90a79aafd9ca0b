import type { Review, ReviewQueuePage, Role, StaffProgramme } from '@ulan/contract'
import { problemSchema } from '@ulan/contract/schemas'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { joinStaff } from './colleague.ts'
import { pathOf, problemOf, ReviewOffice, reviewOf } from './review-office.ts'

const LEAGUE = '152500'
const BANNER = '152502'

let office: ReviewOffice
beforeAll(async () => {
  office = await ReviewOffice.open()
})
afterAll(() => office.lab.close())

type Query = Readonly<Record<string, string>>
const pathFor = (query: Query) => `/staff/review-queue?${new URLSearchParams(query).toString()}`
// The lab holds every answer against its description.
const pageOf = async (query: Query, role: Role = 'inspector') => (await office.as(role, pathFor(query))).json() as ReviewQueuePage
const idsOf = async (query: Query, role?: Role) => (await pageOf(query, role)).items.map(({ review }) => review.programmeId)
const titled = (title: string, more: object = {}) => office.submitted({ title: { 'zh-Hans': title }, ...more })
const patch = ({ id, rev }: StaffProgramme, body: object) => office.patch({ id, rev } as StaffProgramme, body) // all that is read

describe('the queue of reviews', () => {
  it('is given in pages, what waits the longest first', async () => {
    const made = []
    for (let index = 0; index < 5; index += 1) made.push((await titled(`分页 ${String(index)}`)).programme.id)
    const pages = await Promise.all(['1', '2', '3', '4'].map((page) => idsOf({ q: '分页', rows: '2', page })))
    expect(pages).toEqual([made.slice(0, 2), made.slice(2, 4), made.slice(4), []])
    expect(await pageOf({ q: '分页', rows: '2', page: '9' })).toMatchObject({ items: [], total: 5 })
  })
  it('is given whole to whoever asks for no page', async () => {
    for (let index = 0; index < 21; index += 1) await titled(`不分页 ${String(index)}`)
    const all = await pageOf({})
    expect(all.items).toHaveLength(all.total)
    expect(all.total).toBeGreaterThan(20)
  })
  it('is found by words of titles in every script', async () => {
    const { programme } = await titled('防沙治沙', { title: { 'zh-Hans': '防沙治沙', 'mn-Mong': 'ᠡᠯᠡᠰᠦ', 'mn-Cyrl': 'Элс нүүдэл' } })
    for (const q of ['治沙 防沙', 'ᠡᠯᠡᠰᠦ', 'элс']) expect(await idsOf({ q })).toEqual([programme.id])
    expect(await pageOf({ q: '没有的词' })).toMatchObject({ items: [], total: 0, counts: { mine: 0, all: 0 } })
  })
  it('is found by its path, by the step that can be signed, and by whose it is', async () => {
    const { programme, review } = await titled('按步骤甲')
    const urgent = await office.draft({ title: { 'zh-Hans': '按步骤乙' } })
    await office.submit(urgent, { path: 'urgent', reason: '暴雪预警' })
    const q = '按步骤'
    expect(await idsOf({ q, path: 'urgent' })).toEqual([urgent.id])
    expect(await idsOf({ q, step: 'proof-1' })).toEqual([programme.id])
    expect(await idsOf({ q, of: 'mine' }, 'reviewer-1')).toEqual([programme.id, urgent.id])
    expect(await idsOf({ q, of: 'mine' }, 'reviewer-2')).toEqual([])
    await office.sign(review, 'review-1')
    expect(await idsOf({ q, of: 'mine' }, 'reviewer-1')).toEqual([urgent.id])
    expect(await idsOf({ q, of: 'mine', step: 'review-2' }, 'reviewer-2')).toEqual([programme.id])
    const { counts, steps, total } = await pageOf({ q, of: 'mine' }, 'proofreader')
    expect([counts, total]).toEqual([{ mine: 1, all: 2 }, 1])
    expect(steps).toEqual({ 'proof-1': 1, 'proof-2': 1, 'proof-3': 1, 'review-1': 0, 'review-2': 0, 'review-3': 0 })
    expect((await pageOf({ q })).steps).toMatchObject({ 'proof-1': 1, 'review-1': 1, 'review-2': 1 })
  })
  it('shows nobody as theirs what they would be refused: another region’s, and their own', async () => {
    const { programme } = await titled('地区一', { regionCode: LEAGUE })
    const shownTo = async (regionCode?: string) => {
      const person = await joinStaff(office.lab, office.admin, { role: 'proofreader', ...(regionCode && { regionCode }) })
      const reply = await office.lab.call(`/api/v1${pathFor({ q: '地区一' })}`, { cookie: person.cookie })
      const { items, counts } = reply.json() as ReviewQueuePage // as above
      return [items.map(({ review, mySteps }) => [review.programmeId, mySteps.length]), counts]
    }
    expect(await shownTo()).toEqual([[[programme.id, 3]], { mine: 1, all: 1 }])
    expect(await shownTo(LEAGUE)).toEqual([[[programme.id, 3]], { mine: 1, all: 1 }])
    expect(await shownTo(BANNER)).toEqual([[[programme.id, 0]], { mine: 0, all: 1 }])
  })
  it.each([
    [{ of: 'yours' }, 'of'],
    [{ step: 'review-9' }, 'step'],
    [{ path: 'quick' }, 'path'],
    [{ page: '0' }, 'page'],
    [{ rows: '201' }, 'rows'],
    [{ q: '长'.repeat(101) }, 'q'],
  ])('names the field that it does not understand: %o', async (query, path) => {
    const reply = await office.as('inspector', pathFor(query))
    expect([reply.status, problemOf(reply)]).toEqual([400, 'invalid-request'])
    expect(problemSchema.parse(reply.json()).errors?.map((error) => error.path)).toEqual([path])
  })
})

describe('the queue follows at once', () => {
  it('what anybody signs, gives back, changes, submits again and deletes', async () => {
    const { programme, review } = await titled('跟随甲')
    const state = async () => (await pageOf({ q: '跟随' })).items.map(({ review: { number, state: now } }) => [number, now])
    const mine = async () => (await pageOf({ q: '跟随' }, 'proofreader')).counts.mine
    expect([await state(), await mine()]).toEqual([[[1, 'open']], 1])
    const changed = (await patch(programme, { title: { 'zh-Hans': '跟随乙' } })).json() as StaffProgramme // as above
    expect([await state(), await mine(), await idsOf({ q: '跟随甲' })]).toEqual([[[1, 'void']], 0, []])
    const again = reviewOf(await office.submit(changed))
    // The one before is not waited for any more.
    expect([await state(), await mine(), (await pageOf({ q: '跟随' })).total]).toEqual([[[2, 'open']], 1, 1])
    await office.as('reviewer-1', `${pathOf(again)}/return`, { body: { reason: '请改' } })
    expect(await state()).toEqual([])
    const third = reviewOf(await office.submit(changed))
    await office.signAll(third)
    expect(await state()).toEqual([])
    expect(problemOf(await office.sign(review, 'proof-1'))).toBe('review-over')
    const gone = await titled('跟随丙')
    expect(await idsOf({ q: '跟随' })).toEqual([gone.programme.id])
    await office.as('editor', `/programmes/${gone.programme.id}?rev=${String(gone.programme.rev)}`, { method: 'DELETE' })
    expect(await state()).toEqual([])
  })
  it('what becomes of a film that was submitted', async () => {
    const { programme } = await titled('换片')
    const steps = async () => (await pageOf({ q: '换片' })).steps['proof-1']
    expect(await steps()).toBe(1)
    office.lab.library.put(programme.assetId ?? '', 'ready', { durationSeconds: 9_999 })
    expect((await pageOf({ q: '换片' })).items.map(({ review }) => review.state)).toEqual(['void'])
    expect(await steps()).toBe(0)
  })
  it('what is done in another process', async () => {
    const origin = await office.lab.serve(await office.lab.secondCms())
    const there = async (): Promise<readonly Review['number'][]> => {
      const cookie = office.staff.get('inspector')?.cookie ?? ''
      const reply = await fetch(`${origin}/api/v1${pathFor({ q: '另一台' })}`, { headers: { cookie } })
      return ((await reply.json()) as ReviewQueuePage).items.map(({ review }) => review.number)
    }
    expect(await there()).toEqual([])
    const { review } = await titled('另一台')
    await expect.poll(there).toEqual([1])
    await office.signAll(review)
    await expect.poll(there).toEqual([])
  })
})
