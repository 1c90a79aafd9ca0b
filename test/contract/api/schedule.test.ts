import type { AuditRecord, ScheduleEntry, StaffProgramme } from '@ulan/contract'
import { problemSchema, programmeDetailSchema } from '@ulan/contract/schemas'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type CmsLab, createCmsLab } from './cms-lab.ts'
import { SMALL_CATALOGUE } from './small-catalogue.ts'

const HOUR_MS = 3_600_000

let lab: CmsLab
let cookie: string
/** How far the clock of the server under test is put forward, ms. */
let aheadMs = 0
const now = () => new Date(Date.now() + aheadMs)
const later = (hours: number) => new Date(now().getTime() + hours * HOUR_MS).toISOString()
beforeAll(async () => {
  lab = await createCmsLab({}, { clock: now })
  lab.library.put('clip-song', 'ready')
  await lab.cms.seed(SMALL_CATALOGUE)
  cookie = await lab.signIn()
})
afterAll(() => lab.close())

// The lab holds every answer against its description.
const ask = (path: string, body?: unknown, method = body === undefined ? 'GET' : 'POST') =>
  lab.call(`/api/v1${path}`, { cookie, method, ...(body === undefined ? {} : { body }) })
const programmeOf = (reply: { json(): unknown }) => reply.json() as StaffProgramme
const read = async (id: string) => programmeOf(await ask(`/staff/programmes/${id}`))
const draft = async (members: object = {}) =>
  programmeOf(await ask('/programmes', { kind: 'lecture', title: { 'zh-Hans': '第一稿' }, assetId: 'clip-song', ...members }))
const patch = async ({ id, rev }: StaffProgramme, members: object) =>
  programmeOf(await ask(`/programmes/${id}`, { rev, ...members }, 'PATCH'))
const publish = async ({ id, rev }: StaffProgramme) => programmeOf(await ask(`/programmes/${id}/publish`, { rev }))
const plan = ({ id, rev }: StaffProgramme, members: object) => ask(`/programmes/${id}/schedule`, { rev, ...members })
const planned = async (programme: StaffProgramme, members: object) => programmeOf(await plan(programme, members))
const statusForPublic = async (id: string) => (await lab.call(`/api/v1/programmes/${id}`)).status
const titleForPublic = async (id: string) => programmeDetailSchema.parse((await lab.call(`/api/v1/programmes/${id}`)).json()).title.text
const schedule = async () => ((await ask('/staff/schedule')).json() as { items: ScheduleEntry[] }).items
const auditOf = async (id: string) => {
  const { items } = (await ask(`/audit?target=${id}`)).json() as { items: AuditRecord[] }
  return items.filter(({ action }) => action.startsWith('scheduled'))
}
const errorsOf = (reply: { json(): unknown }) => (problemSchema.parse(reply.json()).errors ?? []).map(({ path, code }) => `${path} ${code}`)
const pass = (hours: number): void => {
  aheadMs += hours * HOUR_MS
}

