import { beforeAll, describe, expect, it } from 'vitest'
import type { Lab } from '../../lab/lab.ts'
import { barriersOn } from '../fixtures/barriers.ts'
import type { WatchedPage } from '../fixtures/browser.ts'
import { newsroomStory } from '../fixtures/newsroom-story.ts'
import { createReadyLab } from '../fixtures/ready-lab.ts'

const DAY_MS = 86_400_000

describe('what somebody looks at can be sent to a colleague', () => {
  const story = newsroomStory()
  let lab: Lab
  let watched: WatchedPage

  const hash = () => new URL(watched.page.url()).hash
  const open = async (address: string) => {
    await watched.page.goto(`${lab.adminUrl}${address}`)
    await watched.page.locator('h1').waitFor()
  }
  const rows = () => watched.page.locator('tbody tr[data-row-key]')
  const search = (words: string, label = '搜索标题') => watched.page.getByRole('searchbox', { name: label }).fill(words)
  const choose = (choice: string) => watched.page.locator('.ant-segmented-item-label').getByText(choice, { exact: true }).click()

  beforeAll(async () => {
    lab = await story.begin(createReadyLab('samples'))
    const staff = await lab.signIn()
    const { items } = await staff.must('listStaffProgrammes', { query: { status: 'published', rows: '20' } })
    const [first, second] = items.filter(({ episodeOf }) => episodeOf === undefined)
    if (first === undefined || second === undefined) throw new Error('the samples have shows')
    const takeDownAt = new Date(Date.now() + DAY_MS).toISOString()
    await staff.must('scheduleProgramme', { params: { id: first.id }, body: { rev: first.rev, takeDownAt, reason: '授权到期' } })
    const made = await staff.must('createProgramme', { body: { kind: 'lecture', title: { 'zh-Hans': '误建的讲座' } } })
    await staff.must('deleteProgramme', { params: { id: made.id }, query: { rev: String(made.rev) } })
    watched = await story.signIn()
  })

  it('of the schedule: by what will happen and by title', async () => {
    await open('#/schedule')
    await expect.poll(() => rows().count()).toBe(1)
    await choose('发布')
    await expect.poll(hash).toBe('#/schedule?act=publish')
    await watched.page.getByText('没有符合条件的节目').waitFor()
    await watched.page.goBack()
    await expect.poll(() => rows().count()).toBe(1)
    await search('没有这样的标题')
    await watched.page.getByText('没有符合条件的节目').waitFor()
    await watched.page.reload()
    await expect.poll(() => watched.page.getByRole('searchbox', { name: '搜索标题' }).inputValue()).toBe('没有这样的标题')
    await watched.page.getByText('没有符合条件的节目').waitFor()
    expect(await barriersOn(watched.page)).toEqual([])
    await watched.screenshot('schedule-by-link')
    await open('#/schedule?act=take-down')
    await expect.poll(() => rows().count()).toBe(1)
  })

  it('of the trash, by title', async () => {
    await open('#/trash?q=误建')
    await rows().getByText('误建的讲座').waitFor()
    expect(await watched.page.getByRole('searchbox', { name: '搜索标题' }).inputValue()).toBe('误建')
    await search('别的')
    await watched.page.getByText('没有符合条件的节目').waitFor()
    expect(await barriersOn(watched.page)).toEqual([])
  })

  it('of the log: who did what on which days, and the way back undoes one choice', async () => {
    await open('#/audit?action=deleteProgramme')
    await expect.poll(() => rows().count()).toBe(1)
    await watched.page.getByLabel('从', { exact: true }).fill('2020-01-01')
    await expect.poll(hash).toBe('#/audit?action=deleteProgramme&from=2020-01-01')
    await watched.page.getByLabel('到', { exact: true }).fill('2020-01-02')
    await expect.poll(() => rows().count()).toBe(0)
    await watched.page.goBack()
    await expect.poll(() => rows().count()).toBe(1)
    await expect.poll(hash).toBe('#/audit?action=deleteProgramme&from=2020-01-01')
    await open('#/audit?action=nonsense&from=never')
    await expect.poll(() => rows().count()).toBeGreaterThan(1)
  })

  it('of the texts: language, state, place and words', async () => {
    await open('#/translations?locale=mn-Cyrl&state=missing')
    const state = watched.page.locator('.ant-segmented-item-selected')
    await expect.poll(() => state.allTextContents()).toEqual(expect.arrayContaining(['西里尔蒙古文', expect.stringContaining('缺译文')]))
    await search('返回', '搜索中文、译文')
    await expect.poll(hash).toContain('state=missing')
    await expect.poll(() => new URLSearchParams(hash().split('?')[1]).get('q')).toBe('返回')
  })

  it('of what waits for signatures', async () => {
    await open('#/reviews?of=all&q=草原')
    expect(await watched.page.getByRole('searchbox', { name: '搜索标题' }).inputValue()).toBe('草原')
    await watched.page.getByText('没有符合条件的节目').waitFor()
    expect(await barriersOn(watched.page)).toEqual([])
  })
})
