import type { ProgrammeId } from '@ulan/contract'
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Lab } from '../../lab/lab.ts'
import { launchBrowser, openPage, TABLET_LANDSCAPE, type WatchedPage } from '../fixtures/browser.ts'
import { createReadyLab } from '../fixtures/ready-lab.ts'
import { tellInOrder } from '../fixtures/story.ts'
import { TabletApp } from '../page-objects/tablet-app.ts'

const SONG = 'grassland-law-song' as ProgrammeId // of the starter catalogue

describe('searching on a shared tablet', () => {
  tellInOrder()
  let lab: Lab
  let browser: Browser
  let watched: WatchedPage
  let tablet: TabletApp

  beforeAll(async () => {
    lab = await createReadyLab('samples')
    browser = await launchBrowser()
    watched = await openPage(browser, lab.origin, TABLET_LANDSCAPE)
    tablet = new TabletApp(watched.page)
    await tablet.open(lab.tabletUrl)
  })
  afterAll(async () => {
    await browser?.close()
    await lab?.stop()
  })
  afterEach(() => expect(watched.faults).toEqual([]))

  it('opens by one tap, ready to type, with the newest programmes meanwhile', async () => {
    await tablet.openSearch()
    await expect.poll(() => tablet.searchField().evaluate((field) => field === document.activeElement)).toBe(true)
    await watched.page.getByRole('heading', { name: '最新节目' }).waitFor()
    expect(await tablet.cards().count()).toBeGreaterThan(10)
  })

  it('finds the song of the Grassland Law by initials while they are typed', async () => {
    await watched.page.keyboard.type('cyf')
    await watched.page.getByRole('heading', { name: /^找到 \d+ 个$/ }).waitFor()
    await tablet.card(SONG).waitFor()
    expect(await tablet.searchField().inputValue()).toBe('cyf')
    await tablet.settle()
    await watched.screenshot('tablet-search')
  })

  it('keeps question and results for whoever comes back from a programme, or loads the page again', async () => {
    await tablet.tapCard(SONG)
    await watched.page.getByRole('heading', { name: '草原法之歌', level: 1 }).waitFor()
    await tablet.tapButton('返回')
    await tablet.card(SONG).waitFor()
    expect(await tablet.searchField().inputValue()).toBe('cyf')
    await watched.page.reload()
    await tablet.card(SONG).waitFor()
    expect(await tablet.searchField().inputValue()).toBe('cyf')
  })

  it.each(['caoyuanfa', '草原法', 'хууль', 'ᠭᠠᠣᠯᠢ'])('finds it by %s too', async (question) => {
    await tablet.searchField().fill(question)
    await watched.page.waitForURL(`**/#/search/${encodeURIComponent(question)}`)
    await tablet.card(SONG).waitFor()
  })

  it('says so when there is nothing, and is empty again by one tap', async () => {
    await tablet.searchField().fill('飞碟')
    await watched.page.getByRole('heading', { name: '没有找到结果' }).waitFor()
    await tablet.settle()
    await watched.screenshot('tablet-search-nothing')
    await tablet.tapButton('清除')
    await watched.page.getByRole('heading', { name: '最新节目' }).waitFor()
    expect(await tablet.searchField().inputValue()).toBe('')
  })

  it('answers a link to another question while it is open, and Back leads to the one before', async () => {
    await tablet.searchField().fill('cyf')
    await watched.page.waitForURL('**/#/search/cyf')
    await tablet.followLink(`#/search/${encodeURIComponent('飞碟')}`)
    await watched.page.getByRole('heading', { name: '没有找到结果' }).waitFor()
    expect(await tablet.searchField().inputValue()).toBe('飞碟')
    await watched.page.goBack()
    await tablet.card(SONG).waitFor()
    expect(await tablet.searchField().inputValue()).toBe('cyf')
  })

  it('stands in columns in Mongolian, with what was typed', async () => {
    await tablet.searchField().fill('cyf')
    // The newest programmes, shown until then, hold the song too.
    await watched.page.getByRole('heading', { name: /^找到 \d+ 个$/ }).waitFor()
    await tablet.chooseLanguage('ᠮᠣᠩᠭᠣᠯ')
    await expect.poll(() => tablet.flow()).toBe('vertical')
    const title = watched.page.locator('.card-title[lang="mn-Mong"]').first()
    await title.waitFor()
    expect(await tablet.box(title)).toMatchObject({ writingMode: 'vertical-lr' })
    expect(await tablet.searchField().inputValue()).toBe('cyf')
    const field = await tablet.searchField().boundingBox()
    expect(field?.height, 'the field is a column').toBeGreaterThan(field?.width ?? 0)
    expect((await tablet.overflow()).downPx).toBeLessThanOrEqual(0)
    await tablet.settle()
    await watched.screenshot('tablet-search-mongolian')
    await tablet.chooseLanguage('中文')
  })
})

describe('searching without a network', () => {
  it('says so, and goes on by itself when it is back', async () => {
    const lab = await createReadyLab('samples')
    const browser = await launchBrowser()
    const { page } = await openPage(browser, lab.origin, TABLET_LANDSCAPE)
    const tablet = new TabletApp(page)
    await tablet.open(lab.tabletUrl)
    await tablet.openSearch()
    await tablet.cards().first().waitFor()
    await page.context().setOffline(true)
    await tablet.searchField().fill('草原法')
    await page.getByRole('heading', { name: '连接不上' }).waitFor()
    await page.context().setOffline(false)
    await tablet.card(SONG).waitFor()
    await browser.close()
    await lab.stop()
  })
})
