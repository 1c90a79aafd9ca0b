import type { Locale } from '@ulan/contract'
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Lab } from '../../lab/lab.ts'
import { createRandom } from '../../lab/seeded-random.ts'
import { LENGTH, SEED } from '../../lab/test-length.ts'
import { launchBrowser, openPage, TV_SCREEN, type WatchedPage } from '../fixtures/browser.ts'
import { createReadyLab } from '../fixtures/ready-lab.ts'
import { tellInOrder } from '../fixtures/story.ts'
import { type Target, waitForTarget } from '../fixtures/target.ts'
import { TvApp, type TvKey } from '../page-objects/tv-app.ts'
import { outsideOf, overlapsOf, readTvTexts, type TvText } from '../page-objects/tv-texts.ts'

const ROWS = 'App.Page.Settings.Rows'
/** As they stand in the switch of the header. */
const LANGUAGES = ['zh-Hans', 'mn-Mong', 'mn-Cyrl'] as const satisfies readonly Locale[]
/** Each is walked through twice: in short runs they take turns at it. */
const READ = createRandom(SEED).sample(LANGUAGES, LENGTH.localesLookedAt)
const READ_AT_LENGTH = ['Hero.Synopsis', 'Window.Text', 'Quiz.Question', 'Verdict.Text', 'Option0.Frame.Text'] as const
type Screens = ReadonlyMap<string, readonly TvText[]>

