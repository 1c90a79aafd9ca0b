import type { Browser, Page, Route } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Lab } from '../../lab/lab.ts'
import { waitUntil } from '../../lab/wait-until.ts'
import { launchBrowser, openPage, TV_SCREEN, type WatchedPage } from '../fixtures/browser.ts'
import { createReadyLab } from '../fixtures/ready-lab.ts'
import { wrongTexts } from '../fixtures/shown-text.ts'
import { TvApp } from '../page-objects/tv-app.ts'
import { readTvScreen } from '../page-objects/tv-screen.ts'

const PIECES = '**/*.m4s'
const EVERYTHING = '**/{api,media}/**'
/** Of picture and sound, before the line is cut: some seconds of the film. */
const PIECES_BEFORE = 4
const GIVES_UP_MS = 150_000

describe('the line is cut in the midst of a film', () => {
  let lab: Lab
  let browser: Browser
  let watched: WatchedPage
  let page: Page
  let tv: TvApp

  beforeAll(async () => {
    lab = await createReadyLab('film')
    browser = await launchBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await lab?.stop()
  })
  beforeEach(async () => {
    watched = await openPage(browser, lab.origin, TV_SCREEN)
    page = watched.page
    tv = new TvApp(page)
  })
  afterEach(async () => {
    expect(wrongTexts(await texts())).toEqual([])
    expect(watched.faults).toEqual([])
    await watched.close()
  })

  const texts = async (): Promise<readonly string[]> => (await page.evaluate(readTvScreen)).texts
  const waitForWords = (words: string, timeoutMs?: number): Promise<unknown> =>
    waitUntil(`the words ${words}`, texts, (shown) => shown.some((text) => text.includes(words)), timeoutMs)
  const fail = (route: Route): Promise<void> => route.abort('internetdisconnected')

  /** Plays until the line is cut and what was there of the film has been seen; gives the second at which it stands. */
  async function watchUntilCut(): Promise<number> {
    let pieces = 0
    await page.route(PIECES, (route) => {
      pieces += 1
      return pieces > PIECES_BEFORE ? fail(route) : route.continue()
    })
    await tv.open(lab.tvUrl)
    await tv.waitForFocusIn('Hero', 'Play')
    await tv.press('Enter')
    await tv.waitForVideo('the film', ({ seconds }) => seconds > 0.5)
    await page.route(EVERYTHING, fail)
    await waitForWords('加载中')
    return (await tv.video())?.seconds ?? Number.NaN
  }
  async function mend(): Promise<void> {
    await page.unroute(EVERYTHING)
    await page.unroute(PIECES)
  }

  it('for a moment: it says that it loads, and goes on from where it stood', async () => {
    const stoodAt = await watchUntilCut()
    expect(stoodAt).toBeGreaterThan(1)
    await watched.screenshot('tv-line-cut')
    await mend()
    const { seconds } = await tv.waitForVideo('the film goes on', (video) => video.seconds > stoodAt + 1)
    expect(seconds - stoodAt, 'nothing is left out').toBeLessThan(4)
    await expect.poll(async () => (await texts()).join()).not.toContain('加载中')
  })

  it('for long: it says what to look after, and goes on by itself from where it stood', async () => {
    const stoodAt = await watchUntilCut()
    await waitForWords('连接不上', GIVES_UP_MS)
    await tv.waitForFocusIn('Notice', 'Retry')
    await tv.settle()
    await watched.screenshot('tv-line-cut-for-long')
    await mend()
    const { seconds } = await tv.waitForVideo('the film goes on', (video) => video.seconds > stoodAt + 1)
    expect(seconds - stoodAt, 'nothing is left out').toBeLessThan(4)
    await tv.waitForFocusIn('Player')
  })
})

describe('a box is switched off at the wall in the midst of a film', () => {
  it('tells with the next one how that one played, once', async () => {
    const lab = await createReadyLab('film')
    const browser = await launchBrowser()
    const watched = await openPage(browser, lab.origin, TV_SCREEN)
    const tv = new TvApp(watched.page)
    const watch = async (): Promise<void> => {
      await tv.open(lab.tvUrl)
      await tv.waitForFocusIn('Hero', 'Play')
      await tv.press('Enter')
      await tv.waitForVideo('the film', ({ seconds }) => seconds > 6)
    }
    await watch()
    // A page that is thrown away is told no more than a box without power.
    await watched.page.goto('about:blank')
    const told: unknown[] = []
    watched.page.on('request', (request) => {
      if (request.url().endsWith('/beacons')) told.push(request.postDataJSON())
    })
    await watch()
    await tv.press('Backspace')
    await tv.waitForPage('Home')
    await waitUntil(
      'both to be told',
      async () => told,
      (beacons) => beacons.length > 1,
    )
    const left = { beacons: [{ device: 'tv', end: 'left', watchedSeconds: expect.any(Number), start: { picture: expect.any(Number) } }] }
    expect(told).toMatchObject([left, left])
    const staff = await lab.signIn()
    const plays = await waitUntil(
      'both to be counted',
      async () => (await staff.must('readQuality', { query: { days: '2' } })).days.map((day) => day.plays),
      (counted) => counted.some((count) => count > 1),
    )
    expect(plays).toEqual([2])
    expect(watched.faults).toEqual([])
    await browser.close()
    await lab.stop()
  })
})

describe('a film without sound', () => {
  it('plays to its end, and nothing is offered to hear', async () => {
    const lab = await createReadyLab('soundless')
    const browser = await launchBrowser()
    const watched = await openPage(browser, lab.origin, TV_SCREEN)
    const tv = new TvApp(watched.page)
    await tv.open(lab.tvUrl)
    await tv.waitForFocusIn('Hero', 'Play')
    await tv.press('Enter')
    await tv.waitForVideo('the film', ({ seconds }) => seconds > 1)
    await tv.press('Enter')
    await tv.waitForVideo('a pause', ({ isPaused }) => isPaused)
    await tv.settle()
    await watched.screenshot('tv-soundless')
    const { texts } = await watched.page.evaluate(readTvScreen)
    expect(wrongTexts(texts)).toEqual([])
    await tv.press('Enter')
    await tv.waitForFocusIn('EndPanel')
    expect(watched.faults).toEqual([])
    await browser.close()
    await lab.stop()
  })
})
