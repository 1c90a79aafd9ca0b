import type { ScheduleEntry, StaffProgramme } from '@ulan/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { IN_ORDER, pathOf, programmeOf, ReviewOffice, reviewOf } from './review-office.ts'

const HOUR_MS = 3_600_000

let office: ReviewOffice
/** How far the clock of the server under test is put forward, ms. */
let aheadMs = 0
const now = () => new Date(Date.now() + aheadMs)
beforeAll(async () => {
  office = await ReviewOffice.open({ clock: now })
})
afterAll(() => office.lab.close())

const asked = (isAsked: boolean) => office.setPolicy({ policy: isAsked ? 'three' : 'off', isUrgentAllowed: true })
const plan = async ({ id, rev }: StaffProgramme) => {
  const publishAt = new Date(now().getTime() + HOUR_MS).toISOString()
  return programmeOf(await office.as('publisher', `/programmes/${id}/schedule`, { body: { rev, publishAt } }))
}
const entryOf = async (id: string) => {
  const { items } = (await office.as('editor', '/staff/schedule')).json() as { items: ScheduleEntry[] } // held against its description
  return items.find(({ programmeId }) => programmeId === id)
}
const hindranceOf = async (id: string) => (await entryOf(id))?.hindrance

describe('what is planned tells what would keep it back', () => {
  it('when signatures come to be asked for: which of them it lacks, until it has them all', async () => {
    await asked(false)
    const made = await plan(await office.draft())
    expect([await entryOf(made.id), await hindranceOf(made.id)]).toEqual([expect.objectContaining({ act: 'publish' }), undefined])
    await asked(true)
    expect(await hindranceOf(made.id)).toEqual({ problem: 'review-required' })
    const review = reviewOf(await office.submit(made))
    expect((await hindranceOf(made.id))?.unsigned).toHaveLength(6)
    await office.signAll(review, IN_ORDER.slice(0, -1))
    expect(await hindranceOf(made.id)).toEqual({ problem: 'review-required', unsigned: ['review-3'] })
    await office.sign(review, 'review-3')
    expect(await hindranceOf(made.id)).toBeUndefined()
    aheadMs += HOUR_MS
    await expect.poll(async () => (await office.lab.call(`/api/v1/programmes/${made.id}`)).status).toBe(200)
  })
  it('but not the signatures of what staff have gone on in: they do not help it', async () => {
    await asked(false)
    const made = await plan(await office.draft())
    await asked(true)
    const changed = programmeOf(await office.patch(made, { title: { 'zh-Hans': '还在改' } }))
    await office.submit(changed)
    expect(await hindranceOf(made.id)).toEqual({ problem: 'review-required' })
  })
  it('when somebody gives back what was signed, and that is why it is refused at its time', async () => {
    const { programme, review } = await office.submitted()
    await office.signAll(review)
    const made = await plan(programme)
    expect(await hindranceOf(made.id)).toBeUndefined()
    await office.as('reviewer-3', `${pathOf(review)}/return`, { body: { reason: '有误' } })
    expect(await hindranceOf(made.id)).toEqual({ problem: 'review-required' })
    aheadMs += HOUR_MS
    await expect.poll(async () => (await entryOf(made.id))?.problem).toBe('review-required')
    expect(await hindranceOf(made.id)).toBeUndefined()
  })
  it('but not a licence that begins on the day on which it goes out', async () => {
    await asked(false)
    const day = new Date(now().getTime() + 400 * 24 * HOUR_MS).toISOString()
    const rights = { firstDay: day.slice(0, 10), lastDay: day.slice(0, 10) }
    const { id, rev } = await office.draft({ rights })
    const noon = `${day.slice(0, 10)}T12:00:00+08:00`
    expect((await office.as('publisher', `/programmes/${id}/schedule`, { body: { rev, publishAt: noon } })).status).toBe(200)
    expect(await hindranceOf(id)).toBeUndefined()
  })
  it('when its licence will be over by then', async () => {
    await asked(false)
    const lastDay = new Date(now().getTime() + 48 * HOUR_MS).toISOString().slice(0, 10)
    const { id } = await plan(await office.draft({ rights: { lastDay } }))
    expect(await hindranceOf(id)).toBeUndefined()
    // No plan is taken that goes beyond its licence; the store may hold one from before that was asked.
    const at = new Date(now().getTime() + 96 * HOUR_MS).toISOString()
    await office.lab.connection.collection<{ _id: string }>('programmes').updateOne({ _id: id }, { $set: { 'schedule.publish.at': at } })
    expect(await hindranceOf(id)).toEqual({ problem: 'cannot-publish', errors: [{ path: 'rights.lastDay', code: 'licence-over' }] })
  })
  it('when another one has taken its place in a series', async () => {
    await asked(false)
    const place = { seriesId: 'xiaosi', season: 9, episode: 1 }
    const made = await plan(await office.draft({ kind: 'animation', episodeOf: place }))
    await office.patch(made, { episodeOf: null })
    expect(await hindranceOf(made.id)).toBeUndefined()
    await office.publish(await office.draft({ kind: 'animation', episodeOf: place }))
    expect(await hindranceOf(made.id)).toEqual({
      problem: 'conflict',
      errors: [{ path: 'episodeOf.episode', code: 'episode-taken', params: { season: 9, episode: 1 } }],
    })
  })
})
