import type { ProgrammeId } from '@ulan/contract'
import type { Browser, Locator } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Lab } from '../../lab/lab.ts'
import { boxOf, overlap } from '../fixtures/box.ts'
import { launchBrowser, openPage, TV_SCREEN, type WatchedPage } from '../fixtures/browser.ts'
import {
  expectApart,
  expectAt,
  expectPinned,
  expectScrolledAndStill,
  readRegionCues,
  regionOf,
  type SeenCues,
} from '../fixtures/cue-regions.ts'
import { createReadyLab, filmOf } from '../fixtures/ready-lab.ts'
import { tellInOrder } from '../fixtures/story.ts'
import { TvApp } from '../page-objects/tv-app.ts'

/** What the controls of a paused film take of a screen of 1080 lines. */
const HEAD = { x: 0, y: 0, width: 1920, height: 138 }
const TITLE = { x: 96, y: 160, width: 180, height: 560 }
const FOOT = { x: 0, y: 930, width: 1920, height: 150 }

declare global {
  interface Window {
    /** From where each move of an element began, since `watchMoves`. */
    moves?: string[]
  }
}
/** Runs in the page: writes down what is moved, and moves it. */
function watchMoves(): void {
  const { animate } = Element.prototype
  window.moves = []
  Element.prototype.animate = function (frames, options) {
    const [first] = Array.isArray(frames) ? frames : []
    window.moves?.push(String(first?.['transform']))
    return animate.call(this, frames, options)
  }
}

