import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Lab } from '../../lab/lab.ts'
import { launchBrowser, openPage, TV_SCREEN, type WatchedPage } from '../fixtures/browser.ts'
import { createReadyLab } from '../fixtures/ready-lab.ts'
import { TvApp } from '../page-objects/tv-app.ts'

const PREVIEW = 'App.Page.Home.Scroll.FilmPreview.Image'

describe('whoever rests on a film that is put forward', () => {
  let lab: Lab
  let browser: Browser
  let watched: WatchedPage
  let tv: TvApp

  beforeAll(async () => {
    lab = await createReadyLab('film')
    browser = await launchBrowser()
    watched = await openPage(browser, lab.origin, TV_SCREEN)
    tv = new TvApp(watched.page)
  })
  afterAll(async () => {
    await browser?.close()
    await lab?.stop()
  })

  it('sees more of it, silently, until the focus goes on', async () => {
    await tv.open(lab.tvUrl)
    await tv.waitForFocusIn('Hero', 'Play')
    await expect.poll(() => tv.isPainted(PREVIEW)).toBe(true)
    await tv.settle()
    await watched.screenshot('tv-film-preview')
    expect(await tv.video()).toBeNull()
    await tv.press('ArrowDown')
    await tv.waitForFocusIn('Rail0')
    expect(await tv.isSeen(PREVIEW)).toBe(false)
    await tv.press('ArrowUp')
    await tv.waitForFocusIn('Hero')
    await expect.poll(() => tv.isPainted(PREVIEW)).toBe(true)
    await tv.press('Enter')
    await tv.waitForVideo('the film', (video) => video.seconds > 0.5)
    expect(watched.faults).toEqual([])
  })
})