describe('somebody whose eyes are weak sets the television so that it can be read', () => {
  tellInOrder()
  let lab: Lab
  let browser: Browser
  let watched: WatchedPage
  let tv: TvApp
  let target: Target
  let language: Locale = 'zh-Hans'
  /** What the screens of each language that is read showed in the usual look. */
  const usual = new Map<Locale, Screens>()
  /** In px, on the home screen in Chinese. */
  let usualLetters: number | undefined

  beforeAll(async () => {
    lab = await createReadyLab('playable')
    target = await waitForTarget(lab.visitor(), 'tv')
    browser = await launchBrowser()
    watched = await openPage(browser, lab.origin, TV_SCREEN)
    tv = new TvApp(watched.page)
    await tv.open(lab.tvUrl)
    await tv.waitForPage('Home')
  })
  afterAll(async () => {
    await browser?.close()
    await lab?.stop()
  })
  afterEach(() => expect(watched.faults).toEqual([]))

  const shownIn = (row: string): Promise<string | undefined> => tv.words(`${ROWS}.${row}.Frame.Value`)
  const ground = (): Promise<string> => watched.page.evaluate(() => getComputedStyle(document.body).backgroundColor)
  const textsNow = async (): Promise<readonly TvText[]> => {
    await tv.settle()
    return watched.page.evaluate(readTvTexts)
  }
  const lettersOf = async (path: string): Promise<number | undefined> =>
    (await textsNow()).find((text) => text.path.endsWith(path))?.fontSizePx

  it.each(READ)('walks through the usual screens in %s, so that there is something to compare with', async (locale) => {
    await speak(locale)
    usual.set(locale, await walk())
    expect(usual.get(locale)?.size).toBeGreaterThan(6)
  })

  it('makes letters larger at once, step by step, and the row keeps the focus', async () => {
    await speak('zh-Hans')
    usualLetters = await lettersOf('Hero.Synopsis')
    expect(usualLetters).toBeGreaterThan(20)
    await tv.openSettings()
    expect([await shownIn('TextSize'), await shownIn('Contrast')]).toEqual(['标准', '关'])
    await tv.goToSetting('TextSize')
    const before = await lettersOf('TextSize.Frame.Name')
    await tv.press('ArrowRight')
    await expect.poll(() => shownIn('TextSize')).toBe('大')
    await tv.waitForFocusIn('Settings', 'TextSize')
    await tv.press('ArrowRight')
    await expect.poll(() => shownIn('TextSize')).toBe('特大')
    await tv.waitForFocusIn('Settings', 'TextSize')
    expect(((await lettersOf('TextSize.Frame.Name')) ?? 0) / (before ?? 0)).toBeCloseTo(1.3, 1)
  })

  it('turns on high contrast: what lies under the page is black at once, and the header too is as it was', async () => {
    expect(await ground()).not.toBe('rgb(0, 0, 0)')
    await tv.goToSetting('Contrast')
    await tv.press('ArrowRight')
    await expect.poll(() => shownIn('Contrast')).toBe('开')
    await tv.waitForFocusIn('Settings', 'Contrast')
    await expect.poll(ground).toBe('rgb(0, 0, 0)')
    await expect.poll(() => tv.isSeen('App.Header.Brand')).toBe(true)
    expect(await tv.isSeen('App.Header.Settings'), 'no way to the page that one is on').toBe(false)
    await tv.settle()
    await watched.screenshot('tv-see-well-settings')
  })

  it('scrolls rows that have no room, the focus always wholly in view, and comes back to the same place', async () => {
    await expect.poll(() => shownIn('Region')).toBeDefined()
    await tv.goToSetting('About')
    await expectFocusInView()
    expect(await tv.isSeen(`${ROWS}.Language`), 'the first row has made room').toBe(false)
    expect(await tv.isSeen('App.Page.Settings.Before')).toBe(true)
    expect(await tv.isSeen('App.Page.Settings.After')).toBe(false)
    await watched.screenshot('tv-see-well-settings-scrolled')
    await tv.press('Enter')
    await tv.waitForPage('Diagnostics')
    await tv.press('Backspace')
    await tv.waitForFocusIn('Settings', 'About')
    await expectFocusInView()
    await tv.goToSetting('Language')
    await expectFocusInView()
    expect(await tv.isSeen('App.Page.Settings.After')).toBe(true)
    await tv.press('Backspace')
    await tv.waitForPage('Home')
  })

  it('finds it all so again the next evening', async () => {
    await watched.page.goto('about:blank')
    await tv.open(`${lab.tvUrl}#/settings`)
    await tv.waitForFocusIn('Settings', 'Language')
    expect([await shownIn('TextSize'), await shownIn('Contrast')]).toEqual(['特大', '开'])
    await tv.press('Backspace')
    await tv.waitForPage('Home')
  })

  it(`reads every screen in ${READ.join(', ')}: all of it there, nothing over the edge, nothing on top of another`, async () => {
    const complaints: string[] = []
    for (const locale of READ) {
      await speak(locale)
      const before = usual.get(locale)
      const now = await walk(`tv-see-well-${locale}`)
      expect([...now.keys()]).toEqual([...(before?.keys() ?? [])])
      for (const [screen, texts] of now)
        complaints.push(...complaintsAbout(texts, before?.get(screen) ?? []).map((one) => `${locale} ${screen}: ${one}`))
    }
    expect(complaints).toEqual([])
  }, 900_000)

  it('shows the settings in columns likewise', async () => {
    await speak('mn-Mong')
    await tv.openSettings()
    await tv.goToSetting('Contrast')
    const texts = await textsNow()
    await watched.screenshot('tv-see-well-settings-mongolian')
    expect([...outsideOf(texts), ...overlapsOf(texts)]).toEqual([])
    await tv.goToSetting('About')
    await expectFocusInView()
    await tv.press('Backspace')
    await tv.waitForPage('Home')
  })

  it('and everything is as usual again once both are turned back', async () => {
    await speak('zh-Hans')
    await tv.openSettings()
    await tv.goToSetting('TextSize')
    await tv.press('Enter')
    // At once: while the page is made anew, none of these presses may be lost.
    await tv.press('ArrowDown')
    await expect.poll(() => shownIn('TextSize')).toBe('标准')
    await tv.settle()
    await tv.waitForFocusIn('Settings', 'Contrast')
    await tv.press('Enter')
    await expect.poll(() => shownIn('Contrast')).toBe('关')
    await tv.press('Backspace')
    await tv.waitForPage('Home')
    expect(await lettersOf('Hero.Synopsis')).toBe(usualLetters)
    expect(await ground()).not.toBe('rgb(0, 0, 0)')
  })

  /** Of texts in another look, beside the same screen in the usual one. */
  function complaintsAbout(texts: readonly TvText[], usually: readonly TvText[]): readonly string[] {
    const wereCut = usually.filter(({ isCut }) => isCut).map(({ text }) => text)
    const nowCut = texts.filter(({ text, isCut }) => isCut && !wereCut.includes(text))
    const grownTo = (path: string): number => {
      const size = (of: readonly TvText[]): number | undefined => of.find((text) => text.path.endsWith(path))?.fontSizePx
      return (size(texts) ?? 1.3) / (size(usually) ?? 1)
    }
    return [
      ...outsideOf(texts).map((one) => `reaches into the edge: ${one}`),
      ...overlapsOf(texts).map((one) => `one text on another: ${one}`),
      ...nowCut.map(({ path, text }) => `has lost its end: ${path} ${text}`),
      ...READ_AT_LENGTH.filter((path) => Math.abs(grownTo(path) - 1.3) > 0.02).map((path) => `is no larger: ${path}`),
    ]
  }

  /** From the home page, by the Menu key: the switch stands where the language is. */
  async function speak(locale: (typeof LANGUAGES)[number]): Promise<void> {
    if (locale === language) return
    const steps = LANGUAGES.indexOf(locale) - LANGUAGES.indexOf(language as (typeof LANGUAGES)[number]) // only `speak` sets it
    await tv.press('ContextMenu')
    await tv.waitForFocusIn('Header')
    await tv.press(steps > 0 ? 'ArrowRight' : 'ArrowLeft', Math.abs(steps))
    await tv.press('ArrowDown')
    await tv.waitForFocusIn('Home', 'Hero')
    language = locale
  }

  /** Home, a rail, a programme, its law, its quiz to the end, the film; back home. What each screen shows, by its name. */
  async function walk(pictures?: string): Promise<Screens> {
    const screens = new Map<string, readonly TvText[]>()
    const look = async (name: string): Promise<void> => {
      screens.set(name, await textsNow())
      if (pictures !== undefined) await watched.screenshot(`${pictures}-${name}`)
    }
    await look('home')
    await tv.goToCard(target.rail, target.item)
    await look('rail')
    await tv.press('Enter')
    await tv.waitForFocusIn('Programme', 'Play')
    await look('programme')
    await tv.press('ArrowDown')
    await tv.waitForFocusIn('Programme', 'Rail0', 'Item0')
    await look('laws')
    await tv.press('Enter')
    await tv.waitForFocusIn('Reading')
    await look('law')
    await tv.press('Backspace')
    await tv.waitForFocusIn('Programme', 'Rail0')
    await tv.press('ArrowUp')
    await tv.waitForFocusIn('Programme', 'Hero')
    await takeQuiz(look)
    await goLeftTo('Play')
    await tv.press('Enter')
    await tv.waitForPage('Player')
    await tv.waitForVideo('the picture to move', (video) => video.seconds > 0)
    await tv.press('Enter')
    await tv.waitForVideo('a pause', (video) => video.isPaused)
    await look('film')
    await tv.press('Backspace')
    await tv.waitForFocusIn('Programme', 'Hero')
    await tv.press('Backspace')
    await tv.waitForFocusIn('Home', `Rail${target.rail}`)
    await tv.press('ArrowUp', target.rail + 1)
    await tv.waitForFocusIn('Home', 'Hero')
    return screens
  }

  async function takeQuiz(look: (name: string) => Promise<void>): Promise<void> {
    await tv.goToButton('Quiz')
    await tv.press('Enter')
    await tv.waitForFocusIn('Quiz', 'Option0')
    await look('question')
    for (const at of target.quiz.questions.keys()) {
      await tv.waitForFocusIn('Quiz', 'Option0')
      await tv.press('Enter')
      await tv.waitForFocusIn('Quiz', 'Verdict', 'Next')
      if (at === 0) await look('verdict')
      await tv.press('Enter')
    }
    await tv.waitForFocusIn('Quiz', 'Result')
    await look('result')
    await tv.press('Backspace')
    await tv.waitForFocusIn('Programme', 'Hero')
  }

  async function goLeftTo(ref: string): Promise<void> {
    const key: TvKey = 'ArrowLeft'
    while (!(await tv.focus()).includes(ref)) {
      const before = (await tv.focus()).at(-1)
      await tv.press(key)
      await expect.poll(async () => (await tv.focus()).at(-1)).not.toBe(before)
    }
  }

  async function expectFocusInView(): Promise<void> {
    const row = (await tv.focus()).at(-1)
    const texts = (await textsNow()).filter(({ path }) => path.includes(`.Rows.${row}.`))
    expect(texts, `the words of ${row}`).toHaveLength(2)
    expect(outsideOf(texts)).toEqual([])
  }
})
