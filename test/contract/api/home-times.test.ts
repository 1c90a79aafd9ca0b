import type { Home, HomeLayout, HomePreview, StaffProgramme } from '@ulan/contract'
import { problemSchema } from '@ulan/contract/schemas'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type CmsLab, createCmsLab } from './cms-lab.ts'
import { SMALL_CATALOGUE } from './small-catalogue.ts'

/** On 20 November in the morning, in Beijing. */
const START_MS = Date.parse('2026-11-20T01:00:00Z')
const MORNING_OF_4_DECEMBER = '2026-12-04T00:00:00.000Z'
let lab: CmsLab
let cookie: string
let nowMs = START_MS
beforeAll(async () => {
  lab = await createCmsLab({}, { clock: () => new Date(nowMs) })
  lab.library.put('clip-song', 'ready')
  lab.library.put('clip-waiting', 'ready')
  await lab.cms.seed(SMALL_CATALOGUE)
  cookie = await lab.signIn()
})
afterAll(() => lab.close())

const ask = (path: string, body?: unknown, method = body === undefined ? 'GET' : 'POST') =>
  lab.call(`/api/v1${path}`, { cookie, method, ...(body === undefined ? {} : { body }) })
const layout = async () => (await ask('/staff/home-layout')).json() as HomeLayout
const change = async (next: Partial<HomeLayout> | object) => {
  const { rev, rails, campaigns } = await layout()
  return await ask('/staff/home-layout', { rev, rails, campaigns, ...next }, 'PATCH')
}
const homeOf = async (query = '') => (await lab.call(`/api/v1/home?locale=zh-Hans&device=tv${query}`)).json() as Home
const titlesOf = ({ rails }: Pick<Home, 'rails'>) => rails.map(({ title }) => title.text)
const preview = async (wish: object) =>
  (await ask('/staff/home-preview', { locale: 'zh-Hans', device: 'tv', at: MORNING_OF_4_DECEMBER, ...wish })).json() as HomePreview
let count = 0
function rail(title: string, more: object = {}) {
  count += 1
  const rule = { kind: 'manual', entries: [{ kind: 'programme', id: 'song' }] }
  return { id: `rail-${String(count)}`, title: { 'zh-Hans': title }, rule, isHero: false, ...more }
}
const WEEK = { id: 'week', name: '宪法宣传周', from: '2026-11-30T16:00:00.000Z', until: '2026-12-07T16:00:00.000Z', isYearly: true }
const OF_WEEK = { kind: 'campaign', id: 'week' }
const errorsOf = (reply: { json(): unknown }) => (problemSchema.parse(reply.json()).errors ?? []).map(({ path, code }) => `${path} ${code}`)

