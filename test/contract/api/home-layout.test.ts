import type { Home, HomeLayout, ProgrammeId, StaffProgramme } from '@ulan/contract'
import { problemSchema } from '@ulan/contract/schemas'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type CmsLab, createCmsLab } from './cms-lab.ts'
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
const ask = (path: string, method = 'GET', body?: unknown) =>
  lab.call(`/api/v1${path}`, { cookie, method, ...(body === undefined ? {} : { body }) })
const layout = async () => (await ask('/staff/home-layout')).json() as HomeLayout
const change = (rev: number, rails: readonly object[]) => ask('/staff/home-layout', 'PATCH', { rev, rails })
const home = async (device = 'tv') => (await lab.call(`/api/v1/home?locale=zh-Hans&device=${device}`)).json() as Home
let count = 0
function rail(more: object) {
  count += 1
  return { id: `rail-${String(count)}`, title: { 'zh-Hans': '新栏目' }, rule: { kind: 'newest', limit: 10 }, isHero: false, ...more }
}

describe('the rails of home', () => {
  it('are those that came with the installation, until somebody changes them', async () => {
    const first = await layout()
    expect([first.rev, first.changedBy]).toEqual([0, undefined])
    expect(first.rails.map(({ id }) => id)).toEqual(SMALL_CATALOGUE.rails.map(({ id }) => id))
    const again = await change(0, first.rails)
    expect([again.status, (again.json() as HomeLayout).rev]).toEqual([200, 0])
  })
  it('are public as soon as they are saved, in their order', async () => {
    const { rails, rev } = await layout()
    const hand = rail({ title: { 'zh-Hans': '宪法日' }, rule: { kind: 'manual', entries: [{ kind: 'programme', id: 'song' }] } })
    const reply = await change(rev, [hand, ...rails])
    const saved = reply.json() as HomeLayout
    expect([reply.status, saved.rev, saved.changedBy]).toEqual([200, rev + 1, 'admin@localhost'])
    expect(saved.rails).toEqual([hand, ...rails])
    expect((await home()).rails[0]).toMatchObject({ title: { text: '宪法日' }, cards: [{ id: 'song' }] })
    expect(await layout()).toEqual(saved)
    const back = (await change(saved.rev, saved.rails.slice(1))).json() as HomeLayout
    expect(back.rails).toEqual(rails)
    expect((await home()).rails.map(({ title }) => title.text)).not.toContain('宪法日')
  })
  it('are shown where they are meant for', async () => {
    const { rails, rev } = await layout()
    await change(rev, [rail({ title: { 'zh-Hans': '只在平板' }, devices: ['tablet'] }), ...rails])
    const titles = async (device: string) => (await home(device)).rails.map(({ title }) => title.text)
    expect([(await titles('tv')).includes('只在平板'), (await titles('tablet')).includes('只在平板')]).toEqual([false, true])
  })
  it('are never overwritten by somebody who saw others', async () => {
    const { rails, rev } = await layout()
    const replies = await Promise.all(['甲', '乙', '丙'].map((text) => change(rev, [rail({ title: { 'zh-Hans': text } }), ...rails])))
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409, 409])
    const winner = replies.find(({ status }) => status === 200)?.json() as HomeLayout
    expect(await layout()).toEqual(winner)
    expect(problemSchema.parse((await change(rev, [])).json()).type).toBe('/problems/stale-revision')
  })
  it('are refused with the place of what is wrong, and nothing of them is kept', async () => {
    const before = await layout()
    const wrong = [
      rail({ title: {} }),
      rail({ rule: { kind: 'manual', entries: [{ kind: 'programme', id: 'never-was' }] } }),
      rail({ rule: { kind: 'newest', limit: 1, followedBy: [{ kind: 'series', id: 'never-was' }] } }),
    ]
    const reply = await change(before.rev, wrong)
    expect([reply.status, problemSchema.parse(reply.json()).errors?.map(({ path, code }) => [path, code])]).toEqual([
      400,
      [
        ['rails.0.title.zh-Hans', 'title-zh-missing'],
        ['rails.1.rule.entries.0.id', 'unknown-reference'],
        ['rails.2.rule.followedBy.0.id', 'unknown-reference'],
      ],
    ])
    expect((await change(before.rev, [rail({ devices: [] })])).status).toBe(400)
    expect(await layout()).toEqual(before)
  })
  it('keep what is not public yet, which viewers see as soon as it is', async () => {
    const made = (
      await ask('/programmes', 'POST', { kind: 'lecture', title: { 'zh-Hans': '未发布' }, assetId: 'clip-song' })
    ).json() as StaffProgramme
    const entry = { kind: 'programme' as const, id: made.id as ProgrammeId }
    const { rails, rev } = await layout()
    const own = rail({ title: { 'zh-Hans': '将要播出' }, rule: { kind: 'manual', entries: [entry] } })
    expect((await change(rev, [own, ...rails])).status).toBe(200)
    const titles = async () => (await home()).rails.map(({ title }) => title.text)
    expect(await titles()).not.toContain('将要播出')
    await ask(`/programmes/${made.id}/publish`, 'POST', { rev: made.rev })
    expect(await titles()).toContain('将要播出')
  })
  it('are saved once when they are sent twice', async () => {
    const { rails, rev } = await layout()
    const once = [rail({ title: { 'zh-Hans': '再发一次' } }), ...rails]
    const replies = [await change(rev, once), await change(rev, once)]
    expect(replies.map(({ status }) => status)).toEqual([200, 200])
    expect(replies[1]?.json()).toEqual(replies[0]?.json())
  })
  it('may keep what was deleted since, which is in nobody’s way', async () => {
    const draft = (await ask('/programmes', 'POST', { kind: 'lecture', title: { 'zh-Hans': '将删除' } })).json() as StaffProgramme
    const first = await layout()
    const rule = { kind: 'manual', entries: [{ kind: 'programme', id: draft.id }] }
    const saved = (await change(first.rev, [rail({ rule }), ...first.rails])).json() as HomeLayout
    await ask(`/programmes/${draft.id}?rev=${String(draft.rev)}`, 'DELETE')
    const moved = await change(saved.rev, [...saved.rails].reverse())
    expect(moved.status).toBe(200)
    const again = rail({ rule: { kind: 'manual', entries: [{ kind: 'programme', id: 'never-was' }] } })
    expect((await change((moved.json() as HomeLayout).rev, [again])).status).toBe(400)
  })
})
