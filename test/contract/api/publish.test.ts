import type { Role } from '@ulan/contract'
import { homeSchema, problemSchema, type RouteName, staffProgrammeSchema } from '@ulan/contract/schemas'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type CmsLab, createCmsLab } from './cms-lab.ts'
import { SMALL_CATALOGUE } from './small-catalogue.ts'

let lab: CmsLab
let cookie: string
beforeAll(async () => {
  lab = await createCmsLab()
  lab.library.put('clip-song', 'ready')
  lab.library.put('clip-waiting', 'awaiting-master')
  await lab.cms.seed(SMALL_CATALOGUE)
  cookie = await lab.signIn()
})
afterAll(() => lab.close())

const post = async (path: string, body: unknown, as = cookie) => {
  const reply = await lab.call(`/api/v1${path}`, { cookie: as, body })
  return { status: reply.status, value: reply.json() }
}
const makeDraft = async (members: object = {}) =>
  staffProgrammeSchema.parse((await post('/programmes', { kind: 'lecture', title: { 'zh-Hans': '讲座' }, ...members })).value)
const home = async (query = '') => homeSchema.parse((await lab.call(`/api/v1/home${query}`)).json())
const shown = (one: Awaited<ReturnType<typeof home>>) => one.rails.flatMap((rail) => rail.cards.map((card) => card.id))

describe('texts of a draft', () => {
  it('are kept without what nobody sees, and with all that shapes Mongolian', async () => {
    const title = { 'zh-Hans': '\ufeff 草原\u202e法\r\n', 'mn-Mong': '\u202fᠵᠠᠰᠠᠭ\u180eᠤᠨ\u180b', 'mn-Cyrl': 'Хии\u0306' }
    expect((await makeDraft({ title })).title).toEqual({ 'zh-Hans': '草原法', 'mn-Mong': '\u202fᠵᠠᠰᠠᠭ\u180eᠤᠨ\u180b', 'mn-Cyrl': 'Хий' })
  })
  it('are turned into Unicode when they were pasted in Menksoft code', async () => {
    const menksoft = '\ue2c1\ue27f\ue317\ue27e\ue2e8'
    const made = await makeDraft({ title: { 'zh-Hans': '书', 'mn-Mong': menksoft } })
    expect(made.title['mn-Mong']).toBe('ᠪᠢᠴᠢᠭ')
    const body = { rev: made.rev, synopsis: { 'zh-Hans': '书', 'mn-Mong': menksoft } }
    const reply = await lab.call(`/api/v1/programmes/${made.id}`, { cookie, method: 'PATCH', body })
    expect(staffProgrammeSchema.parse(reply.json()).synopsis?.['mn-Mong']).toBe('ᠪᠢᠴᠢᠭ')
  })
})

