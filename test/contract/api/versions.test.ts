import type { ProgrammeVersion, RestoredProgramme, StaffProgramme } from '@ulan/contract'
import { problemSchema, programmeDetailSchema } from '@ulan/contract/schemas'
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
const ask = (path: string, body?: unknown, method = body === undefined ? 'GET' : 'POST') =>
  lab.call(`/api/v1${path}`, { cookie, method, ...(body === undefined ? {} : { body }) })
const programmeOf = (reply: { json(): unknown }) => reply.json() as StaffProgramme
const draft = async (members: object = {}) =>
  programmeOf(await ask('/programmes', { kind: 'lecture', title: { 'zh-Hans': '第一稿' }, assetId: 'clip-song', ...members }))
const patch = async ({ id, rev }: StaffProgramme, members: object) =>
  programmeOf(await ask(`/programmes/${id}`, { rev, ...members }, 'PATCH'))
const publish = async ({ id, rev }: StaffProgramme) => programmeOf(await ask(`/programmes/${id}/publish`, { rev }))
const takeDown = async ({ id, rev }: StaffProgramme) => programmeOf(await ask(`/programmes/${id}/take-down`, { rev }))
const versionsOf = async (id: string) => ((await ask(`/programmes/${id}/versions`)).json() as { items: ProgrammeVersion[] }).items
const restore = ({ id, rev }: StaffProgramme, number: number) => ask(`/programmes/${id}/versions/${String(number)}/restore`, { rev })
const restored = async (programme: StaffProgramme, number: number) => (await restore(programme, number)).json() as RestoredProgramme
const forPublic = async (id: string) => programmeDetailSchema.parse((await lab.call(`/api/v1/programmes/${id}`)).json())
const problemOf = (reply: { json(): unknown }) => problemSchema.parse(reply.json()).type

describe('what is worked on', () => {
  it('is seen by the public once it is published, and not before', async () => {
    const first = await publish(await draft())
    expect(first).toMatchObject({ versionNumber: 1, isChanged: false })
    const changed = await patch(first, { title: { 'zh-Hans': '第二稿' }, synopsis: { 'zh-Hans': '简介' } })
    expect(changed).toMatchObject({ status: 'published', versionNumber: 1, isChanged: true, title: { 'zh-Hans': '第二稿' } })
    expect(await forPublic(first.id)).toMatchObject({ title: { text: '第一稿' }, synopsis: { text: '' } })
    expect(await publish(changed)).toMatchObject({ versionNumber: 2, isChanged: false })
    expect(await forPublic(first.id)).toMatchObject({ title: { text: '第二稿' }, synopsis: { text: '简介' } })
  })
  it('leaves the published answers as they are, tag and all', async () => {
    const first = await publish(await draft())
    const tag = async () => (await lab.call(`/api/v1/programmes/${first.id}`)).headers.get('etag')
    const before = await tag()
    await patch(first, { title: { 'zh-Hans': '还在改' } })
    // What another programme publishes builds a snapshot anew.
    const other = await publish(await draft({ regionCode: '152500' }))
    await takeDown(other)
    expect(await tag()).toBe(before)
  })
  it('may be emptied meanwhile, and says what keeps it back when it is published', async () => {
    const first = await publish(await draft())
    const emptied = await patch(first, { title: { 'zh-Hans': '' }, assetId: null })
    expect(emptied.blockers).toEqual(['title-zh-missing', 'asset-missing'])
    const reply = await ask(`/programmes/${first.id}/publish`, { rev: emptied.rev })
    expect([reply.status, problemOf(reply)]).toEqual([409, '/problems/cannot-publish'])
    expect((await forPublic(first.id)).title.text).toBe('第一稿')
  })
  it('of what was published before there were versions leaves the public with what it was', async () => {
    const song = programmeOf(await ask('/staff/programmes/song'))
    expect(song).toMatchObject({ versionNumber: 1, isChanged: false })
    const changed = await patch(song, { title: { 'zh-Hans': '另一首歌' } })
    expect((await forPublic('song')).title.text).toBe('草原普法歌')
    await publish(changed)
    expect((await versionsOf('song')).map(({ number, content }) => [number, content.title['zh-Hans']])).toEqual([
      [2, '另一首歌'],
      [1, '草原普法歌'],
    ])
  })
})

describe('versions', () => {
  it('are listed with who published them, the latest first, and none for what never went out', async () => {
    const made = await draft({ laws: [{ lawId: 'civil-code', article: '第一条' }] })
    expect(await versionsOf(made.id)).toEqual([])
    const second = await publish(await patch(await publish(made), { title: { 'zh-Hans': '第二稿', 'mn-Mong': 'ᠬᠠᠤᠯᠢ' } }))
    const versions = await versionsOf(second.id)
    expect(versions.map(({ number }) => number)).toEqual([2, 1])
    expect(versions[0]).toMatchObject({ publishedBy: { email: 'admin@localhost' }, content: { title: second.title, laws: made.laws } })
    expect(versions[1]?.content.title).toEqual(made.title)
    expect((await ask('/programmes/nobody/versions')).status).toBe(404)
  })
  it('are not multiplied by publishing twice, nor by coming back after having been taken down', async () => {
    const first = await publish(await draft())
    expect(await publish(first)).toEqual(first)
    const again = await publish(await takeDown(first))
    expect(again).toMatchObject({ status: 'published', versionNumber: 1, isChanged: false })
    expect(await versionsOf(first.id)).toHaveLength(1)
  })
  it('of two who publish at once there is one', async () => {
    const changed = await patch(await publish(await draft()), { title: { 'zh-Hans': '第二稿' } })
    const replies = await Promise.all([1, 2, 3].map(() => ask(`/programmes/${changed.id}/publish`, { rev: changed.rev })))
    expect(replies.map(({ status }) => status)).toContain(200)
    expect((await versionsOf(changed.id)).map(({ number }) => number)).toEqual([2, 1])
  })
})

