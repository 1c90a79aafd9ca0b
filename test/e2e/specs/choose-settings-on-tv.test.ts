import type { RegionCode } from '@ulan/contract'
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Lab } from '../../lab/lab.ts'
import { launchBrowser, openPage, TV_SCREEN, type WatchedPage } from '../fixtures/browser.ts'
import { createReadyLab } from '../fixtures/ready-lab.ts'
import { wrongTexts } from '../fixtures/shown-text.ts'
import { tellInOrder } from '../fixtures/story.ts'
import { type Target, waitForTarget } from '../fixtures/target.ts'
import { TvApp } from '../page-objects/tv-app.ts'
import { readTvScreen } from '../page-objects/tv-screen.ts'

const ROWS = 'App.Page.Settings.Rows'

describe('somebody sets up the television of the house', () => {
  tellInOrder()
  let lab: Lab
  let browser: Browser
  let watched: WatchedPage
  let tv: TvApp

  beforeAll(async () => {
    lab = await createReadyLab('samples')
    browser = await launchBrowser()
    watched = await openPage(browser, lab.origin, TV_SCREEN)
    // As the shell of a box does that has its own way out.
    await watched.page.addInitScript(() => {
      Object.assign(window, { ulanShell: { exit: () => document.body.setAttribute('data-left', 'yes') } })
    })
    tv = new TvApp(watched.page)
  })
  afterAll(async () => {
    await browser?.close()
    await lab?.stop()
  })
  afterEach(async () => {
    expect(watched.faults).toEqual([])
    expect(wrongTexts((await watched.page.evaluate(readTvScreen)).texts)).toEqual([])
  })

  const shownIn = (row: string): Promise<string | undefined> => tv.words(`${ROWS}.${row}.Frame.Value`)

  it('is asked for the language first, once, each by its own name', async () => {
    await watched.page.goto(lab.tvUrl)
    await tv.waitForFocusIn('Welcome', 'Language0')
    await tv.settle()
    await watched.screenshot('tv-welcome')
    await tv.press('ArrowRight')
    await tv.waitForFocusIn('Welcome', 'Language1')
    await expect.poll(() => tv.isVertical('App.Page.Welcome.Brand')).toBe(true)
    await tv.settle()
    await watched.screenshot('tv-welcome-mongolian')
    await tv.press('Enter')
    await tv.waitForPage('Home')
    await expect.poll(() => tv.isVertical('App.Page.Home.Scroll.Rails.Rail0.Title')).toBe(true)
    await watched.page.goto('about:blank')
    await watched.page.goto(lab.tvUrl)
    await tv.waitForPage('Home')
    await tv.press('ContextMenu')
    await tv.waitForFocusIn('Header')
    await tv.press('ArrowLeft')
    await expect.poll(() => tv.isVertical('App.Page.Home.Scroll.Rails.Rail0.Title')).toBe(false)
    await tv.press('ArrowDown')
    await tv.waitForPage('Home')
  })

  it('stays on the row it went to when the regions come late, as one row more', async () => {
    const answers = Promise.withResolvers<void>()
    await watched.page.route('**/api/v1/regions*', (route) => answers.promise.then(() => route.continue()))
    await tv.openSettings()
    await tv.goToSetting('About')
    answers.resolve()
    await expect.poll(() => shownIn('Region')).toBe('不限')
    expect((await tv.focus()).at(-1)).toBe('About')
    expect(await tv.isLit(`${ROWS}.About`)).toBe(true)
    await watched.page.unrouteAll({ behavior: 'wait' })
    await watched.page.goto('about:blank')
    await watched.page.goto(lab.tvUrl)
    await tv.waitForPage('Home')
  })

  it('finds the settings beside the search, each with what it is now', async () => {
    await tv.openSettings()
    expect(tv.hash()).toBe('#/settings')
    expect([await shownIn('Language'), await shownIn('Captions'), await shownIn('Sleep')]).toEqual(['中文', '中', '不定时'])
    await expect.poll(() => shownIn('Region')).toBe('不限')
    await tv.settle()
    await watched.screenshot('tv-settings')
  })

  it('makes subtitles larger, up to the end, and they stay so', async () => {
    await tv.goToSetting('Captions')
    await tv.press('ArrowRight')
    await expect.poll(() => shownIn('Captions')).toBe('大')
    await tv.press('ArrowRight', 4)
    await expect.poll(() => shownIn('Captions')).toBe('关')
    await tv.press('ArrowLeft')
    await expect.poll(() => shownIn('Captions')).toBe('特大')
    await watched.page.goto('about:blank')
    await tv.open(`${lab.tvUrl}#/settings`)
    await tv.waitForFocusIn('Settings', 'Language')
    expect(await shownIn('Captions')).toBe('特大')
  })

  it('reads what this box is, for the telephone, and comes back to the same row', async () => {
    await tv.goToSetting('About')
    await tv.press('Enter')
    await tv.waitForPage('Diagnostics')
    await expect.poll(() => tv.words('App.Page.Diagnostics.Rows.Value6')).toMatch(/^已连接，应答 \d+ 毫秒$/)
    expect(await tv.words('App.Page.Diagnostics.Rows.Value0')).toBe('Desktop')
    expect(await tv.words('App.Page.Diagnostics.Rows.Value5')).toContain('H.264 1080p')
    await tv.settle()
    await watched.screenshot('tv-diagnostics')
    await tv.press('Backspace')
    await tv.waitForFocusIn('Settings', 'About')
  })

  it('chooses where the house stands: shows from there come first, and have a rail of their own', async () => {
    await tv.goToSetting('Region')
    expect(await shownIn('Region')).toBe('不限')
    for (const league of ['呼和浩特市', '包头市', '乌海市', '赤峰市']) {
      await tv.press('ArrowRight')
      await expect.poll(() => shownIn('Region')).toBe(league)
    }
    await tv.press('Backspace')
    await tv.waitForFocusIn('Home', 'Hero')
    const { rails } = await lab.visitor().must('readHome', {
      query: { locale: 'zh-Hans', device: 'tv', region: '150400' as RegionCode },
    })
    const local = rails.findIndex(({ title }) => title.text === '赤峰市')
    expect(rails[local]?.cards.map(({ id }) => id)).toEqual(['one-iou'])
    for (let row = 0; row <= local; row += 1) {
      await tv.press('ArrowDown')
      await tv.waitForFocusIn(`Rail${row}`)
    }
    expect(await tv.words(`App.Page.Home.Scroll.Rails.Rail${local}.Title`)).toBe('赤峰市')
    await tv.settle()
    await watched.screenshot('tv-rail-of-the-region')
    await tv.press('ArrowUp', local + 1)
    await tv.waitForFocusIn('Hero')
    await tv.openSettings()
    await tv.goToSetting('Region')
    for (const league of ['乌海市', '包头市', '呼和浩特市', '不限']) {
      await tv.press('ArrowLeft')
      await expect.poll(() => shownIn('Region')).toBe(league)
    }
    await tv.press('ArrowDown', 2)
    await tv.waitForFocusIn('Settings', 'About')
  })

  it('chooses Mongolian, whose settings stand in columns: ← → lead from one to the next, ↑ ↓ change', async () => {
    await tv.goToSetting('Language')
    await tv.press('ArrowRight')
    await expect.poll(() => tv.isVertical(`${ROWS}.Language.Frame.Value`)).toBe(true)
    await tv.press('ArrowRight')
    await tv.waitForFocusIn('Settings', 'Captions')
    await tv.press('ArrowUp')
    await expect.poll(() => shownIn('Captions')).not.toBe('特大')
    await tv.settle()
    await watched.screenshot('tv-settings-mongolian')
    // Past the first column there is the header.
    await tv.press('ArrowLeft')
    await tv.waitForFocusIn('Settings', 'Language')
    await tv.press('ArrowLeft')
    await tv.waitForFocusIn('Header', 'Find')
    await tv.press('ArrowDown')
    await tv.press('ArrowUp')
    await expect.poll(() => shownIn('Language')).toBe('中文')
    await tv.press('Backspace')
    await tv.waitForPage('Home')
  })

  it('goes up with Back from far down, and is not asked yet', async () => {
    // Home is fetched in the language just chosen.
    await tv.waitForFocusIn('Home', 'Hero')
    await tv.goToCard(1, 1)
    await tv.press('Backspace')
    await tv.waitForFocusIn('Home', 'Hero')
    await tv.press('ArrowDown')
    await tv.waitForFocusIn('Rail0')
    await tv.press('ArrowDown')
    await tv.waitForFocusIn('Rail1', 'Item1')
    await tv.press('Backspace')
    await tv.waitForFocusIn('Home', 'Hero')
  })

  it('is asked before Back leaves, and stays with one press', async () => {
    await tv.press('Backspace')
    await tv.waitForFocusIn('Question', 'Stay')
    await tv.settle()
    await watched.screenshot('tv-leave')
    await tv.press('Enter')
    await tv.waitForFocusIn('Home')
    await tv.press('Backspace')
    await tv.waitForFocusIn('Question')
    await tv.press('Backspace')
    await tv.waitForFocusIn('Home')
    const hasLeft = (): Promise<boolean> => watched.page.evaluate(() => document.body.hasAttribute('data-left'))
    expect(await hasLeft()).toBe(false)
    await tv.press('Backspace')
    await tv.waitForFocusIn('Question')
    await tv.press('ArrowRight')
    await tv.waitForFocusIn('Question', 'Leave')
    await tv.press('Enter')
    await expect.poll(hasLeft).toBe(true)
  })

  it('is told which key leaves where the box keeps the app all the same', async () => {
    await tv.waitForFocusIn('Question', 'Stay')
    await expect.poll(() => tv.words('App.Question.Text')).toBe('请按遥控器上的主页键离开。')
    await tv.settle()
    await watched.screenshot('tv-kept')
    await tv.press('Enter')
    await tv.waitForFocusIn('Home')
  })
})