describe('from draft to take-down', () => {
  it('tells all that keeps a draft back', async () => {
    const draft = await makeDraft({ title: { 'mn-Mong': 'ᠠ' } })
    expect(draft.blockers).toEqual(['title-zh-missing', 'asset-missing', 'mongolian-without-chinese'])
    const { status, value } = await post(`/programmes/${draft.id}/publish`, { rev: draft.rev })
    const errors = problemSchema.parse(value).errors ?? []
    expect([status, errors.map((error) => error.code)]).toEqual([409, draft.blockers])
    expect(errors.map((error) => error.path)).toEqual(['title.zh-Hans', 'assetId', 'title.zh-Hans'])
  })
  it('is public with its answer, and gone with its answer', async () => {
    const asset = lab.library.put('clip-lecture', 'ready')
    const draft = await makeDraft({ assetId: asset })
    expect(lab.cms.isAssetPublic(asset)).toBe(false)
    const published = await post(`/programmes/${draft.id}/publish`, { rev: draft.rev })
    expect(published).toMatchObject({ status: 200, value: { status: 'published', rev: draft.rev + 1 } })
    expect(lab.cms.isAssetPublic(asset)).toBe(true)
    expect(shown(await home())).toContain(draft.id)
    expect((await lab.call(`/api/v1/programmes/${draft.id}/playback`)).status).toBe(200)
    const taken = await post(`/programmes/${draft.id}/take-down`, { rev: draft.rev + 1 })
    expect(taken).toMatchObject({ status: 200, value: { status: 'taken-down' } })
    expect(lab.cms.isAssetPublic(asset)).toBe(false)
    expect(shown(await home())).not.toContain(draft.id)
    expect((await lab.call(`/api/v1/programmes/${draft.id}`)).status).toBe(404)
  })
  it('may be repeated after a lost answer', async () => {
    const draft = await makeDraft({ assetId: 'clip-song' })
    const first = await post(`/programmes/${draft.id}/publish`, { rev: draft.rev })
    expect(await post(`/programmes/${draft.id}/publish`, { rev: draft.rev })).toEqual(first)
  })
  it('cannot take down what never was public', async () => {
    const draft = await makeDraft()
    const { status, value } = await post(`/programmes/${draft.id}/take-down`, { rev: draft.rev })
    expect([status, problemSchema.parse(value).type]).toEqual([409, '/problems/conflict'])
  })
  it('shows a title whose clip is still being prepared, and lets it be played when that is done', async () => {
    const asset = lab.library.put('clip-late', 'encoding')
    const draft = await makeDraft({ assetId: asset })
    await post(`/programmes/${draft.id}/publish`, { rev: draft.rev })
    const path = `/api/v1/programmes/${draft.id}`
    expect((await lab.call(path)).json()).toMatchObject({ isPlayable: false })
    expect((await lab.call(`${path}/playback`)).status).toBe(404)
    lab.library.put('clip-late', 'ready')
    await expect.poll(async () => (await lab.call(`${path}/playback`)).status).toBe(200)
    expect((await lab.call(path)).json()).toMatchObject({ isPlayable: true })
  })
})

describe('an episode', () => {
  const place = (episode: number) => ({ episodeOf: { seriesId: 'xiaosi', season: 1, episode } })
  const taken = {
    type: '/problems/conflict',
    errors: [{ path: 'episodeOf.episode', code: 'episode-taken', params: { season: 1, episode: 1 } }],
  }
  it('has a number of its own in its season', async () => {
    const body = { kind: 'animation', title: { 'zh-Hans': '又一集' }, assetId: 'clip-song' }
    expect(await post('/programmes', { ...body, ...place(1) })).toMatchObject({ status: 409, value: taken })
    expect((await post('/programmes', { ...body, episodeOf: { ...place(1).episodeOf, season: 2 } })).status).toBe(201)
    const draft = await makeDraft({ ...body, ...place(2) })
    const edit = async (rev: number, members: object) => {
      const reply = await lab.call(`/api/v1/programmes/${draft.id}`, { cookie, method: 'PATCH', body: { rev, ...members } })
      return { status: reply.status, value: reply.json() }
    }
    expect(await edit(1, place(1))).toMatchObject({ status: 409, value: taken })
    expect((await edit(1, place(2))).status).toBe(200)
  })
  it('gives its number up when it is taken down, and does not come back to a number that has gone', async () => {
    const body = { kind: 'animation', title: { 'zh-Hans': '第七集' }, assetId: 'clip-song', ...place(7) }
    const old = await makeDraft(body)
    await post(`/programmes/${old.id}/publish`, { rev: 1 })
    await post(`/programmes/${old.id}/take-down`, { rev: 2 })
    expect((await post('/programmes', body)).status).toBe(201)
    const again = await post(`/programmes/${old.id}/publish`, { rev: 3 })
    expect(again).toMatchObject({ status: 409, value: { errors: [{ code: 'episode-taken', params: { season: 1, episode: 7 } }] } })
  })
})

describe('two editors', () => {
  it('never overwrite each other', async () => {
    const draft = await makeDraft()
    const edit = (title: string) =>
      lab.call(`/api/v1/programmes/${draft.id}`, { cookie, method: 'PATCH', body: { rev: draft.rev, title: { 'zh-Hans': title } } })
    const replies = await Promise.all(['甲', '乙', '丙'].map(edit))
    expect(replies.map((reply) => reply.status).sort()).toEqual([200, 409, 409])
    const winner = replies.find((reply) => reply.status === 200)
    const loser = replies.find((reply) => reply.status === 409)
    expect(problemSchema.parse(loser?.json()).type).toBe('/problems/stale-revision')
    expect((await lab.call(`/api/v1/staff/programmes/${draft.id}`, { cookie })).json()).toEqual(winner?.json())
  })
})

