import { LOCALE_NAMES, LOCALES, type Locale } from '@ulan/contract'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Lab } from '../../lab/lab.ts'
import { LENGTH } from '../../lab/test-length.ts'
import { waitUntil } from '../../lab/wait-until.ts'
import { barriersOn } from '../fixtures/barriers.ts'
import { launchBrowser, openPage, TABLET_LANDSCAPE, TABLET_PORTRAIT, type WatchedPage } from '../fixtures/browser.ts'
import { createReadyLab } from '../fixtures/ready-lab.ts'
import { wrongTexts } from '../fixtures/shown-text.ts'
import { TabletApp } from '../page-objects/tablet-app.ts'
import { TouchScreen } from '../page-objects/touch-screen.ts'

/** Of the sample catalogue; it has a quiz of three questions, and it cites laws. */
const PROGRAMME = 'moonlit-fiddle'
const QUESTIONS = 3
const SIDES = [
  { side: 'landscape', screen: TABLET_LANDSCAPE },
  { side: 'portrait', screen: TABLET_PORTRAIT },
] as const
const HELD = LENGTH.screens === 'one' ? SIDES.slice(0, 1) : SIDES
/** Pages by their addresses, each with what is on it once it is there. */
const PAGES = [
  ['home', '#/', '.rail'],
  ['programme', `#/programme/${PROGRAMME}`, '.law'],
  ['series', '#/series/xiao-si', '.detail-title'],
  ['search', '#/search', '.search-field'],
  ['search-found', '#/search/cyf', 'a.card-link'],
  ['search-nothing', '#/search/zzzz', '.search-field'],
  ['not-found', '#/programme/nothing-there', '.notice'],
  ['film-not-found', '#/play/nothing-there', '.notice'],
] as const

describe.skipIf(LENGTH.screens === 'none').each(HELD)('every screen of a tablet held in $side', ({ side, screen }) => {
  let lab: Lab
  let browser: Browser
  let watched: WatchedPage
  let tablet: TabletApp
  let glass: TouchScreen

  beforeAll(async () => {
    lab = await createReadyLab('playable')
    browser = await launchBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await lab?.stop()
  })

  it.each(LOCALES)(
    'is whole in %s',
    async (locale) => {
      watched = await openPage(browser, lab.origin, screen)
      tablet = new TabletApp(watched.page)
      await tablet.open(lab.tabletUrl)
      glass = await TouchScreen.of(watched.page)
      await watched.page.getByRole('button', { name: LOCALE_NAMES[locale], exact: true }).tap()
      await expect.poll(() => watched.page.evaluate(() => document.documentElement.lang)).toBe(locale)
      for (const [name, hash, part] of PAGES) {
        await watched.page.goto(`${lab.tabletUrl}${hash}`)
        await watched.page.locator(part).first().waitFor()
        await look(name, locale)
      }
      await takeQuiz(locale)
      await seeFilm(locale)
      expect(watched.faults).toEqual([])
      await watched.close()
    },
    600_000,
  )

  async function takeQuiz(locale: Locale): Promise<void> {
    const { page } = watched
    await page.goto(`${lab.tabletUrl}#/quiz/${PROGRAMME}`)
    await page.locator('.quiz-start').waitFor()
    await look('quiz-start', locale)
    await page.locator('.quiz-start button.action').tap()
    for (let at = 0; at < QUESTIONS; at += 1) {
      await page.locator('.option-open').first().waitFor()
      if (at === 0) await look('question', locale)
      await page.locator('.option-open').first().tap()
      await page.locator('.verdict').waitFor()
      if (at === 0) await look('verdict', locale)
      await page.locator('.verdict-actions button').tap()
    }
    await page.locator('.result').waitFor()
    await look('result', locale)
  }

  async function seeFilm(locale: Locale): Promise<void> {
    const { page } = watched
    await page.goto(`${lab.tabletUrl}#/play/${PROGRAMME}/start`)
    await tablet.waitForVideo('the picture', ({ seconds }) => seconds > 1)
    await page.evaluate(() => document.querySelector('video')?.pause())
    await page.locator('.stage[data-phase="paused"]').waitFor()
    await look('film', locale)
    await page.evaluate(goToEnd)
    await page.getByRole('alertdialog').waitFor()
    await look('end-of-film', locale)
  }

  /** All of it is there: nothing beyond the screen across the way of reading, and no words that are none. */
  async function look(name: string, locale: Locale): Promise<void> {
    await tablet.settle()
    const beyond = await waitUntil(
      `${name} to fit the screen`,
      () => tablet.overflow(),
      ({ acrossPx, downPx }) => (locale === 'mn-Mong' ? downPx : acrossPx) <= 0,
      10_000,
    )
    expect(locale === 'mn-Mong' ? beyond.downPx : beyond.acrossPx, name).toBeLessThanOrEqual(0)
    expect(wrongTexts((await glass.read()).texts), name).toEqual([])
    expect(await barriersOn(watched.page), name).toEqual([])
    await watched.screenshot(`every-tablet-${side}-${locale}-${name}`)
  }
})

/** Runs in the page: the last half second of the film. */
function goToEnd(): void {
  const video = document.querySelector('video')
  if (video === null) return
  video.currentTime = video.duration - 0.5
  void video.play()
}
