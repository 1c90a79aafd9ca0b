import type { ProgrammeId } from '@ulan/contract'
import { beforeAll, describe, expect, it } from 'vitest'
import type { ApiClient } from '../../lab/api-client.ts'
import { createLab, type Lab } from '../../lab/lab.ts'
import { barriersOn } from '../fixtures/barriers.ts'
import { TABLET_LANDSCAPE, TV_SCREEN, type WatchedPage } from '../fixtures/browser.ts'
import { renderClip } from '../fixtures/clip.ts'
import { newsroomStory } from '../fixtures/newsroom-story.ts'
import { publishClip } from '../fixtures/published.ts'
import { TvApp } from '../page-objects/tv-app.ts'

const MONGOLIAN = 'ᠤᠷᠠᠨ ᠨᠠᠰᠤ'

describe('a publicity worker writes down a performance as it stands on the programme sheet', () => {
  const story = newsroomStory()
  let lab: Lab
  let staff: ApiClient
  let desk: WatchedPage
  let id: ProgrammeId

  const page = () => desk.page
  const field = (label: string) => page().getByLabel(label, { exact: true })
  const stored = () => staff.must('readStaffProgramme', { params: { id } })
  const publicStatus = async () => (await fetch(`${lab.origin}/api/v1/programmes/${id}?locale=zh-Hans`)).status
  const save = async () => {
    await page().keyboard.press('Control+s')
    await page().getByRole('status').getByText('已保存', { exact: true }).waitFor()
  }
  const chooseRole = async (number: number, role: string) => {
    await page()
      .getByRole('combobox', { name: `第 ${String(number)} 项职务` })
      .fill(role)
    await page().keyboard.press('Enter')
  }

  beforeAll(async () => {
    lab = await story.begin(createLab())
    staff = await lab.signIn()
    const clip = await renderClip({ seconds: 4, widthPx: 426, heightPx: 240 })
    id = await publishClip(staff, clip, { 'zh-Hans': '草原法在身边' })
    desk = await story.signIn()
    await page().goto(`${lab.adminUrl}#/programmes/${id}`)
    await field('演出日期').waitFor()
  })

  it('when and where it was, and line by line who made it, without leaving the keys', async () => {
    await field('演出日期').fill('2026-08-15')
    await field('演出地点').fill('阿巴嘎旗文化广场')
    await page().getByRole('button', { name: '添加一项' }).press('Enter')
    await page().keyboard.type('其其格、巴图')
    await page().keyboard.press('Enter')
    await page().keyboard.type('乌日娜')
    await page().keyboard.press('Enter')
    await page().keyboard.type('锡林郭勒盟乌兰牧骑')
    await chooseRole(3, '演出')
    await field('第 2 项蒙古文姓名').fill(MONGOLIAN)
    await save()
    const { performedOn, venue, credits } = await stored()
    expect({ performedOn, venue, credits }).toEqual({
      performedOn: '2026-08-15',
      venue: { 'zh-Hans': '阿巴嘎旗文化广场' },
      credits: [
        { role: 'writer', names: { 'zh-Hans': '其其格、巴图' } },
        { role: 'director', names: { 'zh-Hans': '乌日娜', 'mn-Mong': MONGOLIAN } },
        { role: 'performer', names: { 'zh-Hans': '锡林郭勒盟乌兰牧骑' } },
      ],
    })
    expect(await barriersOn(page())).toEqual([])
    await page().getByRole('heading', { name: '主创人员', exact: true }).scrollIntoViewIfNeeded()
    await desk.screenshot('performance-facts')
  })

  it('puts lines in another order, takes one away, and leaves an empty one out', async () => {
    await page().getByRole('button', { name: '上移第 3 项' }).click()
    await page().getByRole('button', { name: '上移第 2 项' }).click()
    await page().getByRole('button', { name: '删除第 2 项' }).click()
    await page().getByRole('button', { name: '添加一项' }).click()
    await save()
    expect((await stored()).credits?.map(({ role }) => role)).toEqual(['performer', 'director'])
    await expect
      .poll(() =>
        page()
          .getByRole('combobox', { name: /第 \d 项职务/ })
          .count(),
      )
      .toBe(2)
  })

  it('Enter goes on to the line beneath, and adds none after an empty one', async () => {
    const lines = () =>
      page()
        .getByRole('combobox', { name: /第 \d 项职务/ })
        .count()
    await field('第 1 项姓名').press('Enter')
    await page().keyboard.type('导')
    expect(await field('第 2 项姓名').inputValue()).toBe('乌日娜导')
    await page().keyboard.press('Backspace')
    await page().keyboard.press('Enter')
    await page().keyboard.press('Enter')
    expect(await lines()).toBe(3)
    await page().getByRole('button', { name: '删除第 3 项' }).click()
    expect(await lines()).toBe(2)
  })

  it('and viewers read it, each in their language, once it is published', async () => {
    await page().getByRole('button', { name: '发布修改' }).click()
    await expect.poll(async () => (await stored()).isChanged).toBe(false)
    const tablet = await story.open(TABLET_LANDSCAPE)
    await tablet.page.goto(`${lab.origin}/tablet/#/programme/${id}`)
    await tablet.page.getByText('2026年8月15日').waitFor()
    await tablet.page.getByText('阿巴嘎旗文化广场').waitFor()
    const credits = tablet.page.locator('.credits-list')
    expect(await credits.locator('dt').allTextContents()).toEqual(['演出', '导演'])
    expect(await credits.locator('dd').allTextContents()).toEqual(['锡林郭勒盟乌兰牧骑', '乌日娜'])
    await tablet.screenshot('performance-facts-tablet')
    await tablet.page
      .getByRole('button', { name: /ᠮᠣᠩᠭᠣᠯ|蒙古文/ })
      .first()
      .click()
    await expect.poll(() => credits.locator('dd').last().textContent()).toBe(MONGOLIAN)
    expect(await credits.locator('dd').last().locator('[lang]').getAttribute('lang')).toBe('mn-Mong')
    await tablet.screenshot('performance-facts-tablet-mongolian')
  })

  it('on a television it stands at the end of the page, and OK opens all of a line', async () => {
    const watched = await story.open(TV_SCREEN)
    const tv = new TvApp(watched.page)
    await tv.open(`${lab.tvUrl}#/programme/${id}`)
    await tv.waitForFocusIn('Programme', 'Hero')
    const entry = (at: number): string => `App.Page.Programme.Scroll.Rails.Rail0.Items.Item${String(at)}.Frame`
    await tv.press('ArrowDown')
    await tv.waitForFocusIn('Rail0', 'Item0')
    expect([await tv.words(`${entry(0)}.Role`), await tv.words(`${entry(0)}.Names`)]).toEqual(['演出', '锡林郭勒盟乌兰牧骑'])
    await tv.press('ArrowRight')
    await tv.waitForFocusIn('Rail0', 'Item1')
    await tv.settle()
    await watched.screenshot('performance-facts-tv')
    await tv.press('Enter')
    await tv.waitForFocusIn('Reading')
    expect(await tv.words('App.Reading.Panel.Window.Text')).toBe('乌日娜')
    await tv.settle()
    await watched.screenshot('performance-facts-tv-read')
    await tv.press('Backspace')
    await tv.press('ContextMenu')
    await tv.waitForFocusIn('Header')
    await tv.press('Enter')
    await expect.poll(() => tv.words(`${entry(1)}.Names`)).toBe(MONGOLIAN)
    await tv.press('ContextMenu')
    await tv.waitForFocusIn('Rail0', 'Item1')
    expect(await tv.isVertical(`${entry(1)}.Names`)).toBe(true)
    await tv.settle()
    await watched.screenshot('performance-facts-tv-mongolian')
    await tv.press('Enter')
    await tv.waitForFocusIn('Reading')
    expect(await tv.isVertical('App.Reading.Panel.Window.Text')).toBe(true)
    await tv.settle()
    await watched.screenshot('performance-facts-tv-mongolian-read')
  })

  it('a day that is half taken away stays what it was, and goes when all of it is', async () => {
    await field('演出日期').focus()
    await page().keyboard.press('Backspace')
    await page().keyboard.press('Control+s')
    await expect.poll(() => field('演出日期').evaluate((input) => input.matches(':invalid:focus'))).toBe(true)
    expect(await stored()).toMatchObject({ performedOn: '2026-08-15' })
    for (const key of ['Backspace', 'ArrowRight', 'Backspace', 'ArrowRight', 'Backspace']) await page().keyboard.press(key)
    await save()
    expect(await stored()).not.toHaveProperty('performedOn')
  })

  it('half a day is none, and a licence that ends before it begins is refused at its field', async () => {
    await field('授权首日').fill('2026-12-05')
    await field('授权截止日').pressSequentially('12')
    await page().keyboard.press('Control+s')
    await expect.poll(() => field('授权截止日').evaluate((input) => input === document.activeElement)).toBe(true)
    expect(await stored()).not.toHaveProperty('rights')
    await field('授权截止日').fill('2026-12-04')
    await page().keyboard.press('Control+s')
    await page().getByText('授权截止日早于授权首日，请修改。').waitFor()
    await desk.screenshot('licence-refused')
    expect(await stored()).not.toHaveProperty('rights')
  })

  it('a licence that is over takes the work from the public by itself, and says so', async () => {
    await field('授权方').fill('锡林郭勒盟乌兰牧骑')
    await field('授权首日').fill('2026-01-01')
    await field('授权截止日').fill('2999-12-31')
    await save()
    await page().getByRole('button', { name: '发布修改' }).click()
    await expect.poll(async () => (await stored()).licence?.state).toBe('running')
    expect(await publicStatus()).toBe(200)
    await field('授权首日').fill('2999-01-01')
    await save()
    await page().getByRole('button', { name: '发布修改' }).click()
    await page().getByText('授权从 2999-01-01 开始，在此之前观众看不到。').waitFor()
    await expect.poll(publicStatus).toBe(404)
    await field('授权首日').fill('2020-01-01')
    await field('授权截止日').fill('2020-12-31')
    await page().getByText('授权期已过，观众看不到。请续期后填写新的授权截止日。').waitFor()
    expect(await page().getByRole('button', { name: '发布修改' }).isDisabled()).toBe(true)
    expect(await barriersOn(page())).toEqual([])
    await desk.screenshot('licence-over')
  })
})