describe('a programme that is planned', () => {
  it('goes out at its time as it stood when that was planned, and is taken off at its end', async () => {
    const made = await draft()
    const first = await planned(made, { publishAt: later(1), takeDownAt: later(25), reason: '授权到期' })
    expect(first).toMatchObject({ status: 'draft', rev: made.rev + 1, schedule: { publish: { isAhead: false } } })
    const changed = await patch(first, { title: { 'zh-Hans': '还在改' } })
    expect(changed.schedule?.publish?.isAhead).toBe(true)
    expect((await schedule()).filter(({ programmeId }) => programmeId === made.id)).toMatchObject([
      { act: 'publish', title: { 'zh-Hans': '第一稿' }, by: { email: 'admin@localhost' } },
      { act: 'take-down', reason: '授权到期' },
    ])
    expect(await statusForPublic(made.id)).toBe(404)
    pass(1)
    await expect.poll(() => statusForPublic(made.id)).toBe(200)
    expect(await titleForPublic(made.id)).toBe('第一稿')
    const out = await read(made.id)
    expect(out).toMatchObject({ status: 'published', versionNumber: 1, isChanged: true, title: { 'zh-Hans': '还在改' } })
    expect([out.schedule?.publish, out.schedule?.takeDown?.reason]).toEqual([undefined, '授权到期'])
    pass(24)
    await expect.poll(() => statusForPublic(made.id)).toBe(404)
    expect(await read(made.id)).toMatchObject({ status: 'taken-down', takenDownReason: '授权到期' })
    expect((await read(made.id)).schedule).toBeUndefined()
    const written = async () =>
      (await auditOf(made.id)).map(({ action, outcome, by, details }) => [action, outcome, by.email, Object.keys(JSON.parse(details))])
    // How something ended is written down after it has.
    await expect.poll(written).toEqual([
      ['scheduledTakeDown', 'done', 'admin@localhost', ['plannedFor']],
      ['scheduledPublish', 'done', 'admin@localhost', ['plannedFor']],
    ])
  })
  it('changes what is public at its time', async () => {
    const first = await publish(await draft())
    const changed = await planned(await patch(first, { title: { 'zh-Hans': '第二稿' } }), { publishAt: later(1) })
    expect(await titleForPublic(first.id)).toBe('第一稿')
    pass(1)
    await expect.poll(() => titleForPublic(first.id)).toBe('第二稿')
    expect(await read(first.id)).toMatchObject({ rev: changed.rev + 1, versionNumber: 2, isChanged: false })
  })
  it('takes times of every offset, and tells them in UTC', async () => {
    const made = await planned(await draft(), { publishAt: '2099-12-04T08:00:00+08:00' })
    expect(made.schedule?.publish?.at).toBe('2099-12-04T00:00:00.000Z')
    expect((await planned(made, { publishAt: null })).schedule).toBeUndefined()
  })
  it('is refused for times that cannot be, and where there is nothing to go out', async () => {
    const made = await draft()
    expect(errorsOf(await plan(made, { publishAt: later(-1) }))).toEqual(['publishAt time-past'])
    expect(errorsOf(await plan(made, { publishAt: later(2), takeDownAt: later(1) }))).toEqual(['takeDownAt ends-before-start'])
    expect(errorsOf(await plan(made, { takeDownAt: later(1) }))).toEqual(['takeDownAt nothing-to-take-down'])
    expect(errorsOf(await plan(made, { publishAt: '明天八点' }))).toEqual(['publishAt invalid'])
    expect(errorsOf(await plan(await publish(made), { publishAt: later(1) }))).toEqual(['publishAt nothing-to-publish'])
    const bare = await draft({ assetId: undefined, title: {} })
    const reply = await plan(bare, { publishAt: later(1) })
    expect(problemSchema.parse(reply.json()).type).toBe('/problems/cannot-publish')
    expect((await plan({ ...bare, rev: 7 }, { publishAt: later(1) })).status).toBe(409)
  })
  it('is planned no more once somebody publishes or takes it down', async () => {
    const made = await planned(await draft(), { publishAt: later(1) })
    expect((await publish(made)).schedule).toBeUndefined()
    const changed = await planned(await patch(await read(made.id), { title: { 'zh-Hans': '第二稿' } }), { publishAt: later(1) })
    const down = programmeOf(await ask(`/programmes/${made.id}/take-down`, { rev: changed.rev, reason: '内容有误' }))
    expect(down).toMatchObject({ status: 'taken-down', takenDownReason: '内容有误' })
    expect(down.schedule).toBeUndefined()
    pass(2)
    // Whatever was due by then is done before this one, which is due last.
    const last = await planned(await draft(), { publishAt: later(0.001) })
    await expect.poll(async () => (await read(last.id)).status).toBe('published')
    expect(await statusForPublic(made.id)).toBe(404)
  })
})

it('what holds a place twice from before can be mended, since its place is not what changes', async () => {
  const place = { seriesId: 'xiaosi', season: 6, episode: 1 }
  const one = await publish(await draft({ kind: 'animation', episodeOf: place }))
  const two = await publish(await draft({ kind: 'animation' }))
  // As it could be before places were looked at.
  const programmes = lab.connection.collection<{ _id: string }>('programmes')
  await programmes.updateOne({ _id: two.id }, { $set: { episodeOf: place, 'lastVersion.content.episodeOf': place } })
  expect(await publish(await patch(one, { title: { 'zh-Hans': '改正' } }))).toMatchObject({ versionNumber: 2 })
})

