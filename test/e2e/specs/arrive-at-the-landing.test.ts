import { LOCALES, type Locale } from '@ulan/contract'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { createLab, type Lab } from '../../lab/lab.ts'
import { barriersOn } from '../fixtures/barriers.ts'
import { launchBrowser, openPage, TABLET_LANDSCAPE, type WatchedPage } from '../fixtures/browser.ts'

/** Whoever opens it first, and on what: desks, tablets both ways round, televisions, telephones both ways round. */
const SCREENS = [
  [1280, 800],
  [800, 1280],
  [1920, 1080],
  [390, 844],
  [1024, 600],
  [844, 390],
] as const
/** Where other devices find it; nothing is sent there. */
const SHARED = 'http://192.168.31.205:8080'

type Layout = {
  readonly lang: string
  readonly writingMode: string
  /** How far the page reaches beyond the screen, px. */
  readonly acrossPx: number
  readonly downPx: number
  /** Texts that leave the page or the box they stand in, and codes that are no squares. */
  readonly spilt: readonly string[]
}

const layoutOf = (page: Page): Promise<Layout> =>
  page.evaluate(async () => {
    await document.fonts.ready
    const { scrollWidth, clientWidth, scrollHeight, clientHeight, lang } = document.documentElement
    const whole = new DOMRect(-scrollX, -scrollY, scrollWidth, scrollHeight)
    const spilt: string[] = []
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) {
      const text = walker.currentNode.textContent?.trim() ?? ''
      const range = document.createRange()
      range.selectNodeContents(walker.currentNode)
      const box = walker.currentNode.parentElement?.closest('.entry, .code, .languages a')?.getBoundingClientRect() ?? whole
      const rects = [...range.getClientRects()]
      const beyond = (at: DOMRect, room: DOMRect): number =>
        Math.max(room.left - at.left, room.top - at.top, at.right - room.right, at.bottom - room.bottom)
      const mostPx = Math.max(...rects.flatMap((at) => [beyond(at, whole), beyond(at, box)]))
      // The boxes of letters are higher than the lines they stand in, by less than this.
      if (text !== '' && (rects.length === 0 || mostPx > 4)) spilt.push(`${text} by ${mostPx} px`)
    }
    for (const code of document.querySelectorAll('.code svg')) {
      const { width, height } = code.getBoundingClientRect()
      if (Math.abs(width - height) > 1 || width < 100) spilt.push(`a code of ${width} × ${height}`)
    }
    const writingMode = getComputedStyle(document.body).writingMode
    return { lang, writingMode, acrossPx: scrollWidth - clientWidth, downPx: scrollHeight - clientHeight, spilt }
  })

describe('whoever opens the address first', () => {
  let lab: Lab
  let browser: Browser
  let watched: WatchedPage

  beforeAll(async () => {
    lab = await createLab({ env: { TRANSCODE_WORKERS: '0', PUBLIC_URL: SHARED } })
    browser = await launchBrowser()
    watched = await openPage(browser, lab.origin, { ...TABLET_LANDSCAPE, locale: 'mn-CN' })
  })
  afterAll(async () => {
    await browser?.close()
    await lab?.stop()
  })
  afterEach(() => expect(watched.faults).toEqual([]))

  const open = (locale: Locale) => watched.page.goto(`${lab.origin}/?lang=${locale}`)
  /** What has the focus, by where it leads. */
  const focused = () => watched.page.evaluate(() => document.activeElement?.getAttribute('href'))
  const tabTo = async (href: string): Promise<void> => {
    for (let presses = 0; presses < 12 && (await focused()) !== href; presses += 1) await watched.page.keyboard.press('Tab')
    expect(await focused()).toBe(href)
  }
  const enter = async (url: string): Promise<void> => {
    await watched.page.keyboard.press('Enter')
    await watched.page.waitForURL(url)
  }

  it('reads it in the language of the browser, in columns for one of Inner Mongolia', async () => {
    await watched.page.goto(lab.origin)
    expect(await layoutOf(watched.page)).toMatchObject({ lang: 'mn-Mong', writingMode: 'vertical-lr' })
  })

  it.each(SCREENS)('reads all of it in columns on %d × %d', async (width, height) => {
    await watched.page.setViewportSize({ width, height })
    await open('mn-Mong')
    const { acrossPx, ...layout } = await layoutOf(watched.page)
    await watched.screenshot(`landing-mn-Mong-${width}`)
    expect(layout).toEqual({ lang: 'mn-Mong', writingMode: 'vertical-lr', downPx: 0, spilt: [] })
    await watched.page.mouse.wheel(acrossPx, 0)
    await expect.poll(() => watched.page.evaluate(() => scrollX)).toBe(acrossPx)
    if (acrossPx > 0) await watched.screenshot(`landing-mn-Mong-${width}-scrolled`)
  })

  it.each(SCREENS.slice(0, 4))('reads all of it in lines on %d × %d', async (width, height) => {
    await watched.page.setViewportSize({ width, height })
    for (const locale of ['zh-Hans', 'mn-Cyrl'] as const) {
      await open(locale)
      const { downPx: _, ...layout } = await layoutOf(watched.page)
      await watched.screenshot(`landing-${locale}-${width}`)
      expect(layout).toEqual({ lang: locale, writingMode: 'horizontal-tb', acrossPx: 0, spilt: [] })
    }
  })

  it.each(LOCALES)('meets nothing in %s that keeps anybody out', async (locale) => {
    await open(locale)
    expect(await barriersOn(watched.page)).toEqual([])
  })

  it('has letters of all three scripts from this server', async () => {
    await open('mn-Cyrl')
    await layoutOf(watched.page)
    const faces = await watched.page.evaluate(() => [...document.fonts].map(({ family, status }) => [family.replaceAll('"', ''), status]))
    expect(faces).toEqual(['SC', 'Mong', 'Cyrl', 'Cyrl More'].map((family) => [family, 'loaded']))
  })

  it.each(LOCALES)('changes to %s by keyboard, and sees which one it is', async (locale) => {
    await open(locale === 'zh-Hans' ? 'mn-Mong' : 'zh-Hans')
    await tabTo(`/?lang=${locale}`)
    await watched.screenshot(`landing-focus-${locale}`)
    await enter(`${lab.origin}/?lang=${locale}`)
    expect((await layoutOf(watched.page)).lang).toBe(locale)
    expect(await watched.page.locator('[aria-current]').evaluateAll((links) => links.map((link) => link.getAttribute('lang')))).toEqual([
      locale,
    ])
  })

  it.each(['/tablet/', '/admin/', '/tv/'])('goes on to %s by keyboard from a page in columns', async (path) => {
    await open('mn-Mong')
    await tabTo(path)
    await enter(`${lab.origin}${path}**`)
  })

  it('is told how to let others in, while they cannot come', async () => {
    await watched.page.goto('about:blank')
    await lab.kill9()
    await lab.restart({ PUBLIC_URL: lab.origin })
    const staff = await lab.signIn()
    const { rev } = await staff.must('readSettings')
    const imprint = { organiser: '内蒙古自治区司法厅', filingNumber: '蒙ICP备12345678号', licenceNumber: '0512345' }
    await staff.must('updateSettings', { body: { rev, ...imprint } })
    await watched.page.setViewportSize({ width: 1280, height: 800 })
    for (const locale of LOCALES) {
      await open(locale)
      await watched.page.getByText(imprint.organiser).waitFor()
      expect((await layoutOf(watched.page)).spilt).toEqual([])
      await watched.screenshot(`landing-${locale}-here`)
    }
  })
})