describe('a version that is restored', () => {
  it('is what is worked on, and nothing changes for the public', async () => {
    const first = await publish(await draft({ synopsis: { 'zh-Hans': '旧简介' } }))
    const second = await publish(await patch(first, { title: { 'zh-Hans': '第二稿' }, synopsis: null }))
    const { programme, leftOut } = await restored(second, 1)
    expect(leftOut).toEqual([])
    expect(programme).toMatchObject({
      rev: second.rev + 1,
      isChanged: true,
      versionNumber: 2,
      title: first.title,
      synopsis: first.synopsis,
    })
    expect((await forPublic(first.id)).title.text).toBe('第二稿')
    expect(await publish(programme)).toMatchObject({ versionNumber: 3 })
    expect((await forPublic(first.id)).synopsis.text).toBe('旧简介')
  })
  it('gives up changes that were not published when it is the latest', async () => {
    const first = await publish(await draft())
    const changed = await patch(first, { title: { 'zh-Hans': '不要了' }, genreId: 'haolaibao' })
    const { programme } = await restored(changed, 1)
    expect(programme).toMatchObject({ isChanged: false, title: first.title })
    expect(programme.genreId).toBeUndefined()
  })
  it('comes without what is no longer there, and says so', async () => {
    lab.library.put('clip-old', 'ready')
    lab.library.put('clip-new', 'ready')
    const place = { seriesId: 'xiaosi', season: 9, episode: 1 }
    const chapters = [{ kind: 'opening', startSeconds: 0, endSeconds: 5 }]
    const first = await publish(await draft({ kind: 'animation', assetId: 'clip-old', episodeOf: place, chapters }))
    const second = await publish(await patch(first, { assetId: 'clip-new', episodeOf: null, title: { 'zh-Hans': '新片' } }))
    expect((await ask('/assets/clip-old', undefined, 'DELETE')).status).toBe(204)
    await draft({ kind: 'animation', episodeOf: place })
    const { programme, leftOut } = await restored(second, 1)
    expect(leftOut.toSorted()).toEqual(['assetId', 'episodeOf'])
    expect(programme.title).toEqual(first.title)
    for (const member of ['assetId', 'episodeOf', 'chapters']) expect(programme).not.toHaveProperty(member)
  })
  it('brings no programme into a region that its restorer does not work for', async () => {
    const first = await publish(await draft({ regionCode: '152500' }))
    const second = await publish(await patch(first, { regionCode: '152502' }))
    const banner = await joinStaff(lab, cookie, { role: 'publisher', regionCode: '152502' })
    const reply = await lab.call(`/api/v1/programmes/${first.id}/versions/1/restore`, { cookie: banner.cookie, body: { rev: second.rev } })
    expect([reply.status, problemOf(reply)]).toEqual([403, '/problems/other-region'])
    expect((await restore(second, 1)).status).toBe(200)
  })
  it('overwrites nobody, and is refused where there is none', async () => {
    const first = await publish(await draft())
    const stale = await restore({ ...first, rev: first.rev - 1 }, 1)
    expect([stale.status, problemOf(stale)]).toEqual([409, '/problems/stale-revision'])
    expect((await restore(first, 7)).status).toBe(404)
    expect((await restore({ ...first, id: 'nobody' as StaffProgramme['id'] }, 1)).status).toBe(404)
  })
})

describe('while the public sees another version than is worked on', () => {
  it('its video is in use', async () => {
    lab.library.put('clip-public', 'ready')
    const first = await publish(await draft({ assetId: 'clip-public' }))
    const changed = await patch(first, { assetId: 'clip-song' })
    const reply = await ask('/assets/clip-public', undefined, 'DELETE')
    expect([reply.status, problemOf(reply)]).toEqual([409, '/problems/asset-in-use'])
    await publish(changed)
    expect((await ask('/assets/clip-public', undefined, 'DELETE')).status).toBe(204)
  })
  it('its place in a series is taken', async () => {
    const place = (episode: number) => ({ episodeOf: { seriesId: 'xiaosi', season: 8, episode } })
    const first = await publish(await draft({ kind: 'animation', ...place(1) }))
    const moved = await patch(first, place(2))
    for (const episode of [1, 2]) {
      const reply = await ask('/programmes', { kind: 'animation', title: { 'zh-Hans': '又一集' }, ...place(episode) })
      expect([reply.status, problemOf(reply)]).toEqual([409, '/problems/conflict'])
    }
    await publish(moved)
    expect((await ask('/programmes', { kind: 'animation', title: { 'zh-Hans': '第一集' }, ...place(1) })).status).toBe(201)
  })
  it('another process shows the public what this one does', async () => {
    const first = await publish(await draft())
    await patch(first, { title: { 'zh-Hans': '还没发' } })
    const other = await lab.serve(await lab.secondCms())
    const detail = programmeDetailSchema.parse(await (await fetch(`${other}/api/v1/programmes/${first.id}`)).json())
    expect(detail.title.text).toBe('第一稿')
  })
})
