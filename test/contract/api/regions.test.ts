import type { HomeLayout, InvitedAccount, RegionCode, StaffProgramme } from '@ulan/contract'
import { problemSchema } from '@ulan/contract/schemas'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Call, type CmsLab, cookieOf, createCmsLab } from './cms-lab.ts'
import { SMALL_CATALOGUE } from './small-catalogue.ts'

const LEAGUE = '152500'
const BANNER = '152502'
const ELSEWHERE = '150100'
const PASSWORD = 'a song for one banner'

let lab: CmsLab
let everywhere: string
/** Publishes for a league, and for one banner of it. */
let league: string
let banner: string
beforeAll(async () => {
  lab = await createCmsLab()
  const regions = [...SMALL_CATALOGUE.regions, { code: ELSEWHERE as RegionCode, kind: 'city', name: { 'zh-Hans': '呼和浩特市' } }]
  await lab.cms.seed({
    ...SMALL_CATALOGUE,
    regions: regions.filter(({ code }, at) => regions.findIndex((one) => one.code === code) === at),
  })
  everywhere = await lab.signIn()
  league = await join('league@example.org', LEAGUE)
  banner = await join('banner@example.org', BANNER)
})
afterAll(() => lab.close())

async function join(email: string, regionCode: string): Promise<string> {
  const body = { email, name: '乌云', role: 'publisher', regionCode }
  const { link } = (await lab.call('/api/v1/staff/accounts', { cookie: everywhere, body })).json() as InvitedAccount // has tests of its own
  await lab.call(`/api/v1/invitations/${link.url.split('/').at(-1) ?? ''}`, { body: { password: PASSWORD } })
  const reply = await lab.call('/api/v1/session', { body: { email, password: PASSWORD } })
  return cookieOf(reply)
}
const create = (cookie: string, more: object = {}) =>
  lab.call('/api/v1/programmes', { cookie, body: { kind: 'lecture', title: { 'zh-Hans': '讲座' }, ...more } })
const made = async (cookie: string, more: object = {}): Promise<StaffProgramme> => (await create(cookie, more)).json() as StaffProgramme // as above
const problemOf = (reply: { json(): unknown }): string => problemSchema.parse(reply.json()).type.replace('/problems/', '')
const statusOf = async (path: string, call: Call): Promise<number> => (await lab.call(`/api/v1${path}`, call)).status

describe('whoever works for a region', () => {
  it('makes what belongs to it, also without saying so', async () => {
    expect(await made(league)).toMatchObject({ regionCode: LEAGUE })
    expect(await made(league, { regionCode: BANNER })).toMatchObject({ regionCode: BANNER })
    expect(await made(everywhere)).not.toHaveProperty('regionCode')
  })
  it.each([ELSEWHERE, LEAGUE])('cannot give a programme of a banner to %s', async (regionCode) => {
    const given = await create(banner, { regionCode })
    expect(problemSchema.parse(given.json()).errors).toEqual([{ path: 'regionCode', code: 'other-region' }])
    const own = await made(banner)
    for (const moved of [regionCode, null]) {
      const call = { method: 'PATCH', cookie: banner, body: { rev: own.rev, regionCode: moved } }
      expect(await statusOf(`/programmes/${own.id}`, call)).toBe(400)
    }
  })
  it('does not change home, which is everybody’s', async () => {
    const { rails } = (await lab.call('/api/v1/staff/home-layout', { cookie: league })).json() as HomeLayout
    const body = { rev: 0, rails: rails.slice(1) }
    const change = (cookie: string) => lab.call('/api/v1/staff/home-layout', { cookie, method: 'PATCH', body })
    const refused = await change(league)
    expect([refused.status, problemOf(refused)]).toEqual([403, 'not-allowed'])
    expect((await change(everywhere)).status).toBe(200)
  })
  it('changes what belongs to it and to regions below', async () => {
    const own = await made(banner)
    const call = { method: 'PATCH', cookie: league, body: { rev: own.rev, synopsis: { 'zh-Hans': '简介' } } }
    expect(await statusOf(`/programmes/${own.id}`, call)).toBe(200)
  })
  it.each([
    ['of another region', { regionCode: ELSEWHERE }],
    ['of none', {}],
  ])('leaves alone what is %s, and reads it', async (_what, more) => {
    const { id, rev } = await made(everywhere, more)
    const tries: readonly (readonly [string, Call])[] = [
      [`/programmes/${id}`, { method: 'PATCH', body: { rev, kind: 'documentary' } }],
      [`/programmes/${id}/publish`, { body: { rev } }],
      [`/programmes/${id}/take-down`, { body: { rev } }],
      [`/programmes/${id}?rev=${String(rev)}`, { method: 'DELETE' }],
    ]
    for (const [path, call] of tries) {
      const reply = await lab.call(`/api/v1${path}`, { ...call, cookie: league })
      expect([path, reply.status, problemOf(reply)]).toEqual([path, 403, 'other-region'])
    }
    const read = await lab.call(`/api/v1/staff/programmes/${id}`, { cookie: league })
    expect(read.json()).toMatchObject({ rev, kind: 'lecture', status: 'draft' })
  })
})