describe('an evening in front of the television', () => {
  tellInOrder()
  let lab: Lab
  let browser: Browser
  let watched: WatchedPage
  let tv: TvApp
  let target: Target

  beforeAll(async () => {
    lab = await createReadyLab('playable')
    browser = await launchBrowser()
    target = await waitForTarget(lab.visitor(), 'tv')
    watched = await openPage(browser, lab.origin, TV_SCREEN)
    await watched.page.clock.install()
    tv = new TvApp(watched.page)
    await tv.open(lab.tvUrl)
    await tv.waitForPage('Home')
  })
  afterAll(async () => {
    await browser?.close()
    await lab?.stop()
  })
  afterEach(() => expect(watched.faults).toEqual([]))

  const isResting = (): Promise<boolean> => tv.isSeen('App.Rest')

  it('a screen that nobody uses goes dark, and a press brings it back without doing anything else', async () => {
    await tv.press('ArrowDown')
    await tv.waitForFocusIn('Home', 'Rail0', 'Item0')
    await expect.poll(() => wait(watched, '06:00').then(isResting)).toBe(true)
    expect(await tv.words('App.Rest.Scene.Clock')).toMatch(/^\d{1,2}:\d\d$/)
    await watched.screenshot('tv-rest')
    const first = await watched.page.evaluate(whereTheClockIs)
    await wait(watched, '00:30')
    expect(await watched.page.evaluate(whereTheClockIs)).not.toEqual(first)
    await tv.press('ArrowRight')
    await expect.poll(isResting).toBe(false)
    expect(await tv.focus()).toContain('Item0')
    await tv.press('ArrowRight')
    await tv.waitForFocusIn('Home', 'Rail0', 'Item1')
    await tv.press('ArrowUp')
    await tv.waitForFocusIn('Home', 'Hero')
  })

  it('a film keeps the screen awake, until the time that was chosen is over: then it stands still', async () => {
    await tv.openSettings()
    await tv.goToSetting('Sleep')
    await tv.press('ArrowRight')
    await expect.poll(() => tv.words('App.Page.Settings.Rows.Sleep.Frame.Value')).toBe('15 分钟后')
    await tv.press('Backspace')
    await tv.waitForPage('Home')
    await tv.goToCard(target.rail, target.item)
    await tv.press('Enter')
    await tv.waitForFocusIn('Programme', 'Play')
    await tv.press('Enter')
    await tv.waitForVideo('the picture to move', (video) => video.seconds > 0)
    await wait(watched, '06:00')
    expect(await isResting()).toBe(false)
    await wait(watched, '10:00')
    await tv.waitForVideo('the film to stand still', (video) => video.isPaused)
    await expect.poll(isResting).toBe(true)
    expect(await tv.words('App.Rest.Scene.Words')).toContain('节目已经停下')
    await watched.screenshot('tv-sleep')
    await tv.press('Enter')
    await expect.poll(isResting).toBe(false)
    expect((await tv.video())?.isPaused).toBe(true)
    await tv.press('Enter')
    await tv.waitForVideo('the film to go on', (video) => !video.isPaused)
  })
})

/** Lets so many minutes and seconds pass for the page. */
const wait = (watched: WatchedPage, time: string): Promise<void> => watched.page.clock.fastForward(time)

/** Runs in the page. */
function whereTheClockIs(): readonly number[] {
  const scene = window.__app?.tag('App.Rest.Scene')
  return [scene?.x ?? 0, scene?.y ?? 0]
}
