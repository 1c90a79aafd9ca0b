import type { Asset, Home, HomePreview } from '@ulan/contract'
import { problemSchema, type programmeSchema, staffProgrammeSchema } from '@ulan/contract/schemas'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type CmsLab, createCmsLab } from './cms-lab.ts'

/** On 20 November in the morning, in Beijing. */
const START_MS = Date.parse('2026-11-20T01:00:00Z')
const LAST_MOMENT = Date.parse('2026-12-31T15:59:59Z')
const RIGHTS = { holder: '锡林郭勒盟乌兰牧骑', terms: '授权字〔2026〕12号', firstDay: '2026-12-01', lastDay: '2026-12-31' }

let lab: CmsLab
let cookie: string
let film: Asset['id']
let nowMs = START_MS
beforeAll(async () => {
  lab = await createCmsLab({}, { clock: () => new Date(nowMs) })
  film = lab.library.put('clip-film', 'ready')
  cookie = await lab.signIn()
})
afterAll(() => lab.close())

const ask = (path: string, body?: unknown, method = body === undefined ? 'GET' : 'POST') =>
  lab.call(`/api/v1${path}`, { cookie, method, ...(body === undefined ? {} : { body }) })
const make = async (rights: object | undefined, title = '授权节目') =>
  staffProgrammeSchema.parse((await ask('/programmes', { kind: 'documentary', title: { 'zh-Hans': title }, assetId: film, rights })).json())
const publish = (id: string, rev: number) => ask(`/programmes/${id}/publish`, { rev })
const staffView = async (id: string) => staffProgrammeSchema.parse((await ask(`/staff/programmes/${id}`)).json())
const publicStatus = async (id: string) => (await lab.call(`/api/v1/programmes/${id}?locale=zh-Hans`)).status
const errorsOf = (reply: { json(): unknown }) => (problemSchema.parse(reply.json()).errors ?? []).map(({ path, code }) => `${path} ${code}`)
type Programme = ReturnType<typeof programmeSchema.parse>

describe('a licence', () => {
  let made: Programme
  it('lets the public see a work from its first day, whatever is published before', async () => {
    made = await make(RIGHTS)
    expect(made.rights).toEqual(RIGHTS)
    const out = staffProgrammeSchema.parse((await publish(made.id, 1)).json())
    expect([out.status, out.licence?.state, await publicStatus(made.id)]).toEqual(['published', 'not-begun', 404])
    expect((await lab.call(`/api/v1/programmes/${made.id}/playback`)).status).toBe(404)
    nowMs = Date.parse('2026-11-30T16:00:00Z')
    await expect.poll(() => publicStatus(made.id)).toBe(200)
    expect((await staffView(made.id)).licence).toEqual({ state: 'running', firstDay: '2026-12-01', lastDay: '2026-12-31' })
  })
  it('and on its last day, but not after it: nothing runs for that, and nothing can fail', async () => {
    nowMs = LAST_MOMENT
    await expect.poll(() => publicStatus(made.id)).toBe(200)
    nowMs = Date.parse('2026-12-31T16:00:00Z')
    await expect.poll(() => publicStatus(made.id)).toBe(404)
    expect((await lab.call('/api/v1/search?q=授权节目&locale=zh-Hans')).json()).toMatchObject({ total: 0 })
    expect(await staffView(made.id)).toMatchObject({ status: 'published', licence: { state: 'over' }, blockers: ['licence-over'] })
  })
  it('is the same after a start, and where the clock is set back', async () => {
    const url = await lab.serve(await lab.secondCms())
    const statusThere = async () => (await fetch(`${url}/api/v1/programmes/${made.id}?locale=zh-Hans`)).status
    expect(await statusThere()).toBe(404)
    nowMs = LAST_MOMENT
    await expect.poll(() => publicStatus(made.id)).toBe(200)
    await expect.poll(statusThere).toBe(200)
  })
  it('that is over keeps a work from going out; renewed, it goes', async () => {
    nowMs = Date.parse('2027-01-05T00:00:00Z')
    const { rev } = await staffView(made.id)
    const changed = await ask(`/programmes/${made.id}`, { rev, title: { 'zh-Hans': '新题' } }, 'PATCH')
    expect(changed.status).toBe(200)
    const refused = await publish(made.id, rev + 1)
    expect([refused.status, errorsOf(refused)]).toEqual([409, ['rights.lastDay licence-over']])
    await ask(`/programmes/${made.id}`, { rev: rev + 1, rights: { ...RIGHTS, lastDay: '2027-12-31' } }, 'PATCH')
    expect(await publicStatus(made.id)).toBe(404)
    expect((await publish(made.id, rev + 2)).status).toBe(200)
    expect(await publicStatus(made.id)).toBe(200)
  })
  it('is asked of the time at which something is planned to go out', async () => {
    nowMs = START_MS
    const planned = await make({ lastDay: '2026-12-10' }, '定时节目')
    const late = await ask(`/programmes/${planned.id}/schedule`, { rev: 1, publishAt: '2026-12-10T16:00:00Z' })
    expect([late.status, errorsOf(late)]).toEqual([409, ['rights.lastDay licence-over']])
    expect((await ask(`/programmes/${planned.id}/schedule`, { rev: 1, publishAt: '2026-12-10T15:00:00Z' })).status).toBe(200)
  })
  it('is seen in what home will be', async () => {
    const rights = { firstDay: '2026-12-04', lastDay: '2026-12-04' }
    const day = await make(rights, '宪法日节目')
    await publish(day.id, 1)
    const at = async (instant: string) => {
      const reply = await ask('/staff/home-preview', { locale: 'zh-Hans', device: 'tv', at: instant })
      const { home } = reply.json() as HomePreview
      return titlesOf(home).includes('宪法日节目')
    }
    expect([await at('2026-12-03T15:00:00Z'), await at('2026-12-04T00:00:00Z'), await at('2026-12-05T00:00:00Z')]).toEqual([
      false,
      true,
      false,
    ])
  })
  it.each<[string, object, string]>([
    ['ends before it begins', { firstDay: '2026-12-05', lastDay: '2026-12-04' }, 'rights.lastDay licence-ends-before-start'],
    ['has a day that is none', { lastDay: '2026-13-01' }, 'rights.lastDay invalid'],
    ['says more than is asked', { price: 1 }, 'rights.price unknown-field'],
    ['is of a holder without a name', { holder: ' ' }, 'rights.holder too-short'],
  ])('that %s is refused at its field', async (_, rights, error) => {
    const reply = await ask('/programmes', { kind: 'documentary', title: { 'zh-Hans': '题' }, rights })
    expect([reply.status, errorsOf(reply)]).toEqual([400, [error]])
  })
})

const titlesOf = ({ rails, heroes }: Pick<Home, 'rails' | 'heroes'>) =>
  [...heroes.map(({ card }) => card), ...rails.flatMap(({ cards }) => cards)].map(({ title }) => title.text)
