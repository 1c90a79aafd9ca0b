import { beforeAll, describe, expect, it } from 'vitest'
import type { Lab } from '../../lab/lab.ts'
import { barriersOn } from '../fixtures/barriers.ts'
import { openPage, TV_SCREEN, type WatchedPage } from '../fixtures/browser.ts'
import { newsroomStory } from '../fixtures/newsroom-story.ts'
import { createReadyLab } from '../fixtures/ready-lab.ts'
import { HomeDesk } from '../page-objects/home-desk.ts'
import { TvApp } from '../page-objects/tv-app.ts'

const MONGOLIAN = 'ᠬᠠᠤᠯᠢ'

describe('a publisher composes home', () => {
  const story = newsroomStory()
  let lab: Lab
  let watched: WatchedPage
  let desk: HomeDesk
  let before: readonly string[]

  const publicTitles = async (device: 'tv' | 'tablet' = 'tv') =>
    (await lab.visitor().must('readHome', { query: { locale: 'zh-Hans', device } })).rails.map(({ title }) => title.text)

  beforeAll(async () => {
    lab = await story.begin(createReadyLab('samples'))
    watched = await story.signIn()
    desk = new HomeDesk(watched.page)
  })

  it('sees the rails that viewers see, and what fills each', async () => {
    await watched.page.getByRole('link', { name: '首页', exact: true }).click()
    await desk.rail('顶部大图').waitFor()
    before = await desk.titles()
    expect(before.length).toBeGreaterThan(3)
    expect(await desk.button('保存并生效').isDisabled()).toBe(true)
    expect(await barriersOn(watched.page)).toEqual([])
    await watched.screenshot('home-rails')
  })

  it('adds one for Constitution Day, with what they look for by its title', async () => {
    await desk.button('添加栏目').click()
    await desk.confirm()
    await desk.dialog().getByText('请填写中文标题。').waitFor()
    await desk.dialog().getByLabel('中文标题').fill('宪法日专题')
    await desk.dialog().getByLabel('蒙古文标题', { exact: true }).fill(MONGOLIAN)
    await desk.pick('草原法', '草原法之歌')
    await desk.pick('小司', '系列 小司来了')
    expect(await barriersOn(watched.page)).toEqual([])
    await watched.screenshot('home-rail-dialog')
    await desk.confirm()
    await expect.poll(() => desk.titles()).toEqual([...before, '宪法日专题'])
    expect(await publicTitles()).not.toContain('宪法日专题')
  })

  it('puts it above all others by the keyboard, saves, and viewers have it', async () => {
    for (let at = before.length; at > 1; at -= 1) {
      await desk.button('上移：宪法日专题').press('Enter')
      await expect.poll(async () => (await desk.titles()).indexOf('宪法日专题')).toBe(at - 1)
    }
    await desk.save()
    await watched.page.getByText('首页已更新').waitFor()
    expect((await publicTitles())[0]).toBe('宪法日专题')
    expect((await publicTitles('tablet'))[0]).toBe('宪法日专题')
    const television = await openPage(story.browser(), lab.origin, TV_SCREEN)
    const tv = new TvApp(television.page)
    await tv.open(lab.tvUrl)
    await tv.waitForPage('Home')
    await expect.poll(() => tv.words('App.Page.Home.Scroll.Rails.Rail0.Title')).toBe('宪法日专题')
    await tv.goToCard(0, 1)
    await tv.settle()
    await television.screenshot('tv-composed-home')
    await television.close()
  })

  it('drags it down with the mouse, and undoes that', async () => {
    const saved = await desk.titles()
    const [first, rail, second, third, ...rest] = saved
    const target = desk.rail(third ?? '')
    const { height = 0 } = (await target.boundingBox()) ?? {}
    await desk.rail('宪法日专题').dragTo(target, { sourcePosition: { x: 20, y: 20 }, targetPosition: { x: 60, y: height - 8 } })
    await expect.poll(() => desk.titles()).toEqual([first, second, third, rail, ...rest])
    await desk.button('撤销修改').click()
    await expect.poll(() => desk.titles()).toEqual(saved)
  })

  it('shows it on tablets alone, and takes another one away', async () => {
    await desk.button('编辑栏目：宪法日专题').click()
    await desk.dialog().getByLabel('电视').uncheck()
    await desk.confirm()
    await desk.rail('仅平板').waitFor()
    const last = (await desk.titles()).at(-1) ?? ''
    await desk.button(`移除：${last}`).click()
    await desk.save()
    await expect.poll(() => publicTitles('tablet')).not.toContain(last)
    expect([(await publicTitles()).includes('宪法日专题'), (await publicTitles('tablet')).includes('宪法日专题')]).toEqual([false, true])
  })

  it('is told when a colleague was quicker, and loses nothing', async () => {
    const staff = await lab.signIn()
    const { rev, rails } = await staff.must('readHomeLayout')
    await staff.must('updateHomeLayout', { body: { rev, rails: rails.slice(0, -1) } })
    await desk.button('编辑栏目：宪法日专题').click()
    await desk.dialog().getByLabel('中文标题').fill('国家宪法日')
    await desk.confirm()
    // Whoever looks at something else meanwhile finds their work again.
    await watched.page.getByRole('link', { name: '系列', exact: true }).click()
    await watched.page.getByRole('heading', { name: '系列' }).waitFor()
    await watched.page.getByRole('link', { name: '首页', exact: true }).click()
    await desk.rail('国家宪法日').waitFor()
    await desk.save()
    await watched.page.getByText('另一位同事刚刚改了首页').waitFor()
    await watched.screenshot('home-late')
    expect(await desk.titles()).toContain('国家宪法日')
    await desk.button('保留我的，再次保存时替换').click()
    await expect.poll(() => watched.page.getByText('另一位同事刚刚改了首页').count()).toBe(0)
    await desk.save()
    await expect.poll(() => publicTitles('tablet')).toContain('国家宪法日')
  })
  it('has nothing left to save when they went elsewhere while it was saved', async () => {
    const { page } = watched
    const answers = Promise.withResolvers<void>()
    await page.route('**/api/v1/staff/home-layout', async (route) => {
      if (route.request().method() === 'PATCH') await answers.promise
      await route.continue()
    })
    await expect.poll(() => desk.button('保存并生效').isDisabled()).toBe(true)
    const before = await desk.titles()
    await desk.button('下移：国家宪法日').click()
    await desk.save()
    // Nothing is changed meanwhile.
    await expect.poll(() => desk.button('编辑栏目：国家宪法日').count()).toBe(0)
    await page.getByRole('link', { name: '系列', exact: true }).click()
    await page.getByRole('heading', { name: '系列' }).waitFor()
    const answered = page.waitForResponse((response) => response.request().method() === 'PATCH')
    answers.resolve()
    await (await answered).finished()
    await page.getByRole('link', { name: '首页', exact: true }).click()
    await expect.poll(() => desk.titles()).not.toEqual(before)
    await expect.poll(() => desk.button('保存并生效').isDisabled()).toBe(true)
    expect(await page.getByRole('button', { name: '撤销修改' }).count()).toBe(0)
    await page.unrouteAll({ behavior: 'wait' })
  })
})