describe('what is due and cannot be', () => {
  it('is told where it is seen, with its reason, and stays told until somebody plans anew', async () => {
    const place = { seriesId: 'xiaosi', season: 7, episode: 1 }
    const first = await planned(await draft({ kind: 'animation', episodeOf: place }), { publishAt: later(1), takeDownAt: later(9) })
    const moved = await patch(first, { episodeOf: null })
    await publish(await draft({ kind: 'animation', episodeOf: place }))
    pass(1)
    await expect.poll(async () => (await read(first.id)).schedule?.missed).toMatchObject({ act: 'publish', problem: 'conflict' })
    expect(await read(first.id)).toMatchObject({ status: 'draft', rev: moved.rev + 1 })
    expect((await schedule())[0]).toMatchObject({ programmeId: first.id, act: 'publish', problem: 'conflict' })
    await expect.poll(() => auditOf(first.id)).toMatchObject([{ action: 'scheduledPublish', outcome: 'refused', problem: 'conflict' }])
    const seen = await planned(await read(first.id), {})
    expect(seen.schedule).toBeUndefined()
    const again = await planned(seen, { publishAt: later(1) })
    await planned(again, { publishAt: null })
  })
  it('keeps its video from being deleted meanwhile', async () => {
    lab.library.put('clip-planned', 'ready')
    const made = await planned(await draft({ assetId: 'clip-planned' }), { publishAt: later(1) })
    const without = await patch(made, { assetId: 'clip-song' })
    expect((await ask('/assets/clip-planned', undefined, 'DELETE')).status).toBe(409)
    await planned(without, { publishAt: null })
    expect((await ask('/assets/clip-planned', undefined, 'DELETE')).status).toBe(204)
  })
})

it('a clock that was wrong once does not stop what is due afterwards', async () => {
  const leases = lab.connection.collection<{ _id: string; holder: string; until: Date }>('leases')
  await leases.replaceOne({ _id: 'schedule' }, { holder: 'gone', until: new Date('2099-01-01T00:00:00Z') }, { upsert: true })
  const made = await planned(await draft(), { publishAt: later(1) })
  pass(1)
  await expect.poll(() => statusForPublic(made.id)).toBe(200)
})

describe('what fell due while no server ran', () => {
  it('is done by the next one in the order of its times, once, and counted as late', async () => {
    const [early, late] = [await draft(), await draft()]
    const changed = await publish(early)
    await planned(late, { publishAt: later(2), takeDownAt: later(3) })
    await planned(changed, { takeDownAt: later(1) })
    const logged: { programme?: string; act?: string; lateSeconds?: number }[] = []
    const logger = pino({ level: 'info' }, { write: (line: string) => void logged.push(JSON.parse(line)) })
    const ahead = aheadMs + 4 * HOUR_MS
    const others = await Promise.all([1, 2].map(() => lab.secondCms({ clock: () => new Date(Date.now() + ahead), logger })))
    await expect.poll(async () => [(await read(early.id)).status, (await read(late.id)).status]).toEqual(['taken-down', 'taken-down'])
    const url = await lab.serve(others[0] ?? lab.cms)
    await expect.poll(() => logged.filter(({ act }) => act !== undefined).length).toBe(3)
    const runs = logged.filter(({ act }) => act !== undefined)
    expect(runs.map(({ programme, act }) => [programme, act])).toEqual([
      [early.id, 'take-down'],
      [late.id, 'publish'],
      [late.id, 'take-down'],
    ])
    expect(runs.map(({ lateSeconds = 0 }) => Math.round(lateSeconds / 3600))).toEqual([3, 2, 1])
    expect(await auditOf(late.id)).toHaveLength(2)
    const metrics = await (await fetch(`${url}/metrics`)).text()
    expect(metrics).toContain('ulan_schedule_overdue 0')
    expect(metrics).toMatch(/ulan_schedule_lateness_seconds_count \d/)
  })
})
