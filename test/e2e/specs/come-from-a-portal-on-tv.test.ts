import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Lab } from '../../lab/lab.ts'
import { launchBrowser, openPage, TV_SCREEN, type WatchedPage } from '../fixtures/browser.ts'
import { openPortal, type Portal } from '../fixtures/portal.ts'
import { createReadyLab } from '../fixtures/ready-lab.ts'
import { tellInOrder } from '../fixtures/story.ts'
import { TvApp } from '../page-objects/tv-app.ts'
import { TV_IS_PAINTED } from '../page-objects/tv-painting.ts'

describe('whoever comes from the portal of an operator, which has the app below a path of its own', () => {
  tellInOrder()
  let lab: Lab
  let portal: Portal
  let browser: Browser
  let watched: WatchedPage
  let tv: TvApp

  beforeAll(async () => {
    lab = await createReadyLab('film')
    portal = await openPortal(lab.origin)
    browser = await launchBrowser()
    watched = await openPage(browser, portal.origin, TV_SCREEN)
    tv = new TvApp(watched.page)
    await tv.open(`${portal.origin}/legal/tv/`)
    await watched.page.goto(portal.url)
    await watched.page.locator('a').click()
    await tv.waitForFocusIn('Home', 'Hero', 'Play')
  })
  afterAll(async () => {
    await browser?.close()
    await portal?.close()
    await lab?.stop()
  })
  afterEach(() => expect([...watched.faults, ...portal.strays]).toEqual([]))

  it('sees home with its pictures, which the page began to fetch before its code was there', async () => {
    await expect.poll(() => watched.page.evaluate<boolean>(TV_IS_PAINTED)).toBe(true)
    const asked = await watched.page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname))
    // The first answer was fetched aside, by the loader: the app has not asked again.
    expect(asked.filter((path) => path.includes('/api/v1/home'))).toEqual([])
    await watched.screenshot('tv-portal')
  })

  it('sees a film with its subtitles, and in small pictures while steering', async () => {
    await tv.press('Enter')
    await tv.waitForVideo('the picture', ({ seconds }) => seconds > 0)
    await watched.page.locator('.cues p[lang="zh-Hans"]').first().waitFor()
    // The list of small pictures may still be on its way at the first press; to and fro, so that the film does not end.
    const keys = ['ArrowRight', 'ArrowLeft'] as const
    let turn = 0
    const steer = async (): Promise<boolean> => {
      await tv.press(keys[turn % 2] ?? 'ArrowRight')
      turn += 1
      return tv.isSeen('App.Page.Player.Transport.Preview')
    }
    await expect.poll(steer).toBe(true)
    await expect.poll(() => watched.page.evaluate<boolean>(TV_IS_PAINTED)).toBe(true)
    await tv.press('Backspace')
    await tv.waitForPage('Home')
  })

  it('reads that the server is there, whose address is not the portal’s', async () => {
    await tv.openSettings()
    await expect.poll(() => tv.words('App.Page.Settings.Rows.Region.Frame.Value')).toBeDefined()
    await tv.goToSetting('About')
    await tv.press('Enter')
    await tv.waitForPage('Diagnostics')
    await expect.poll(() => tv.words('App.Page.Diagnostics.Rows.Value6')).toMatch(/^已连接，应答 \d+ 毫秒$/)
    await tv.press('Backspace')
    await tv.waitForPage('Settings')
    await tv.press('Backspace')
    await tv.waitForPage('Home')
  })

  it('comes back to the portal', async () => {
    await tv.press('Backspace')
    await tv.waitForFocusIn('Question')
    await tv.press('ArrowRight')
    await tv.waitForFocusIn('Question', 'Leave')
    await tv.press('Enter')
    await expect.poll(() => watched.page.url()).toBe(portal.url)
  })
})