describe('a rail with a time', () => {
  it('comes and goes by itself, and again the next year', async () => {
    const saved = await change({ campaigns: [WEEK], rails: [rail('专题', { shown: OF_WEEK }), rail('常设')] })
    expect([saved.status, (saved.json() as HomeLayout).campaigns]).toEqual([200, [WEEK]])
    const before = await homeOf()
    expect(titlesOf(before)).toEqual(['常设'])
    nowMs = Date.parse('2026-11-30T16:00:00Z')
    await expect.poll(async () => titlesOf(await homeOf())).toEqual(['专题', '常设'])
    nowMs = Date.parse('2026-12-07T16:00:00Z')
    await expect.poll(async () => titlesOf(await homeOf())).toEqual(['常设'])
    // The same home is the same version: nobody fetches anything anew that they have.
    expect((await homeOf()).snapshot).toBe(before.snapshot)
    nowMs = Date.parse('2027-12-04T00:00:00Z')
    await expect.poll(async () => titlesOf(await homeOf())).toEqual(['专题', '常设'])
    nowMs = START_MS
    await expect.poll(async () => titlesOf(await homeOf())).toEqual(['常设'])
  })
  it('is there after a start in the middle of its time', async () => {
    nowMs = Date.parse('2026-12-02T00:00:00Z')
    const url = await lab.serve(await lab.secondCms())
    const home = (await (await fetch(`${url}/api/v1/home?locale=zh-Hans&device=tv`)).json()) as Home
    expect(titlesOf(home)).toEqual(['专题', '常设'])
    nowMs = START_MS
    await expect.poll(async () => titlesOf(await homeOf())).toEqual(['常设'])
  })
  it('keeps its campaigns when an older page sends rails alone', async () => {
    const { rev, rails } = await layout()
    const reply = await ask('/staff/home-layout', { rev, rails: [...rails].reverse() }, 'PATCH')
    expect([reply.status, (reply.json() as HomeLayout).campaigns]).toEqual([200, [WEEK]])
  })
  it('is refused with its place where its time makes no sense', async () => {
    const before = await layout()
    const turned = { kind: 'dates', from: MORNING_OF_4_DECEMBER, until: '2026-12-03T00:00:00.000Z' }
    const rails = [
      rail('a', { shown: { kind: 'campaign', id: 'gone' } }),
      rail('b', { shown: turned, pins: [{ entry: { kind: 'programme', id: 'never-was' } }] }),
      rail('c', { viewerRegionCode: '990000', rule: { kind: 'newest', lawId: 'no-law', limit: 5 } }),
    ]
    const reply = await change({ rails, campaigns: [{ ...WEEK, until: '2027-12-07T16:00:00.000Z' }] })
    expect([reply.status, errorsOf(reply)]).toEqual([
      400,
      [
        'rails.0.shown.id campaign-gone',
        'rails.1.pins.0.entry.id unknown-reference',
        'rails.1.shown.until over-before-start',
        'rails.2.viewerRegionCode unknown-reference',
        'rails.2.rule.lawId unknown-reference',
        'campaigns.0.until longer-than-year',
      ],
    ])
    expect((await change({ campaigns: [{ ...WEEK, name: ' ' }] })).status).toBe(400)
    expect((await change({ rails: [rail('d', { shown: { kind: 'dates', from: '4 December' } })] })).status).toBe(400)
    expect(await layout()).toEqual(before)
  })
})

describe('a rail for some', () => {
  it('is shown to those who live there, or are in that mode', async () => {
    const rails = [
      rail('全盟', { viewerRegionCode: '152500' }),
      rail('锡林浩特', { viewerRegionCode: '152502' }),
      rail('大人', { viewerAudience: 'everyone' }),
      rail('孩子', { viewerAudience: 'children', rule: { kind: 'newest', limit: 5 } }),
    ]
    expect((await change({ rails })).status).toBe(200)
    expect(titlesOf(await homeOf())).toEqual(['大人'])
    expect(titlesOf(await homeOf('&region=152500'))).toEqual(['全盟', '大人'])
    expect(titlesOf(await homeOf('&region=152502'))).toEqual(['全盟', '锡林浩特', '大人'])
    expect(titlesOf(await homeOf('&region=150100'))).toEqual(['大人'])
    const made = (
      await ask('/programmes', { kind: 'animation', audience: 'children', title: { 'zh-Hans': '给孩子' }, assetId: 'clip-song' })
    ).json() as StaffProgramme
    await ask(`/programmes/${made.id}/publish`, { rev: made.rev })
    expect(titlesOf(await homeOf('&kids=1'))).toEqual(['孩子'])
    expect(titlesOf(await homeOf())).toEqual(['大人'])
  })
  it('is filled by what is asked for', async () => {
    const asked = (id: string, rule: object) => rail(id, { rule: { kind: 'newest', limit: 9, ...rule } })
    const rails = [
      asked('民法典', { lawId: 'civil-code' }),
      asked('好来宝', { genreId: 'haolaibao' }),
      asked('锡林郭勒', { regionCode: '152500' }),
      asked('都要', { lawId: 'civil-code', troupeId: 'xilingol' }),
      asked('没有', { lawId: 'civil-code', programmeKind: 'lecture' }),
    ]
    expect((await change({ rails })).status).toBe(200)
    const { rails: shown } = await homeOf()
    expect(shown.map(({ title, cards }) => [title.text, cards.map(({ id }) => id)])).toEqual(
      ['民法典', '好来宝', '锡林郭勒', '都要'].map((title) => [title, ['song']]),
    )
  })
})