describe('subtitles on a television', () => {
  tellInOrder()
  let lab: Lab
  let browser: Browser
  let watched: WatchedPage
  let tv: TvApp
  let id: ProgrammeId
  const line = (): Locator => watched.page.locator('.cues p[lang="zh-Hans"]').filter({ hasText: '禁止开垦草原' })
  const column = (): Locator => watched.page.locator('.cues p[lang="mn-Mong"]')

  beforeAll(async () => {
    lab = await createReadyLab('film')
    id = await filmOf(lab)
    browser = await launchBrowser()
    watched = await openPage(browser, lab.origin, TV_SCREEN)
    tv = new TvApp(watched.page)
    await tv.open(`${lab.tvUrl}#/play/${id}`)
  })
  afterAll(async () => {
    await browser?.close()
    await lab?.stop()
  })
  afterEach(() => expect(watched.faults).toEqual([]))

  it('are there in Chinese without a press, over the picture and clear of the controls', async () => {
    await line().waitFor()
    await tv.waitForVideo('the picture to move', (video) => video.seconds > 0.5)
    await watched.screenshot('tv-subtitles')
    await tv.press('Enter')
    await tv.waitForVideo('a pause', (video) => video.isPaused)
    await expect.poll(async () => overlap(await boxOf(line()), FOOT)).toBe(false)
    const font = await line().evaluate((box) => Number.parseFloat(getComputedStyle(box).fontSize))
    expect(font, 'to be read from three metres').toBeGreaterThan(40)
    expect(await column().count()).toBe(0)
  })

  it('grow with each press of ↓ while the controls are there, then go, then begin small, and stay so for the next film', async () => {
    const words = (): Promise<string | undefined> => tv.words('App.Page.Player.Transport.Captions')
    const fontPx = (): Promise<number> => line().evaluate((box) => Number.parseFloat(getComputedStyle(box).fontSize))
    await expect.poll(words).toBe('字幕 · 中')
    const middlePx = await fontPx()
    await tv.press('ArrowDown', 2)
    await expect.poll(words).toBe('字幕 · 特大')
    await expect.poll(fontPx).toBeGreaterThan(middlePx * 1.4)
    await tv.settle()
    await watched.screenshot('tv-subtitles-huge')
    await tv.press('ArrowDown')
    await expect.poll(words).toBe('关闭字幕')
    await line().waitFor({ state: 'detached' })
    await tv.press('ArrowDown', 2)
    await expect.poll(fontPx).toBe(middlePx)
    await tv.press('ArrowDown')
    await expect.poll(() => watched.page.evaluate(() => localStorage.getItem('ulan.tv.captions'))).toBe('large')
  })

  it('and the sound follow the language of the screen, which is one press away: columns at the left edge', async () => {
    const asked = watched.page.waitForRequest((request) => /\/audio-2\b/.test(request.url()))
    await tv.press('ContextMenu')
    await tv.waitForFocusIn('Header')
    await tv.press('Enter')
    await column().waitFor()
    await asked
    await expect.poll(() => line().count()).toBe(0)
    const standing = async (): Promise<readonly boolean[]> => {
      const left = await boxOf(column())
      return [left.height > left.width, left.x < 400, ...[HEAD, FOOT, TITLE].map((around) => overlap(left, around))]
    }
    await expect.poll(standing).toEqual([true, true, false, false, false])
    await tv.settle()
    await watched.screenshot('tv-subtitles-mongolian')
  })

  it('go with the film', async () => {
    // The first press leaves the languages.
    await tv.press('Backspace')
    await tv.waitForPage('Player')
    await tv.press('Backspace')
    await tv.waitForPage('Home')
    await expect.poll(() => watched.page.locator('.film-cues').count()).toBe(0)
  })

  it('leave the sound alone for whoever has chosen it once, which the television remembers', async () => {
    await watched.page.goto('about:blank')
    await tv.open(`${lab.tvUrl}#/settings`)
    await tv.waitForFocusIn('Settings', 'Language')
    await tv.goToSetting('Sound')
    expect(await tv.words('App.Page.Settings.Rows.Sound.Frame.Value')).toBe('跟随界面语言')
    // In columns ↓ takes the next.
    await tv.press('ArrowDown')
    await expect.poll(() => tv.words('App.Page.Settings.Rows.Sound.Frame.Value')).toBe('汉语')
    await watched.page.goto('about:blank')
    const asked = watched.page.waitForRequest((request) => /\/audio\//.test(request.url()))
    await tv.open(`${lab.tvUrl}#/play/${id}`)
    await column().waitFor()
    await asked
    expect(await line().count(), 'subtitles are of the screen').toBe(0)
  })
})

describe('subtitles of two speakers, each in a region, on a television', () => {
  tellInOrder()
  let lab: Lab
  let browser: Browser
  let watched: WatchedPage
  let tv: TvApp
  const seen = (): Promise<SeenCues> => watched.page.evaluate(readRegionCues)

  beforeAll(async () => {
    lab = await createReadyLab('regions')
    const id = await filmOf(lab)
    browser = await launchBrowser()
    watched = await openPage(browser, lab.origin, TV_SCREEN)
    await watched.page.addInitScript(watchMoves)
    tv = new TvApp(watched.page)
    await tv.open(`${lab.tvUrl}#/play/${id}`)
  })
  afterAll(async () => {
    await browser?.close()
    await lab?.stop()
  })
  afterEach(() => expect(watched.faults).toEqual([]))

  it('move older ones up by a line as the next is said', async () => {
    await tv.waitForVideo('all to be said', ({ seconds }) => seconds > 3.2)
    const moves = (): Promise<readonly string[]> => watched.page.evaluate(() => window.moves ?? [])
    // 巴特尔 says four lines: the first has none above it to move.
    await expect.poll(moves).toHaveLength(3)
    const { height, lines } = regionOf(await seen(), '走吧')
    for (const move of await moves()) expectAt(Number(/^translateY\(([\d.]+)px\)$/.exec(move)?.[1]), height / lines)
  })

  it('stand where their regions are pinned, and elsewhere than the controls and lines without a region', async () => {
    await tv.press('Enter')
    await tv.waitForVideo('a pause', (video) => video.isPaused)
    await tv.settle()
    const laid = await seen()
    expectPinned(laid)
    expectScrolledAndStill(laid)
    expectApart(laid, [HEAD, FOOT])
    await watched.screenshot('tv-subtitles-regions')
  })

  it('are seen again when the hand has steered there and back: no picture of another place stands over them', async () => {
    const preview = 'App.Page.Player.Transport.Preview'
    await tv.press('ArrowRight')
    await expect.poll(() => tv.isSeen(preview)).toBe(true)
    await tv.press('ArrowLeft')
    await expect.poll(() => tv.isSeen(preview)).toBe(false)
  })

  it('have as many lines in the largest size', async () => {
    const { height } = regionOf(await seen(), '走吧')
    await tv.press('ArrowDown', 2)
    await expect.poll(async () => regionOf(await seen(), '走吧').height).toBeGreaterThan(height * 1.4)
    expectPinned(await seen())
    await tv.settle()
    await watched.screenshot('tv-subtitles-regions-huge')
  })
})
