import { LOCALES, type Locale } from '@ulan/contract'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Lab } from '../../lab/lab.ts'
import { createRandom } from '../../lab/seeded-random.ts'
import { LENGTH, SEED } from '../../lab/test-length.ts'
import { launchBrowser, openPage, type ScreenOptions, TV_SCREEN } from '../fixtures/browser.ts'
import { compareWithGolden, isWritingGolden } from '../fixtures/golden.ts'
import { createReadyLab } from '../fixtures/ready-lab.ts'
import { TvApp } from '../page-objects/tv-app.ts'

declare global {
  interface Window {
    /** Calls that measured or painted a text. */
    textCalls?: number
  }
}

const TV_SCREEN_4K: ScreenOptions = { viewport: { width: 3840, height: 2160 }, locale: 'zh-CN' }
/** Drawing four times as many pixels in software takes long: in short runs the languages take turns at it. */
const LOCALES_4K = isWritingGolden() ? LOCALES : createRandom(SEED).sample(LOCALES, LENGTH.localesLookedAt)
const PICTURES = [
  ...LOCALES.map((locale) => ({ size: '1080p', screen: TV_SCREEN, locale })),
  ...LOCALES_4K.map((locale) => ({ size: '4k', screen: TV_SCREEN_4K, locale })),
]
/** Of the starter catalogue; it has a quiz. */
const PROGRAMME = 'moonlit-fiddle'
/** A word in another place, another size or another font changes far more: a title alone is 0.4 % of a page. */
const MOST_DIFFERENT = 0.0005

describe(`texts on a television, beside the pictures kept of them, seed ${SEED}`, () => {
  let lab: Lab
  let browser: Browser
  beforeAll(async () => {
    lab = await createReadyLab('samples')
    browser = await launchBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await lab?.stop()
  })

  async function picturesOf(screen: ScreenOptions, locale: Locale): Promise<{ readonly [page: string]: Buffer }> {
    const watched = await openPage(browser, lab.origin, screen)
    const tv = new TvApp(watched.page)
    await watched.page.addInitScript((chosen) => {
      if (location.protocol.startsWith('http')) localStorage.setItem('ulan.tv.locale', chosen)
    }, locale)
    const pictures: { [page: string]: Buffer } = {}
    for (const [page, hash] of Object.entries({ home: '', programme: `#/programme/${PROGRAMME}`, quiz: `#/quiz/${PROGRAMME}` })) {
      // Else only the part after # would change, and the page stay.
      await watched.page.goto('about:blank')
      await tv.open(`${lab.tvUrl}${hash}`)
      await tv.settle()
      await tv.hidePictures()
      pictures[page] = await watched.page.screenshot()
    }
    expect(watched.faults).toEqual([])
    await watched.close()
    return pictures
  }

  it.each(PICTURES)('are the same at $size in $locale', async ({ size, screen, locale }) => {
    for (const [page, picture] of Object.entries(await picturesOf(screen, locale))) {
      const { difference } = await compareWithGolden(`tv-${page}-${locale}-${size}`, picture)
      expect(difference, `${page}: see test/output/tv-${page}-${locale}-${size}.difference.png`).toBeLessThan(MOST_DIFFERENT)
    }
  })

  it('are not measured or painted again while the focus moves over what is seen', async () => {
    const watched = await openPage(browser, lab.origin, TV_SCREEN)
    await watched.page.addInitScript(() => {
      const { prototype } = CanvasRenderingContext2D
      window.textCalls = 0
      for (const name of ['fillText', 'measureText'] as const) {
        const original = prototype[name]
        Object.assign(prototype, {
          [name](this: CanvasRenderingContext2D, ...args: readonly unknown[]) {
            window.textCalls = (window.textCalls ?? 0) + 1
            return Reflect.apply(original, this, args)
          },
        })
      }
    })
    const calls = (): Promise<number | undefined> => watched.page.evaluate(() => window.textCalls)
    const tv = new TvApp(watched.page)
    await tv.open(lab.tvUrl)
    await tv.goToCard(0, 0)
    // Rare characters come a while after the start, and what lacked them is painted anew.
    await watched.page.waitForFunction(() => [...document.fonts].some(({ family }) => family.includes('SC Ext')))
    await tv.settle()
    const thereAndBack = async (): Promise<void> => {
      for (const item of [1, 2]) {
        await tv.press('ArrowRight')
        await tv.waitForFocusIn('Rail0', `Item${item}`)
      }
      await tv.settle()
      await tv.press('ArrowLeft', 2)
      await tv.waitForFocusIn('Rail0', 'Item0')
      await tv.settle()
    }
    // Cards that come on screen are painted once.
    await thereAndBack()
    const before = await calls()
    expect(before, 'the screen was painted before the eyes of this test').toBeGreaterThan(20)
    await thereAndBack()
    expect(await calls()).toBe(before)
    await watched.close()
  })
})
