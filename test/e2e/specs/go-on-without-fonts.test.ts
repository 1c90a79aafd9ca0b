import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Lab } from '../../lab/lab.ts'
import { launchBrowser, openPage, type ScreenOptions, TABLET_LANDSCAPE, TV_SCREEN, type WatchedPage } from '../fixtures/browser.ts'
import { contrastWithin } from '../fixtures/ink.ts'
import { createReadyLab } from '../fixtures/ready-lab.ts'
import { TabletApp } from '../page-objects/tablet-app.ts'
import { TvApp } from '../page-objects/tv-app.ts'

/** Letters on their ground; a picture or a shade behind a blank would not reach it. */
const WRITTEN = 90
const RAIL_TITLE = 'App.Page.Home.Scroll.Rails.Rail0.Title'

describe('a server that has lost its font files', () => {
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

  /** A page to which every font file is missing, and what it says in its log. */
  async function openWithoutFonts(screen: ScreenOptions): Promise<WatchedPage & { readonly warnings: readonly string[] }> {
    const watched = await openPage(browser, lab.origin, screen)
    const warnings: string[] = []
    watched.page.on('console', (message) => {
      if (message.type() === 'warning' && message.text().startsWith('font ')) warnings.push(message.text())
    })
    await watched.page.route(/\.woff2?(\?|$)/, (route) => route.fulfill({ status: 404, contentType: 'text/plain', body: 'not found' }))
    return { ...watched, warnings }
  }
  const told = (warnings: readonly string[], family: string): number =>
    warnings.filter(
      (one) => one === `font ${family} did not come: its letters are drawn with fonts of this device, or as boxes where it has none`,
    ).length

  it('leaves no tablet blank: it writes with the fonts it has, in both languages, and says once what is missing', async () => {
    const watched = await openWithoutFonts(TABLET_LANDSCAPE)
    const tablet = new TabletApp(watched.page)
    await tablet.open(lab.tabletUrl)
    const title = watched.page.locator('h2.rail-title').first()
    await title.waitFor()
    await expect.poll(() => told(watched.warnings, 'SC')).toBe(1)
    await tablet.settle()
    await title.scrollIntoViewIfNeeded()
    expect(await contrastWithin(watched.page, await title.boundingBox())).toBeGreaterThan(WRITTEN)
    await watched.screenshot('tablet-without-fonts')

    await tablet.chooseLanguage('ᠮᠣᠩᠭᠣᠯ')
    await expect.poll(() => tablet.flow()).toBe('vertical')
    await expect.poll(() => told(watched.warnings, 'Mong')).toBe(1)
    const column = watched.page.locator('h2.rail-title[lang="mn-Mong"]').first()
    await column.waitFor()
    await tablet.settle()
    await column.scrollIntoViewIfNeeded()
    expect(await contrastWithin(watched.page, await column.boundingBox())).toBeGreaterThan(WRITTEN)
    await watched.screenshot('tablet-without-fonts-mongolian')
    expect(new Set(watched.warnings).size, 'nothing is said twice').toBe(watched.warnings.length)
    expect(watched.faults).toEqual([])
    await watched.close()
  })

  it('leaves no television blank: it writes with the fonts it has, in both languages, and says once what is missing', async () => {
    const watched = await openWithoutFonts(TV_SCREEN)
    const tv = new TvApp(watched.page)
    await tv.open(lab.tvUrl)
    await tv.waitForPage('Home')
    for (const family of ['SC', 'Mong']) await expect.poll(() => told(watched.warnings, family)).toBe(1)
    await tv.settle()
    expect(await tv.loadedFaces('SC')).toBe(0)
    expect(await contrastWithin(watched.page, await boxOf(watched.page, RAIL_TITLE))).toBeGreaterThan(WRITTEN)
    await watched.screenshot('tv-without-fonts')

    await tv.press('ContextMenu')
    await tv.waitForFocusIn('Header')
    await tv.press('ArrowRight')
    await tv.press('Enter')
    await expect.poll(() => tv.isVertical(RAIL_TITLE)).toBe(true)
    await tv.settle()
    expect(await contrastWithin(watched.page, await boxOf(watched.page, RAIL_TITLE))).toBeGreaterThan(WRITTEN)
    await watched.screenshot('tv-without-fonts-mongolian')
    expect(new Set(watched.warnings).size, 'nothing is said twice').toBe(watched.warnings.length)
    expect(watched.faults).toEqual([])
    await watched.close()
  })
})

/** Where the ink of a label of the television stands on the screen, px. */
function boxOf(page: Page, label: string): Promise<{ x: number; y: number; width: number; height: number } | null> {
  return page.evaluate((path) => {
    const corners = window.__app?.tag(path)?.tag('Ink')?.core?.getCornerPoints()
    if (corners === undefined) return null
    const [xs, ys] = [corners.filter((_, at) => at % 2 === 0), corners.filter((_, at) => at % 2 === 1)]
    const [x, y] = [Math.min(...xs), Math.min(...ys)]
    return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y }
  }, label)
}