describe('another process', () => {
  it('sees what was published and taken down here', async () => {
    const other = await lab.secondCms()
    const asset = lab.library.put('clip-shared', 'ready')
    const draft = await makeDraft({ assetId: asset })
    await post(`/programmes/${draft.id}/publish`, { rev: draft.rev })
    await expect.poll(() => other.isAssetPublic(asset)).toBe(true)
    await post(`/programmes/${draft.id}/take-down`, { rev: draft.rev + 1 })
    await expect.poll(() => other.isAssetPublic(asset)).toBe(false)
  })
})

describe('roles', () => {
  const body = { kind: 'lecture', title: { 'zh-Hans': '题' }, assetId: 'clip-song' }
  const cases: [Role, RouteName, number][] = [
    ['editor', 'createProgramme', 201],
    ['editor', 'publishProgramme', 403],
    ['publisher', 'publishProgramme', 200],
    ['inspector', 'listStaffProgrammes', 200],
    ['inspector', 'createProgramme', 403],
    ['translator', 'createProgramme', 403],
  ]
  it.each(cases)('%s: %s → %i', async (role, name, status) => {
    const as = await lab.signIn(role)
    if (name === 'listStaffProgrammes') {
      expect((await lab.call('/api/v1/staff/programmes', { cookie: as })).status).toBe(status)
      return
    }
    if (name === 'createProgramme') {
      expect((await post('/programmes', body, as)).status).toBe(status)
      return
    }
    const draft = await makeDraft(body)
    expect((await post(`/programmes/${draft.id}/publish`, { rev: draft.rev }, as)).status).toBe(status)
  })
})

describe('published answers', () => {
  const read = (headers: { readonly [name: string]: string } = {}, method = 'GET') =>
    lab.call('/api/v1/home?locale=zh-Hans&device=tv', { method, headers })
  it('carry a strong tag and may be kept for a moment', async () => {
    const reply = await read()
    expect(reply.headers.get('etag')).toMatch(/^"[\w-]+"$/)
    expect(reply.headers.get('cache-control')).toBe('public, max-age=5, stale-while-revalidate=60')
    expect(reply.headers.get('vary')).toBe('Accept-Encoding')
  })
  it('are not sent again to who has them', async () => {
    const etag = (await read()).headers.get('etag') ?? ''
    for (const seen of [etag, `"other", W/${etag}`, '*']) {
      const again = await read({ 'if-none-match': seen })
      expect([again.status, again.text, again.headers.get('etag')]).toEqual([304, '', etag])
    }
    expect((await read({ 'if-none-match': '"other"' })).status).toBe(200)
  })
  it.each(['br', 'gzip', 'identity'])('come as %s with the same content', async (coding) => {
    const plain = await read({ 'accept-encoding': 'identity' })
    const coded = await read({ 'accept-encoding': coding })
    expect(coded.headers.get('content-encoding') ?? 'identity').toBe(coding)
    expect(coded.text).toBe(plain.text)
  })
  it('answer HEAD with the same headers and no body', async () => {
    const [head, get] = [await read({ 'accept-encoding': 'identity' }, 'HEAD'), await read({ 'accept-encoding': 'identity' })]
    expect([head.status, head.text, head.headers.get('etag'), head.headers.get('content-length')]).toEqual([
      200,
      '',
      get.headers.get('etag'),
      get.headers.get('content-length'),
    ])
  })
  it('differ by locale and stay the same whatever the order of the query', async () => {
    const [a, b, c] = await Promise.all(['?locale=zh-Hans&device=tv', '?device=tv&locale=zh-Hans', '?locale=mn-Mong&device=tv'].map(home))
    expect(a).toEqual(b)
    expect(a?.locale).not.toBe(c?.locale)
  })
  it('change their tag with the catalogue', async () => {
    const before = (await read()).headers.get('etag')
    const draft = await makeDraft({ assetId: 'clip-song' })
    expect((await read()).headers.get('etag')).toBe(before)
    await post(`/programmes/${draft.id}/publish`, { rev: draft.rev })
    expect((await read()).headers.get('etag')).not.toBe(before)
  })
})
