import { launchBrowser } from '../e2e/fixtures/browser.ts'
import { TvApp } from '../e2e/page-objects/tv-app.ts'
import { round } from '../lab/statistics.ts'
import { heapAfterCollection } from './tv-frames.ts'
import { skipWelcome } from './tv-probe.ts'

/** Of the rail that is walked; each leads to a page and back, and → to the next. */
const CARDS = 20

/** Heap in MB, all garbage gone, of a television on which somebody has opened one programme after the other: so many screens. */
export async function measureHeap(url: string, screens: number): Promise<number> {
  const browser = await launchBrowser(['--enable-precise-memory-info'])
  try {
    const context = await browser.newContext({ viewport: { width: 1920, height: 1080 } })
    const page = await context.newPage()
    const session = await context.newCDPSession(page)
    await session.send('Performance.enable')
    await page.addInitScript(skipWelcome)
    const tv = new TvApp(page)
    await tv.open(url)
    await tv.waitForFocusIn('Home', 'Hero')
    await tv.press('ArrowDown')
    await tv.waitForFocusIn('Rail0', 'Item0')
    for (let seen = 0; seen < screens; seen += 2) {
      await tv.press('Enter')
      await tv.waitForFocusWithin('Programme')
      await tv.press('Backspace')
      const turn = (seen / 2) % (2 * CARDS)
      await tv.waitForFocusIn('Home', 'Rail0', `Item${turn < CARDS ? turn : 2 * CARDS - turn}`)
      await tv.press(turn < CARDS ? 'ArrowRight' : 'ArrowLeft')
      await tv.waitForFocusIn('Rail0', `Item${turn < CARDS ? turn + 1 : 2 * CARDS - turn - 1}`)
    }
    return round(await heapAfterCollection(session), 1)
  } finally {
    await browser.close()
  }
}
