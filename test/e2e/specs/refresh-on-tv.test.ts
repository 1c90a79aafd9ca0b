import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Lab } from '../../lab/lab.ts'
import { launchBrowser, openPage, TV_SCREEN, type WatchedPage } from '../fixtures/browser.ts'
import { changePublished } from '../fixtures/change-published.ts'
import { createReadyLab } from '../fixtures/ready-lab.ts'
import { TvApp } from '../page-objects/tv-app.ts'

const FIRST_TITLE = 'App.Page.Home.Scroll.Rails.Rail0.Items.Item0.Title'

describe('a television that waits for clips in preparation', () => {
  let lab: Lab
  let browser: Browser
  let watched: WatchedPage
  let tv: TvApp

  beforeAll(async () => {
    lab = await createReadyLab('samples')
    browser = await launchBrowser()
    watched = await openPage(browser, lab.origin, TV_SCREEN)
    tv = new TvApp(watched.page)
    await tv.open(lab.tvUrl)
    await tv.settle()
  })
  afterAll(async () => {
    await browser?.close()
    await lab?.stop()
  })

  it('shows what is new without a blink of what was there', async () => {
    await tv.press('ArrowDown')
    const focus = await tv.waitForFocusIn('Rail0', 'Item0')
    await tv.settle()
    await tv.watchPosters()
    const staff = await lab.signIn()
    const home = await lab.visitor().must('readHome', { query: { locale: 'zh-Hans', device: 'tv' } })
    const card = home.rails[0]?.cards[0]
    if (card?.kind !== 'programme') throw new Error('the first card is no programme')
    const { id } = card
    await changePublished(staff, id, { title: { 'zh-Hans': '新琴声' } })
    await expect.poll(() => tv.words(FIRST_TITLE), { timeout: 45_000 }).toBe('新琴声')
    expect(await tv.focus()).toEqual(focus)
    expect(await tv.faintestPoster()).toBe(1)
    expect(watched.faults).toEqual([])
  })
})
