import type { SeriesId, StaffProgramme, StaffProgrammePage, StaffSeries } from '@ulan/contract'
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
const pageOf = async (query: Record<string, string>) =>
  (await ask(`/staff/programmes?${new URLSearchParams(query).toString()}`)).json() as StaffProgrammePage
const idsOf = async (query: Record<string, string>) => (await pageOf(query)).items.map(({ id }) => id)
const draft = async (members: object) =>
  (await ask('/programmes', 'POST', { kind: 'lecture', title: { 'zh-Hans': '题' }, ...members })).json() as StaffProgramme

describe('the list of staff', () => {
  it('holds what the starter catalogue brought, at once', async () => {
    expect((await pageOf({})).total).toBe(SMALL_CATALOGUE.programmes.length)
  })
  it('follows every change of its own process at once', async () => {
    const made = await draft({ title: { 'zh-Hans': '防沙治沙' } })
    expect(await idsOf({ q: '治沙' })).toEqual([made.id])
    const changed = (
      await ask(`/programmes/${made.id}`, 'PATCH', { rev: made.rev, title: { 'zh-Hans': '退耕还林' }, assetId: 'clip-song' })
    ).json() as StaffProgramme
    expect([await idsOf({ q: '治沙' }), await idsOf({ q: '还林' })]).toEqual([[], [made.id]])
    expect(await idsOf({ q: 'clip-song.mp4 还林' })).toEqual([made.id])
    const out = (await ask(`/programmes/${made.id}/publish`, 'POST', { rev: changed.rev })).json() as StaffProgramme
    expect([await idsOf({ q: '还林', status: 'draft' }), await idsOf({ q: '还林', status: 'published' })]).toEqual([[], [made.id]])
    const down = (await ask(`/programmes/${made.id}/take-down`, 'POST', { rev: out.rev })).json() as StaffProgramme
    expect((await pageOf({ q: '还林' })).counts).toEqual({ draft: 0, published: 0, 'taken-down': 1 })
    await ask(`/programmes/${made.id}?rev=${String(down.rev)}`, 'DELETE')
    expect(await idsOf({ q: '还林' })).toEqual([])
    await ask(`/staff/trash/${made.id}/restore`, 'POST')
    expect(await idsOf({ q: '还林' })).toEqual([made.id])
  })
  it('follows the changes of another process', async () => {
    const origin = await lab.serve(await lab.secondCms())
    const there = async (q: string) => {
      const reply = await fetch(`${origin}/api/v1/staff/programmes?q=${encodeURIComponent(q)}`, { headers: { cookie } })
      return ((await reply.json()) as StaffProgrammePage).items.map(({ id }) => id)
    }
    expect(await there('别处')).toEqual([])
    const made = await draft({ title: { 'zh-Hans': '别处写的' } })
    await expect.poll(() => there('别处')).toEqual([made.id])
  })
  it('is given in pages, the newest change first', async () => {
    const made = []
    for (let index = 0; index < 5; index += 1) made.push((await draft({ title: { 'zh-Hans': `分页 ${String(index)}` } })).id)
    made.reverse()
    const pages = await Promise.all(['1', '2', '3', '4'].map((page) => idsOf({ q: '分页', rows: '2', page })))
    expect(pages).toEqual([made.slice(0, 2), made.slice(2, 4), made.slice(4), []])
    expect(await idsOf({ ids: [made[3], 'never-was', made[0]].join(',') })).toEqual([made[0], made[3]])
  })
  it('tells of a series how many episodes it has, and the last of each season', async () => {
    const series = (await ask('/series', 'POST', { kind: 'animation', title: { 'zh-Hans': '小司' } })).json() as { id: SeriesId }
    const seriesOf = async () => ((await ask('/staff/series')).json() as { items: StaffSeries[] }).items.find(({ id }) => id === series.id)
    expect(await seriesOf()).toMatchObject({ episodes: 0, published: 0, lastEpisodes: [] })
    const places = [
      { season: 2, episode: 1 },
      { season: 1, episode: 12 },
      { season: 1, episode: 2 },
    ]
    const made: StaffProgramme[] = []
    for (const place of places) made.push(await draft({ episodeOf: { seriesId: series.id, ...place }, assetId: 'clip-song' }))
    await ask(`/programmes/${String(made[2]?.id)}/publish`, 'POST', { rev: made[2]?.rev })
    expect(await seriesOf()).toMatchObject({
      episodes: 3,
      published: 1,
      lastEpisodes: [
        { season: 1, episode: 12 },
        { season: 2, episode: 1 },
      ],
    })
    expect(await idsOf({ seriesId: series.id })).toEqual([2, 1, 0].map((index) => made[index]?.id))
  })
})
