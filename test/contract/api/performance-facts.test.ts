import type { Asset } from '@ulan/contract'
import { problemSchema, programmeDetailSchema, staffProgrammeSchema } from '@ulan/contract/schemas'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type CmsLab, createCmsLab } from './cms-lab.ts'

const VENUE = { 'zh-Hans': '阿巴嘎旗文化广场' }
const CREDITS = [
  { role: 'writer', names: { 'zh-Hans': '其其格、巴图' } },
  { role: 'director', names: { 'zh-Hans': '乌日娜', 'mn-Mong': 'ᠪᠢᠴᠢᠭ' } },
]
const FACTS = { performedOn: '2026-08-15', venue: VENUE, credits: CREDITS }

let lab: CmsLab
let cookie: string
let film: Asset['id']
beforeAll(async () => {
  lab = await createCmsLab()
  film = lab.library.put('clip-film', 'ready')
  cookie = await lab.signIn()
})
afterAll(() => lab.close())

const make = async (members: object = {}) => {
  const body = { kind: 'performance', title: { 'zh-Hans': '草原法在身边' }, assetId: film, ...members }
  const reply = await lab.call('/api/v1/programmes', { cookie, body })
  return { status: reply.status, value: reply.json() }
}
const edit = async (id: string, rev: number, members: object) => {
  const reply = await lab.call(`/api/v1/programmes/${id}`, { cookie, method: 'PATCH', body: { rev, ...members } })
  return { status: reply.status, value: reply.json() }
}
const publish = (id: string, rev: number) => lab.call(`/api/v1/programmes/${id}/publish`, { cookie, body: { rev } })
const detail = async (id: string, locale = 'zh-Hans') =>
  programmeDetailSchema.parse((await lab.call(`/api/v1/programmes/${id}?locale=${locale}`)).json())

describe('when and where it was performed, and by whom it was made', () => {
  it('is kept, and told to viewers in their language once it is published', async () => {
    const made = staffProgrammeSchema.parse((await make(FACTS)).value)
    expect(made).toMatchObject(FACTS)
    await publish(made.id, 1)
    expect(await detail(made.id)).toMatchObject({
      performedOn: '2026-08-15',
      venue: { text: '阿巴嘎旗文化广场', locale: 'zh-Hans' },
      credits: [
        { role: 'writer', names: { text: '其其格、巴图', locale: 'zh-Hans' } },
        { role: 'director', names: { text: '乌日娜', locale: 'zh-Hans' } },
      ],
    })
    expect((await detail(made.id, 'mn-Mong')).credits?.map(({ names }) => names.locale)).toEqual(['zh-Hans', 'mn-Mong'])
    expect(await edit(made.id, 2, { venue: { 'zh-Hans': '东乌珠穆沁旗' } })).toMatchObject({ status: 200 })
    expect((await detail(made.id)).venue?.text).toBe('阿巴嘎旗文化广场')
  })
  it('is cleared, and nothing is told where nothing is known', async () => {
    const made = staffProgrammeSchema.parse((await make(FACTS)).value)
    const cleared = await edit(made.id, 1, { performedOn: null, venue: null, credits: null })
    for (const member of ['performedOn', 'venue', 'credits']) expect(cleared.value).not.toHaveProperty(member)
    await publish(made.id, 2)
    for (const member of ['performedOn', 'venue', 'credits']) expect(await detail(made.id)).not.toHaveProperty(member)
  })
  it('comes back with an old version', async () => {
    const made = staffProgrammeSchema.parse((await make(FACTS)).value)
    await publish(made.id, 1)
    await edit(made.id, 2, { venue: null, credits: [], performedOn: '2026-09-01' })
    await publish(made.id, 3)
    const reply = await lab.call(`/api/v1/programmes/${made.id}/versions/1/restore`, { cookie, body: { rev: 4 } })
    expect((reply.json() as { programme: object }).programme).toMatchObject(FACTS)
  })
  it('is turned into Unicode where it is in the code of an older font', async () => {
    const names = { 'zh-Hans': '乌日娜', 'mn-Mong': '\ue2c1\ue27f\ue317\ue27e\ue2e8' }
    expect((await make({ credits: [{ role: 'director', names }] })).value).toMatchObject({ credits: [{ names: { 'mn-Mong': 'ᠪᠢᠴᠢᠭ' } }] })
  })
  it('has Chinese beside Mongolian before it goes out', async () => {
    const made = staffProgrammeSchema.parse((await make({ credits: [{ role: 'host', names: { 'mn-Mong': 'ᠪᠢᠴᠢᠭ' } }] })).value)
    expect(made.blockers).toEqual(['mongolian-without-chinese'])
    const problem = problemSchema.parse((await publish(made.id, 1)).json())
    expect(problem.errors?.map(({ path }) => path)).toEqual(['credits.0.names.zh-Hans'])
  })
})

describe('facts that cannot be', () => {
  it.each<[string, object, readonly (readonly [string, string])[]]>([
    ['a day that is none', { performedOn: '2026-02-30' }, [['performedOn', 'invalid']]],
    ['a time for a day', { performedOn: '2026-08-15T08:00:00Z' }, [['performedOn', 'invalid']]],
    ['a venue too long', { venue: { 'zh-Hans': '远'.repeat(301) } }, [['venue.zh-Hans', 'too-long']]],
    ['credits without a name', { credits: [CREDITS[0], { role: 'host', names: { 'zh-Hans': ' ' } }] }, [['credits.1.names', 'required']]],
    ['a role nobody knows', { credits: [{ role: 'caterer', names: { 'zh-Hans': '乌日娜' } }] }, [['credits.0.role', 'invalid']]],
    ['too many credits', { credits: Array.from({ length: 41 }, () => CREDITS[0]) }, [['credits', 'too-big']]],
    [
      'a name that some font alone can draw',
      { credits: [{ role: 'host', names: { 'zh-Hans': '\ue000' } }] },
      [['credits.0.names.zh-Hans', 'private-use']],
    ],
  ])('%s: that is said at the field, and nothing is changed', async (_, members, errors) => {
    const made = staffProgrammeSchema.parse((await make(FACTS)).value)
    for (const { status, value } of [await make(members), await edit(made.id, 1, members)]) {
      const problem = problemSchema.parse(value)
      expect([status, problem.errors?.map(({ path, code }) => [path, code])]).toEqual([400, errors])
    }
    const read = await lab.call(`/api/v1/staff/programmes/${made.id}`, { cookie })
    expect(read.json()).toMatchObject({ rev: 1, ...FACTS })
  })
})