describe('the preview of home', () => {
  it('shows rails that nobody saved as they will be, and tells of what is planned', async () => {
    const entry = { kind: 'series', id: 'xiaosi' }
    const pinned = rail('专题', { shown: OF_WEEK, pins: [{ entry, shown: OF_WEEK }] })
    const wish = { rails: [pinned], campaigns: [WEEK] }
    const { home, plannedCount } = await preview(wish)
    expect(home.rails.map(({ title, cards }) => [title.text, cards.map(({ id }) => id)])).toEqual([['专题', ['xiaosi', 'song']]])
    expect([plannedCount, titlesOf((await preview({ ...wish, at: '2026-12-08T00:00:00Z' })).home)]).toEqual([0, []])
    expect(titlesOf(await homeOf())).not.toContain('专题')
  })
  it('has what goes out until then, and not what is taken off until then', async () => {
    const draft = async (title: string) =>
      (await ask('/programmes', { kind: 'lecture', title: { 'zh-Hans': title }, assetId: 'clip-song' })).json() as StaffProgramme
    const planned = await draft('宪法日讲座')
    await ask(`/programmes/${planned.id}/schedule`, { rev: planned.rev, publishAt: '2026-12-04T08:00:00+08:00' })
    const passing = await draft('将下架')
    const out = (await ask(`/programmes/${passing.id}/publish`, { rev: passing.rev })).json() as StaffProgramme
    await ask(`/programmes/${passing.id}/schedule`, { rev: out.rev, takeDownAt: '2026-12-03T00:00:00+08:00' })
    const wish = { rails: [rail('讲座', { rule: { kind: 'newest', programmeKind: 'lecture', limit: 9 } })] }
    const at = async (instant: string) => {
      const { home, plannedCount } = await preview({ ...wish, at: instant })
      return [plannedCount, home.rails.flatMap(({ cards }) => cards.map(({ title }) => title.text))]
    }
    expect(await at('2026-12-01T00:00:00+08:00')).toEqual([0, ['将下架']])
    expect(await at('2026-12-03T00:00:00+08:00')).toEqual([1, []])
    expect(await at('2026-12-04T08:00:00+08:00')).toEqual([2, ['宪法日讲座']])
    // A look at tomorrow changes nothing of today.
    expect((await lab.call(`/api/v1/programmes/${planned.id}`)).status).toBe(404)
  })
  it('speaks the language and knows the place of whoever is asked for', async () => {
    const rails = [rail('歌', { title: { 'zh-Hans': '歌', 'mn-Mong': 'ᠳᠠᠭᠤᠤ' }, viewerRegionCode: '152500' })]
    const { home } = await preview({ rails, locale: 'mn-Mong', region: '152502' })
    expect([home.locale, titlesOf(home)]).toEqual(['mn-Mong', ['ᠳᠠᠭᠤᠤ']])
    expect(titlesOf((await preview({ rails })).home)).toEqual([])
    const children = await preview({ rails: [rail('新', { rule: { kind: 'newest', limit: 5 } })], audience: 'children' })
    expect(children.home.rails.flatMap(({ cards }) => cards.map(({ title }) => title.text))).toEqual(['给孩子'])
    expect((await ask('/staff/home-preview', { locale: 'zh-Hans', device: 'tv', at: '8 o’clock' })).status).toBe(400)
    expect((await lab.call('/api/v1/staff/home-preview', { body: {} })).status).toBe(401)
  })
})
