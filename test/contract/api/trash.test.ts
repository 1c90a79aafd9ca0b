import type { ProgrammeVersion, RestoredProgramme, StaffProgramme, TrashedProgramme } from '@ulan/contract'
import { problemSchema } from '@ulan/contract/schemas'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type CmsLab, createCmsLab } from './cms-lab.ts'
import { joinStaff } from './colleague.ts'
import { SMALL_CATALOGUE } from './small-catalogue.ts'

let lab: CmsLab
let cookie: string
beforeAll(async () => {
  lab = await createCmsLab()
  lab.library.put('clip-song', 'ready')
  await lab.cms.seed(SMALL_CATALOGUE)
  cookie = await lab.signIn()
})
afterAll(() => lab.close())

// The lab holds every answer against its description.
const ask = (path: string, method = 'GET', body?: unknown, as = cookie) =>
  lab.call(`/api/v1${path}`, { cookie: as, method, ...(body === undefined ? {} : { body }) })
const programmeOf = (reply: { json(): unknown }) => reply.json() as StaffProgramme
const draft = async (members: object = {}) =>
  programmeOf(await ask('/programmes', 'POST', { kind: 'lecture', title: { 'zh-Hans': '讲座', 'mn-Mong': 'ᠯᠧᠻᠼ' }, ...members }))
const remove = ({ id, rev }: StaffProgramme) => ask(`/programmes/${id}?rev=${String(rev)}`, 'DELETE')
const trash = async () => ((await ask('/staff/trash')).json() as { items: TrashedProgramme[] }).items
const restore = (id: string, as = cookie) => ask(`/staff/trash/${id}/restore`, 'POST', undefined, as)
const problemOf = (reply: { json(): unknown }) => problemSchema.parse(reply.json()).type

describe('what was deleted', () => {
  it('lies in the trash with who put it there, and comes back as it was', async () => {
    const made = await draft({ assetId: 'clip-song', synopsis: { 'zh-Hans': '简介' }, laws: [{ lawId: 'civil-code', article: '第一条' }] })
    await remove(made)
    expect((await trash())[0]).toMatchObject({ programmeId: made.id, title: made.title, status: 'draft', deletedBy: 'admin@localhost' })
    const reply = await restore(made.id)
    const { programme, leftOut } = reply.json() as RestoredProgramme
    const { rev, updatedAt, ...rest } = programme
    const { rev: before, updatedAt: _updatedAt, ...expected } = made
    expect([rest, rev, leftOut]).toEqual([expected, before + 1, []])
    expect((await trash()).map(({ programmeId }) => programmeId)).not.toContain(made.id)
    expect(programmeOf(await ask(`/staff/programmes/${made.id}`))).toEqual(programme)
    // The answer may have been lost.
    expect((await restore(made.id)).status).toBe(200)
    expect((await remove(programme)).status).toBe(204)
    expect((await trash())[0]?.programmeId).toBe(made.id)
  })
  it('after it was taken down comes back as taken down, with its versions, for those who may publish', async () => {
    const made = await draft({ assetId: 'clip-song' })
    const out = programmeOf(await ask(`/programmes/${made.id}/publish`, 'POST', { rev: made.rev }))
    const down = programmeOf(await ask(`/programmes/${made.id}/take-down`, 'POST', { rev: out.rev, reason: '内容有误' }))
    await remove(down)
    expect(problemOf(await restore(made.id, await lab.signIn('editor')))).toBe('/problems/not-allowed')
    const { programme } = (await restore(made.id)).json() as RestoredProgramme
    expect(programme).toMatchObject({ status: 'taken-down', takenDownReason: '内容有误', versionNumber: 1 })
    const { items } = (await ask(`/programmes/${made.id}/versions`)).json() as { items: ProgrammeVersion[] }
    expect(items.map(({ number }) => number)).toEqual([1])
    expect((await lab.call(`/api/v1/programmes/${made.id}`)).status).toBe(404)
  })
  it('comes back without what is gone meanwhile, and without what was planned', async () => {
    lab.library.put('clip-gone', 'ready')
    const place = { episodeOf: { seriesId: 'xiaosi', season: 5, episode: 1 } }
    const made = await draft({ kind: 'animation', assetId: 'clip-gone', ...place })
    const planned = programmeOf(await ask(`/programmes/${made.id}/schedule`, 'POST', { rev: made.rev, publishAt: '2099-12-04T00:00:00Z' }))
    await remove(planned)
    expect((await ask('/assets/clip-gone', 'DELETE')).status).toBe(204)
    await draft({ kind: 'animation', ...place })
    const { programme, leftOut } = (await restore(made.id)).json() as RestoredProgramme
    expect(leftOut.toSorted()).toEqual(['assetId', 'episodeOf'])
    for (const member of ['assetId', 'episodeOf', 'schedule']) expect(programme).not.toHaveProperty(member)
  })
  it('of another region is not for an office to have back', async () => {
    const made = await draft({ regionCode: '152500' })
    await remove(made)
    const other = await joinStaff(lab, cookie, { role: 'editor', regionCode: '152502' })
    expect(problemOf(await restore(made.id, other.cookie))).toBe('/problems/other-region')
    const own = await joinStaff(lab, cookie, { role: 'editor', regionCode: '152500' })
    expect((await restore(made.id, own.cookie)).status).toBe(200)
  })
  it('is not listed while it is there: a deletion or a restoration may have been cut off', async () => {
    const made = await draft()
    await remove(made)
    const kept = await lab.connection.collection<{ _id: string }>('deleted-programmes').findOne({ _id: made.id })
    if (kept === null) throw new Error('it was deleted')
    await restore(made.id)
    await lab.connection.collection<{ _id: string }>('deleted-programmes').insertOne(kept)
    expect((await trash()).map(({ programmeId }) => programmeId)).not.toContain(made.id)
    expect((await restore(made.id)).status).toBe(200)
  })
  it('that never was is not found', async () => expect((await restore('nobody')).status).toBe(404))
})
