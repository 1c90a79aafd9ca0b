import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Lab } from '../../lab/lab.ts'
import { launchBrowser, openPage, TV_SCREEN, type WatchedPage } from '../fixtures/browser.ts'
import { createReadyLab, CHILDRENS_FILM as FILM } from '../fixtures/ready-lab.ts'
import { wrongTexts } from '../fixtures/shown-text.ts'
import { tellInOrder } from '../fixtures/story.ts'
import { KidsDesk } from '../page-objects/kids-desk.ts'
import { TvApp } from '../page-objects/tv-app.ts'
import { readTvScreen } from '../page-objects/tv-screen.ts'

const FILM_TITLE = '别轧我的草'
const OTHERS = 'grassland-law-song'
const CHILDRENS_TITLE = '小司来了'
const OTHERS_TITLE = '草原法之歌'
const NOT_HERE = '这个节目不在儿童模式里。'
const PIN = '2580'
const NEW_PIN = '1379'

describe('parents leave the television to a child', () => {
  tellInOrder()
  let lab: Lab
  let browser: Browser
  let watched: WatchedPage
  let tv: TvApp
  let desk: KidsDesk

  beforeAll(async () => {
    lab = await createReadyLab('children')
    browser = await launchBrowser()
    watched = await openPage(browser, lab.origin, TV_SCREEN)
    tv = new TvApp(watched.page)
    desk = new KidsDesk(tv)
    await tv.open(lab.tvUrl)
    await tv.waitForPage('Home')
  })
  afterAll(async () => {
    await browser?.close()
    await lab?.stop()
  })
  afterEach(async () => {
    expect(watched.faults).toEqual([])
    expect(wrongTexts(await texts())).toEqual([])
  })

  const texts = async (): Promise<readonly string[]> => (await watched.page.evaluate(readTvScreen)).texts
  const kidsRow = (): Promise<string | undefined> => tv.words('App.Page.Settings.Rows.Kids.Frame.Value')
  const typedAndFound = async (): Promise<readonly (string | undefined)[]> => [
    await tv.words('App.Page.Search.Desk.Field.Letters'),
    await tv.words('App.Page.Search.Desk.Results.Items.Item0.Title'),
  ]
  /** Looks at a screen in Chinese, and in Mongolian. */
  const look = async (name: string): Promise<void> => {
    await tv.settle()
    await watched.screenshot(`tv-kids-${name}`)
    await tv.press('ContextMenu')
    await tv.waitForFocusIn('Header')
    await tv.press('Enter')
    await tv.press('ContextMenu')
    await tv.waitForFocusIn('Kids')
    await tv.settle()
    await watched.screenshot(`tv-kids-${name}-mongolian`)
    await tv.press('ContextMenu')
    await tv.waitForFocusIn('Header')
    await tv.press('ArrowLeft')
    await tv.press('ContextMenu')
    await tv.waitForFocusIn('Kids')
  }
  /** Down the settings to the row of children's mode. */
  const goToKidsRow = async (): Promise<void> => {
    await expect.poll(() => tv.words('App.Page.Settings.Rows.Region.Frame.Value')).toBeDefined()
    await tv.goToSetting('Kids')
  }
  /** ↑ to the header, → to the settings, and OK: what comes then is the question of the PIN. */
  const askForSettings = async (): Promise<void> => {
    await tv.press('ArrowUp')
    await tv.waitForFocusIn('Header', 'Find')
    await tv.press('ArrowRight')
    await tv.waitForFocusIn('Header', 'Settings')
    await tv.press('Enter')
    await tv.waitForFocusIn('Kids', 'Pad')
  }
  /** As somebody would who begins the television with this address. */
  const openAt = async (hash: string): Promise<void> => {
    await watched.page.goto('about:blank')
    await tv.open(`${lab.tvUrl}${hash}`)
  }

  it('is set up in the settings: a PIN twice, by arrows and by number keys', async () => {
    await tv.openSettings()
    await goToKidsRow()
    expect(await kidsRow()).toBe('关')
    await tv.settle()
    await watched.screenshot('tv-kids-settings')
    await tv.press('Enter')
    await tv.waitForFocusIn('Kids', 'Pad', 'Key5')
    expect(tv.hash()).toBe('#/kids')
    expect(await desk.heading()).toBe('请设一个四位数密码')
    await look('choose')
    await tv.press('ArrowUp')
    await tv.press('Enter')
    for (const key of ['Key5', 'Key8', 'Key0']) {
      await tv.press('ArrowDown')
      await tv.waitForFocusIn('Pad', key)
      await tv.press('Enter')
    }
    await expect.poll(() => desk.heading()).toBe('请再输入一次')
    await desk.type('2581')
    await expect.poll(() => desk.note()).toBe('两次输入的不一样，请重新设。')
    // What is typed wrong can be taken back, and Back takes back the whole.
    await desk.type(`${PIN}9`)
    await tv.press('ArrowDown', 3)
    await tv.press('Enter')
    await tv.press('Backspace')
    await expect.poll(() => desk.heading()).toBe('请设一个四位数密码')
    await desk.type(PIN + PIN)
    await tv.waitForFocusIn('Kids', 'Notice', 'Minutes20')
    await look('minutes')
    const asked = watched.page.waitForRequest((request) => /\/home\?.*kids=1/.test(request.url()))
    await tv.press('Enter')
    await asked
    await tv.waitForFocusIn('Home', 'Hero')
  })

  it('shows what is for children, and nothing else', async () => {
    await tv.settle()
    await watched.screenshot('tv-kids-home')
    const shown = await texts()
    expect(shown.join()).toContain(CHILDRENS_TITLE)
    expect(shown.join()).not.toContain(OTHERS_TITLE)
    await tv.openSearch()
    // The law itself is sung of by others, and told to children: by its initials alone they find their own film.
    await tv.typeLetters('CYF')
    await expect.poll(typedAndFound).toEqual(['CYF', FILM_TITLE])
    await tv.typeLetters('ZG')
    await expect.poll(() => tv.isSeen('App.Page.Search.Desk.None')).toBe(true)
    await tv.press('Backspace')
    await tv.waitForPage('Home')
  })

  it('stays so over a restart, with the first question already', async () => {
    const homes: string[] = []
    watched.page.on('request', (request) => request.url().includes('/api/v1/home') && homes.push(request.url()))
    await openAt('')
    await tv.waitForPage('Home')
    // At once: it is asked again every few seconds.
    expect(homes).toEqual([expect.stringContaining('kids=1')])
    await expect.poll(async () => (await texts()).join()).toContain(CHILDRENS_TITLE)
  })

  it.each([
    ['programme', 'Programme'],
    ['play', 'Player'],
    ['quiz', 'Quiz'],
  ])('says of another’s %s that it is not in it, and leads home', async (page, ref) => {
    await openAt(`#/${page}/${OTHERS}`)
    await tv.waitForFocusIn(ref, 'Notice', 'Home')
    expect(await tv.words(`App.Page.${ref}.Notice.Text`)).toBe(NOT_HERE)
    await tv.settle()
    await watched.screenshot(`tv-kids-not-here-${page}`)
    await tv.press('Enter')
    await tv.waitForFocusIn('Home', 'Hero')
    expect(tv.hash()).toBe('#/')
  })

  it('asks for the PIN on the way to the settings, however one comes there', async () => {
    for (const page of ['settings', 'diagnostics']) {
      await openAt(`#/${page}`)
      await tv.waitForFocusIn('Kids', 'Pad')
      expect(await desk.heading()).toBe('请家长输入密码')
    }
    await tv.press('Backspace')
    await tv.waitForPage('Home')
    await askForSettings()
    await desk.type('0000')
    await expect.poll(() => desk.note()).toBe('密码不对，请再试一次。')
    await look('wrong')
  })

  it('waits after the third wrong PIN, which going out and in again does not pass by', async () => {
    await tv.press('Backspace')
    await tv.waitForPage('Home')
    await askForSettings()
    await desk.type('11112222')
    await expect.poll(() => desk.note()).toMatch(/^输错三次了，请等 \d+ 秒再试。$/)
    await desk.type(PIN)
    expect(await desk.heading()).toBe('请家长输入密码')
    await tv.press('Backspace')
    await tv.waitForPage('Home')
    await askForSettings()
    expect(await desk.note()).toMatch(/^输错三次了/)
    // Last: half a minute may pass while a busy machine draws it twice.
    await look('wait')
    // Waited for: a clock put in the place of the page's would tick for its frames and answers too.
    await expect.poll(() => desk.note(), { timeout: 60_000 }).toBeUndefined()
  })

  it('lets whoever has forgotten the PIN do a sum, and set a new one', async () => {
    await desk.forget()
    await look('sum')
    const wrong = (await desk.result()).replace(/\d/g, '0')
    await desk.type(wrong)
    await expect.poll(() => desk.note()).toBe('得数不对，换一道再试。')
    await desk.type(await desk.result())
    await expect.poll(() => desk.heading()).toBe('请设一个四位数密码')
    await desk.type(NEW_PIN + NEW_PIN)
    await tv.waitForFocusIn('Settings', 'Language')
  })

  it('lets a parent set another time, and is shut again when they leave', async () => {
    await goToKidsRow()
    expect(await kidsRow()).toBe('开')
    await tv.press('Enter')
    await tv.waitForFocusIn('Kids', 'Notice', 'Minutes')
    expect(await desk.sentence()).toContain('每天可看 20 分钟')
    await look('manage')
    await tv.press('Enter')
    await tv.waitForFocusIn('Kids', 'Notice', 'Minutes20')
    await tv.press('ArrowRight')
    await tv.waitForFocusIn('Kids', 'Notice', 'Minutes40')
    await tv.press('Enter')
    await tv.waitForFocusIn('Kids', 'Notice', 'Minutes')
    expect(await desk.sentence()).toContain('每天可看 40 分钟')
    await tv.press('Backspace')
    await tv.waitForFocusIn('Settings', 'Kids')
    await tv.press('Backspace')
    await tv.waitForPage('Home')
    await askForSettings()
    await tv.press('Backspace')
    await tv.waitForPage('Home')
  })

  it('ends the film when the day’s time is used, and says so', async () => {
    // Seen since this morning: all but twenty seconds of the forty minutes.
    await watched.page.evaluate(() => {
      const day = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
      localStorage.setItem('ulan.tv.kids.watched', `${day} 2380 0`)
    })
    await openAt(`#/programme/${FILM}`)
    await tv.waitForFocusIn('Programme', 'Play')
    await tv.press('Enter')
    await tv.waitForVideo('the picture', (video) => video.seconds > 0)
    await tv.waitForFocusIn('Kids', 'Notice', 'Home')
    expect(await desk.sentence()).toContain('今天看到这里')
    expect(await tv.video()).toBeNull()
    await look('over')
    await tv.press('Backspace')
    await tv.waitForFocusIn('Programme', 'Play')
  })

  it('begins no other film that day, not even after a restart', async () => {
    await openAt(`#/play/${FILM}`)
    await tv.waitForFocusIn('Kids', 'Notice', 'Home')
    await tv.press('Enter')
    await tv.waitForPage('Home')
    await openAt(`#/play/${FILM}`)
    await tv.waitForFocusIn('Kids', 'Notice', 'Home')
  })

  it('goes on for twenty minutes when a parent says so, where the film stood', async () => {
    await tv.press('ArrowRight')
    await tv.waitForFocusIn('Kids', 'Notice', 'Parents')
    await tv.press('Enter')
    await desk.enterPin(PIN)
    await expect.poll(() => desk.note()).toBe('密码不对，请再试一次。')
    await tv.press('Backspace')
    await tv.waitForFocusIn('Kids', 'Notice', 'Home')
    await tv.press('ArrowRight')
    await tv.press('Enter')
    await desk.enterPin(NEW_PIN)
    await tv.waitForFocusIn('Kids', 'Notice', 'More')
    await look('more')
    await tv.press('Enter')
    const video = await tv.waitForVideo('the film to go on', ({ seconds, isPaused }) => seconds > 0 && !isPaused)
    expect(video.seconds).toBeGreaterThan(15)
    expect(tv.hash()).toBe(`#/play/${FILM}`)
    await tv.press('Backspace')
    await tv.waitForPage('Home')
  })

  it('is turned off behind the PIN: then everything is there again', async () => {
    await askForSettings()
    await desk.enterPin(NEW_PIN)
    await tv.waitForFocusIn('Settings', 'Language')
    await goToKidsRow()
    await tv.press('Enter')
    await tv.waitForFocusIn('Kids', 'Notice', 'Minutes')
    await tv.goToButton('TurnOff')
    await tv.press('Enter')
    await tv.waitForFocusIn('Settings', 'Kids')
    expect(await kidsRow()).toBe('关')
    await tv.press('Backspace')
    await tv.waitForPage('Home')
    await tv.openSearch()
    await tv.typeLetters('CYF')
    await expect.poll(typedAndFound).toEqual(['CYF', OTHERS_TITLE])
  })
})
