import type { SeriesId } from '@ulan/contract'
import { beforeAll, describe, expect, it } from 'vitest'
import { createLab, type Lab } from '../../lab/lab.ts'
import { barriersOn } from '../fixtures/barriers.ts'
import type { WatchedPage } from '../fixtures/browser.ts'
import { newsroomStory } from '../fixtures/newsroom-story.ts'
import { AdminApp } from '../page-objects/admin-app.ts'
import { ProgrammeList } from '../page-objects/programme-list.ts'

const PERFORMANCES = 44
const EPISODES = 3
const nameOf = (number: number): string => `草原法制演出${String(number).padStart(2, '0')}`

describe('an editor finds one programme among many', () => {
  const story = newsroomStory()
  let lab: Lab
  let watched: WatchedPage
  let admin: AdminApp
  let list: ProgrammeList
  let seriesId: SeriesId

  const hash = (): string => decodeURIComponent(new URL(watched.page.url()).hash)

  beforeAll(async () => {
    lab = await story.begin(createLab({ env: { TRANSCODE_WORKERS: '0' } }))
    const staff = await lab.signIn()
    for (let number = 1; number <= PERFORMANCES; number += 1) {
      const title = { 'zh-Hans': nameOf(number), ...(number % 2 === 0 ? { 'mn-Mong': 'ᠬᠠᠤᠯᠢ' } : {}) }
      await staff.must('createProgramme', { body: { kind: 'performance', title } })
    }
    const series = await staff.must('createSeries', { body: { kind: 'animation', title: { 'zh-Hans': '小司来了' } } })
    seriesId = series.id
    for (let episode = EPISODES; episode >= 1; episode -= 1) {
      const title = { 'zh-Hans': `第${String(episode)}集` }
      await staff.must('createProgramme', { body: { kind: 'animation', title, episodeOf: { seriesId, season: 1, episode } } })
    }
    watched = await story.signIn()
    admin = new AdminApp(watched.page)
    list = new ProgrammeList(watched.page)
  })

  it('sees the newest first, twenty on a page, and how many there are', async () => {
    await expect.poll(() => list.titles()).toHaveLength(20)
    expect((await list.titles()).slice(0, 4)).toEqual(['第1集', '第2集', '第3集', nameOf(PERFORMANCES)])
    expect(await list.statuses()).toEqual(['全部 47', '草稿 47', '已发布 0', '已下架 0'])
    await watched.page.getByText('共 47 个节目').waitFor()
    expect(await barriersOn(watched.page)).toEqual([])
    await watched.screenshot('programmes-many')
  })

  it('goes to the last page, opens one, and comes back to where they were', async () => {
    await list.goToPage(3)
    await expect.poll(() => list.titles()).toEqual([7, 6, 5, 4, 3, 2, 1].map(nameOf))
    expect(hash()).toBe('#/programmes?page=3')
    await watched.page.getByRole('link', { name: nameOf(4) }).click()
    await expect.poll(() => admin.chineseTitle().inputValue()).toBe(nameOf(4))
    await watched.page.getByRole('link', { name: '返回节目列表' }).click()
    await expect.poll(() => list.titles()).toEqual([7, 6, 5, 4, 3, 2, 1].map(nameOf))
    expect(await list.pageNumber()).toBe('3')
  })

  it('types words, and sees what fits with every letter in its place', async () => {
    await list.search().pressSequentially('演出4', { delay: 20 })
    await expect.poll(() => list.titles()).toEqual([44, 43, 42, 41, 40].map(nameOf))
    expect(hash()).toBe('#/programmes?q=演出4')
    expect(await list.statuses()).toEqual(['全部 5', '草稿 5', '已发布 0', '已下架 0'])
    expect(await list.search().evaluate((element) => element === document.activeElement)).toBe(true)
    await list.search().fill('没有这个节目')
    await watched.page.getByText('没有符合条件的节目').waitFor()
    await watched.screenshot('programmes-none')
    await watched.page.getByRole('button', { name: '显示全部节目' }).click()
    await expect.poll(() => list.titles()).toHaveLength(20)
    expect(await list.search().inputValue()).toBe('')
  })

  it('chooses by kind and by what lacks a title, and the way back undoes one choice after another', async () => {
    await list.choose('缺少的标题', '缺传统蒙古文标题')
    await expect.poll(() => list.statuses()).toEqual(['全部 25', '草稿 25', '已发布 0', '已下架 0'])
    await list.choose('类型', '动画片')
    await expect.poll(() => list.titles()).toEqual(['第1集', '第2集', '第3集'])
    expect(hash()).toBe('#/programmes?untitled=mn-Mong&kind=animation')
    await watched.screenshot('programmes-chosen')
    expect(await barriersOn(watched.page)).toEqual([])
    await watched.page.goBack()
    await expect.poll(() => list.statuses()).toEqual(['全部 25', '草稿 25', '已发布 0', '已下架 0'])
    await watched.page.goBack()
    await expect.poll(() => list.statuses()).toEqual(['全部 47', '草稿 47', '已发布 0', '已下架 0'])
  })

  it('opens a link that a colleague sent, also one that is older than the list', async () => {
    await watched.page.goto(`${lab.adminUrl}#/programmes?seriesId=${seriesId}`)
    await expect.poll(() => list.titles()).toEqual(['第1集', '第2集', '第3集'])
    await watched.page.getByText('系列：小司来了').waitFor()
    await watched.page.getByRole('button', { name: '不再只看这个系列' }).click()
    await expect.poll(() => list.titles()).toHaveLength(20)
    await watched.page.goto(`${lab.adminUrl}#/programmes?status=draft&page=90`)
    await expect.poll(() => list.titles()).toHaveLength(7)
    expect(hash()).toBe('#/programmes?status=draft&page=3')
    await watched.page.goto(`${lab.adminUrl}#/programmes?status=lost&kind=opera&page=x`)
    await expect.poll(() => list.titles()).toHaveLength(20)
  })

  it('finds the episodes of a series in their order where the series stand', async () => {
    await watched.page.goto(`${lab.adminUrl}#/series`)
    const row = watched.page.getByRole('row').filter({ hasText: '小司来了' })
    await expect.poll(() => row.locator('td').allTextContents()).toContain('3')
    await row.getByRole('button').first().click()
    await expect.poll(() => watched.page.getByRole('listitem').getByRole('link').allTextContents()).toEqual(['第1集', '第2集', '第3集'])
    await watched.screenshot('series-episodes')
  })
})
