import type { Role } from '@ulan/contract'
import { problemSchema, staffProgrammeSchema } from '@ulan/contract/schemas'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type CmsLab, createCmsLab } from './cms-lab.ts'
import { SMALL_CATALOGUE } from './small-catalogue.ts'

let lab: CmsLab
let cookie: string
beforeAll(async () => {
  lab = await createCmsLab()
  lab.library.put('clip-song', 'ready')
  lab.library.put('clip-waiting', 'ready')
  await lab.cms.seed(SMALL_CATALOGUE)
  cookie = await lab.signIn()
})
afterAll(() => lab.close())

const call = async (method: string, path: string, body?: unknown, as = cookie) => {
  const reply = await lab.call(`/api/v1${path}`, { method, cookie: as, ...(body === undefined ? {} : { body }) })
  const problem = reply.status < 400 ? undefined : problemSchema.parse(reply.json())
  return { status: reply.status, text: reply.text, type: problem?.type, errors: problem?.errors ?? [], detail: problem?.detail ?? '' }
}
const makeDraft = async (members: object = {}) =>
  staffProgrammeSchema.parse(
    JSON.parse((await call('POST', '/programmes', { kind: 'lecture', title: { 'zh-Hans': '讲座' }, ...members })).text),
  )
const remove = ({ id, rev }: { id: string; rev: number }, as = cookie) => call('DELETE', `/programmes/${id}?rev=${rev}`, undefined, as)
const attemptAt = (programmeId: string, id: string) => ({
  ...{ id, quizId: 'quiz-one', programmeId, device: 'tablet', locale: 'zh-Hans' },
  startedAt: '2026-01-01T00:00:00.000Z',
  finishedAt: '2026-01-01T00:01:00.000Z',
  answers: [{ questionId: 'q-one', optionId: 'b', answeredAt: '2026-01-01T00:00:30.000Z' }],
})

describe('a draft', () => {
  it('is deleted by an editor, once and for all; its video stays', async () => {
    const asset = lab.library.put('clip-draft', 'ready')
    const draft = await makeDraft({ assetId: asset })
    const editor = await lab.signIn('editor')
    expect((await remove(draft, editor)).status).toBe(204)
    expect((await call('GET', `/staff/programmes/${draft.id}`)).status).toBe(404)
    expect((await lab.library.readAssets([asset])).has(asset)).toBe(true)
    // The answer may have been lost.
    expect((await remove(draft, editor)).status).toBe(204)
    expect((await remove({ id: 'nobody', rev: 1 })).status).toBe(404)
    const kept = await lab.connection.collection<{ _id: string }>('deleted-programmes').findOne({ _id: draft.id })
    expect(kept).toMatchObject({ title: { 'zh-Hans': '讲座' }, rev: 1, deletedBy: expect.stringMatching(/^editor-.+@/) })
  })
  it('that somebody has changed meanwhile stays', async () => {
    const draft = await makeDraft()
    await call('PATCH', `/programmes/${draft.id}`, { rev: draft.rev, title: { 'zh-Hans': '新题' } })
    expect(await remove(draft)).toMatchObject({ status: 409, type: '/problems/stale-revision' })
    expect((await call('GET', `/staff/programmes/${draft.id}`)).status).toBe(200)
    expect((await call('DELETE', `/programmes/${draft.id}`)).errors.map(({ path }) => path)).toEqual(['rev'])
  })
  it.each(['translator', 'proofreader', 'reviewer-1', 'inspector'] satisfies Role[])('is not for a %s to delete', async (role) => {
    expect((await remove(await makeDraft(), await lab.signIn(role))).status).toBe(403)
  })
})

describe('a published programme', () => {
  it('is taken down first; then a publisher may delete it, an editor may not, and late answers to its quiz still count', async () => {
    const draft = await makeDraft({ assetId: 'clip-song', quizId: 'quiz-one' })
    expect((await call('POST', `/programmes/${draft.id}/publish`, { rev: 1 })).status).toBe(200)
    expect(await remove({ id: draft.id, rev: 2 })).toMatchObject({ status: 409, type: '/problems/still-published' })
    expect((await call('POST', `/programmes/${draft.id}/take-down`, { rev: 2 })).status).toBe(200)
    expect(await remove({ id: draft.id, rev: 3 }, await lab.signIn('editor'))).toMatchObject({ status: 403, type: '/problems/not-allowed' })
    expect((await remove({ id: draft.id, rev: 3 }, await lab.signIn('publisher'))).status).toBe(204)
    const late = attemptAt(draft.id, '0b1f8a52-95a5-4bd7-9d40-6a4a1f6d6d22')
    expect((await call('POST', '/attempts', late)).status).toBe(201)
    const never = attemptAt('never-was', '0b1f8a52-95a5-4bd7-9d40-6a4a1f6d6d23')
    expect((await call('POST', '/attempts', never)).status).toBe(400)
  })
})

describe('an asset', () => {
  it('that a programme has, whatever its status, or a series for its posters, is refused with their names', async () => {
    const asset = lab.library.put('clip-used', 'ready')
    const draft = await makeDraft({ assetId: asset, title: { 'zh-Hans': '草原法在身边' } })
    const nameless = await makeDraft({ assetId: asset, title: {} })
    await call('POST', '/series', { kind: 'animation', title: { 'zh-Hans': '小司来了' }, posterAssetId: asset })
    const refused = await call('DELETE', `/assets/${asset}`)
    expect(refused).toMatchObject({ status: 409, type: '/problems/asset-in-use' })
    expect(refused.errors).toHaveLength(3)
    expect(refused.errors).toContainEqual({ path: `programmes.${draft.id}`, code: 'used-by-programme', params: { title: '草原法在身边' } })
    expect(refused.errors).toContainEqual({ path: `programmes.${nameless.id}`, code: 'used-by-programme', params: { title: nameless.id } })
    expect(refused.detail).toContain('系列“小司来了”')
    expect(await lab.cms.uses.usesAsset(asset)).toBe(true)
    expect((await lab.library.readAssets([asset])).has(asset)).toBe(true)
  })
  it('that nothing uses is deleted by those who may publish', async () => {
    const asset = lab.library.put('clip-unused', 'ready')
    expect(await lab.cms.uses.usesAsset(asset)).toBe(false)
    for (const role of ['editor', 'inspector', 'reviewer-3'] satisfies Role[])
      expect((await call('DELETE', `/assets/${asset}`, undefined, await lab.signIn(role))).status).toBe(403)
    expect((await call('DELETE', `/assets/${asset}`, undefined, await lab.signIn('publisher'))).status).toBe(204)
    expect((await lab.library.readAssets([asset])).has(asset)).toBe(false)
    const later = await call('POST', '/programmes', { kind: 'lecture', title: {}, assetId: asset })
    expect([later.status, later.errors.map(({ path }) => path)]).toEqual([400, ['assetId']])
    expect((await call('DELETE', '/assets/nobody')).status).toBe(404)
  })
})
