import { homeSchema } from '@ulan/contract/schemas'
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { createLab, type Lab } from '../../lab/lab.ts'
import { launchBrowser, openPage, TABLET_LANDSCAPE, TV_SCREEN, type WatchedPage } from '../fixtures/browser.ts'
import { renderClip } from '../fixtures/clip.ts'
import { newsroomStory } from '../fixtures/newsroom-story.ts'
import { createReadyLab } from '../fixtures/ready-lab.ts'
import { tellInOrder } from '../fixtures/story.ts'
import { AdminApp } from '../page-objects/admin-app.ts'
import { TabletApp } from '../page-objects/tablet-app.ts'
import { TvApp } from '../page-objects/tv-app.ts'

const SMALL_DESK = { viewport: { width: 1280, height: 800 }, locale: 'zh-CN' } as const
const ORGANISER = '自治区司法厅'

describe('an administrator decides about languages', () => {
  const story = newsroomStory()
  let lab: Lab
  let desk: WatchedPage
  let admin: AdminApp

  beforeAll(async () => {
    lab = await story.begin(createLab({ env: { TRANSCODE_WORKERS: '0' } }))
    const staff = await lab.signIn()
    const clip = await renderClip({ seconds: 3, widthPx: 640, heightPx: 360 })
    const { id: assetId } = await staff.uploadAsset(clip.bytes, 'show.mp4')
    await staff.must('createProgramme', { body: { kind: 'performance', title: { 'zh-Hans': '草原法在身边' }, assetId } })
    desk = await story.signIn({ screen: SMALL_DESK })
    admin = new AdminApp(desk.page)
  })

  const languages = () => admin.card('语言')
  const press = (name: string) => languages().getByRole('button', { name, exact: true }).click()
  const told = async () => homeSchema.parse(await lab.visitor().must('readHome')).languages

  it('a programme has a field for the title in every language that is offered', async () => {
    await desk.page.getByText('草原法在身边').first().click()
    for (const title of [admin.chineseTitle(), admin.mongolianTitle(), desk.page.getByLabel('西里尔蒙古文标题')]) await title.waitFor()
    await desk.screenshot('admin-titles')
    await admin.backToList()
  })

  it('moves Cyrillic up, and undoes it; Chinese cannot be moved', async () => {
    await admin.openSettings()
    await languages().getByText('固定在首位').waitFor()
    await languages().scrollIntoViewIfNeeded()
    await desk.screenshot('admin-languages')
    expect(
      await languages()
        .getByRole('button', { name: /：中文$/ })
        .count(),
    ).toBe(0)
    await press('上移：西里尔蒙古文')
    expect(await admin.languageNames()).toEqual(['中文', '西里尔蒙古文', '传统蒙古文'])
    await press('撤销修改')
    expect(await admin.languageNames()).toEqual(['中文', '传统蒙古文', '西里尔蒙古文'])
  })

  it('offers two languages and asks for both titles; viewers are told at once, and words typed beside it stay', async () => {
    await desk.page.getByLabel('主办单位').fill(ORGANISER)
    await languages().getByRole('checkbox', { name: '西里尔蒙古文', exact: true }).uncheck()
    await languages().getByRole('checkbox', { name: '发布前须有标题：传统蒙古文' }).check()
    await desk.screenshot('admin-languages-changed')
    await press('保存')
    await languages()
      .getByText(/^admin@localhost 于 .+ 设定$/)
      .waitFor()
    await desk.screenshot('admin-languages-saved')
    expect(await told()).toEqual(['zh-Hans', 'mn-Mong'])
    expect(await desk.page.getByLabel('主办单位').inputValue()).toBe(ORGANISER)
  })

  it('an editor is asked for the Mongolian title before publishing, in words', async () => {
    await desk.page.getByRole('link', { name: '节目', exact: true }).click()
    await desk.page.getByText('草原法在身边').first().click()
    await admin.card('发布').getByText('请填写蒙古文标题。').waitFor()
    expect(await admin.publishButton().isEnabled()).toBe(false)
    expect(await desk.page.getByLabel('西里尔蒙古文标题').count()).toBe(0)
    await desk.screenshot('admin-languages-blocked')
    await admin.mongolianTitle().fill('ᠬᠠᠤᠯᠢ')
    await admin.publishButton().click()
    await expect.poll(() => admin.takeDownButton().isVisible()).toBe(true)
  })
})

describe('viewers of a language that is taken away', () => {
  tellInOrder()
  let lab: Lab
  let browser: Browser
  let tv: WatchedPage
  let tablet: WatchedPage

  beforeAll(async () => {
    lab = await createReadyLab('samples')
    browser = await launchBrowser()
    tv = await openPage(browser, lab.origin, TV_SCREEN)
    tablet = await openPage(browser, lab.origin, TABLET_LANDSCAPE)
  })
  afterAll(async () => {
    await browser?.close()
    await lab?.stop()
  })
  afterEach(() => expect([...tv.faults, ...tablet.faults]).toEqual([]))

  const switchOfTablet = () => tablet.page.locator('.languages').getByRole('button').allTextContents()

  it('read Cyrillic on both', async () => {
    const remote = new TvApp(tv.page)
    await remote.open(lab.tvUrl)
    await remote.press('ContextMenu')
    await remote.waitForFocusIn('Header')
    await remote.press('Enter', 2)
    await expect.poll(() => remote.words('App.Header.Brand')).toBe('Улаан мөчир')
    const app = new TabletApp(tablet.page)
    await app.open(lab.tabletUrl)
    expect(await switchOfTablet()).toEqual(['中文', 'ᠮᠣᠩᠭᠣᠯ', 'Монгол'])
    await app.chooseLanguage('Монгол')
    await tablet.page.getByText('Улаан мөчир', { exact: true }).waitFor()
  })

  it('read Chinese when they come again, and find the two that are left', async () => {
    const staff = await lab.signIn()
    const { rev } = await staff.must('readSettings')
    await staff.must('updateSettings', { body: { rev, languages: { offered: ['zh-Hans', 'mn-Mong'], required: ['zh-Hans'] } } })
    const remote = new TvApp(tv.page)
    await remote.open(lab.tvUrl)
    await expect.poll(() => remote.words('App.Header.Brand')).toBe('法治乌兰牧骑')
    expect(await remote.words('App.Header.Switch.Names.Name2')).toBeUndefined()
    await remote.settle()
    await tv.screenshot('tv-two-languages')
    await tablet.page.reload()
    await tablet.page.getByText('法治乌兰牧骑', { exact: true }).first().waitFor()
    expect(await switchOfTablet()).toEqual(['中文', 'ᠮᠣᠩᠭᠣᠯ'])
    await new TabletApp(tablet.page).settle()
    await tablet.screenshot('tablet-two-languages')
  })
})
