import { beforeAll, describe, expect, it } from 'vitest'
import type { Lab } from '../../lab/lab.ts'
import { barriersOn } from '../fixtures/barriers.ts'
import { openPage, TV_SCREEN, type WatchedPage } from '../fixtures/browser.ts'
import { newsroomStory } from '../fixtures/newsroom-story.ts'
import { createReadyLab } from '../fixtures/ready-lab.ts'
import { HomeDesk } from '../page-objects/home-desk.ts'
import { TvApp } from '../page-objects/tv-app.ts'

const MONGOLIAN = 'ᠬᠠᠤᠯᠢ'
const FIRST_RAIL = 'App.Page.Home.Scroll.Rails.Rail0.Title'
const WEEK = '宪法宣传活动'

describe('a publisher plans home for a campaign', () => {
  const story = newsroomStory()
  let lab: Lab
  let watched: WatchedPage
  let desk: HomeDesk

  const publicHome = () => lab.visitor().must('readHome', { query: { locale: 'zh-Hans', device: 'tv' } })
  const publicTitles = async () => (await publicHome()).rails.map(({ title }) => title.text)

  beforeAll(async () => {
    lab = await story.begin(createReadyLab('samples'))
    watched = await story.signIn()
    desk = new HomeDesk(watched.page)
    await watched.page.getByRole('link', { name: '首页', exact: true }).click()
    await desk.rail('顶部大图').waitFor()
  })

  it('finds the days that have their programmes each year', async () => {
    await desk.beginCampaign('民法典宣传月')
    expect(await desk.dialog().getByLabel('名称').inputValue()).toBe('民法典宣传月')
    expect(await desk.dialog().getByLabel('开始（北京时间）').inputValue()).toMatch(/^\d{4}-05-01T00:00$/)
    expect(await desk.dialog().getByLabel('结束（北京时间）').inputValue()).toMatch(/^\d{4}-06-01T00:00$/)
    expect(await desk.dialog().getByLabel('每年重复').isChecked()).toBe(true)
    expect(await barriersOn(watched.page)).toEqual([])
    await desk.confirm()
    await desk.campaign('民法典宣传月').waitFor()
    expect(await desk.campaign('民法典宣传月').textContent()).toContain('每年重复')
  })

  it('makes one of their own, and is told what is missing', async () => {
    await desk.beginCampaign('其他日子')
    await desk.dialog().getByLabel('结束（北京时间）').fill('2020-01-01T00:00')
    await desk.confirm()
    await desk.dialog().getByText('此项必填。').waitFor()
    await desk.dialog().getByText('结束时间要晚于开始时间').waitFor()
    await desk.dialog().getByLabel('名称').fill(WEEK)
    const from = await desk.dialog().getByLabel('开始（北京时间）').inputValue()
    const [year] = from.split('-')
    await desk
      .dialog()
      .getByLabel('结束（北京时间）')
      .fill(`${String(Number(year) + 1)}-12-31T00:00`)
    await desk.confirm()
    expect(await desk.campaign(WEEK).textContent()).toContain('未开始')
    await watched.screenshot('home-campaigns')
  })

  it('adds a rail for it with one thing pinned, and half a time is none', async () => {
    await desk.button('添加栏目').click()
    await desk.dialog().getByLabel('中文标题').fill('宪法日专题')
    await desk.dialog().getByLabel('蒙古文标题', { exact: true }).fill(MONGOLIAN)
    await desk.dialog().getByText('最新发布', { exact: true }).click()
    await desk.pick('小司', '系列 小司来了', '置顶')
    await desk.choose('显示时间', '指定时间')
    await desk.dialog().getByLabel('开始（不填则马上）').click()
    // The year alone: half a time is none.
    await watched.page.keyboard.type('12')
    await desk.confirm()
    await desk.dialog().getByText('此项必填。').waitFor()
    await desk.choose('显示时间', `${WEEK}期间`)
    expect(await barriersOn(watched.page)).toEqual([])
    await watched.screenshot('home-rail-for-campaign')
    await desk.confirm()
    await desk.rail('宪法日专题').getByText(`${WEEK} · 未开始`).waitFor()
    while ((await desk.titles()).indexOf('宪法日专题') > 1) {
      const at = (await desk.titles()).indexOf('宪法日专题')
      await desk.button('上移：宪法日专题').press('Enter')
      await expect.poll(async () => (await desk.titles()).indexOf('宪法日专题')).toBe(at - 1)
    }
  })

  it('looks at the television of tomorrow in Mongolian, before anything is saved', async () => {
    const { page } = watched
    const asked: string[] = []
    page.on('request', (request) => {
      if (request.frame() !== page.mainFrame() && new URL(request.url()).pathname.startsWith('/api/')) asked.push(request.url())
    })
    await desk.button('预览').click()
    await desk.dialog().getByText('画面里有还没保存的修改。').waitFor()
    await desk
      .dialog()
      .getByText(/这时看不到的栏目：.*宪法日专题/)
      .waitFor()
    await expect.poll(() => desk.televisionWords(FIRST_RAIL)).toBeTruthy()
    expect(await desk.televisionWords(FIRST_RAIL)).not.toBe('宪法日专题')
    await desk.button('明天 8:00').click()
    await expect.poll(() => desk.televisionWords(FIRST_RAIL)).toBe('宪法日专题')
    await desk.choose('语言', '传统蒙古文')
    await expect.poll(() => desk.televisionWords(FIRST_RAIL)).toBe(MONGOLIAN)
    await desk.dialog().getByLabel('显示边缘可能被裁掉的部分').check()
    await expect.poll(async () => (await desk.televisionFocus()).length).toBeGreaterThan(2)
    await desk.television().click()
    await page.keyboard.press('ArrowDown')
    await expect.poll(() => desk.televisionFocus()).toContain('Rail0')
    expect(await barriersOn(page)).toEqual([])
    await watched.screenshot('home-preview-mongolian')
    await desk.dialog().getByText('三米外看到的大小').click()
    await expect.poll(async () => Math.round((await desk.television().boundingBox())?.width ?? 0)).toBe(922)
    await watched.screenshot('home-preview-distance')
    // The television in the frame asks nobody for anything, and nobody’s own television in this browser was touched.
    expect(asked).toEqual([])
    expect(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('ulan.tv')))).toEqual([])
    await desk.dialog().getByRole('button', { name: '关闭预览' }).click()
    expect(await publicTitles()).not.toContain('宪法日专题')
  })

  it('saves it, and nothing of it is public before its time', async () => {
    await desk.save()
    await watched.page.getByText('首页已更新').waitFor()
    expect(await publicTitles()).not.toContain('宪法日专题')
    await desk
      .campaign(WEEK)
      .getByRole('button', { name: `移除：${WEEK}` })
      .click()
    await watched.page.getByText('还有栏目或置顶用到它').waitFor()
    await watched.page.getByRole('button', { name: '知道了' }).click()
    expect(await desk.campaign(WEEK).count()).toBe(1)
  })

  it('moves the campaign to today, and its rail and its pin are there', async () => {
    await desk.button(`编辑活动：${WEEK}`).click()
    await desk.dialog().getByLabel('开始（北京时间）').fill('2026-01-01T00:00')
    await desk.confirm()
    await desk.campaign(WEEK).getByText('进行中').waitFor()
    await desk.save()
    await expect.poll(publicTitles).toContain('宪法日专题')
    expect((await publicHome()).rails[0]?.cards[0]).toMatchObject({ kind: 'series', id: 'xiao-si' })
    const television = await openPage(story.browser(), lab.origin, TV_SCREEN)
    const tv = new TvApp(television.page)
    await tv.open(lab.tvUrl)
    await tv.waitForPage('Home')
    await expect.poll(() => tv.words(FIRST_RAIL)).toBe('宪法日专题')
    await television.close()
  })
})
