import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, onTestFailed } from 'vitest'
import type { Lab } from '../../lab/lab.ts'
import { createRandom } from '../../lab/seeded-random.ts'
import { LENGTH, SEED } from '../../lab/test-length.ts'
import { waitUntil } from '../../lab/wait-until.ts'
import { launchBrowser, openPage, TABLET_LANDSCAPE, TABLET_PORTRAIT, type WatchedPage } from '../fixtures/browser.ts'
import { createReadyLab } from '../fixtures/ready-lab.ts'
import { wrongTexts } from '../fixtures/shown-text.ts'
import { TabletApp } from '../page-objects/tablet-app.ts'
import { type TabletScreen, TouchScreen } from '../page-objects/touch-screen.ts'

/** `back` is the tablet's own gesture, `turn` lays the tablet on its other side. */
const GESTURES = ['tap', 'tap', 'tap', 'tap', 'tap', 'tap', 'swipe', 'swipe', 'swipe', 'back', 'turn'] as const
const SIDES = [TABLET_LANDSCAPE.viewport, TABLET_PORTRAIT.viewport]
const BATCH = 6
/** A walk of some batches, then home. */
const BATCHES_OUT = 4

describe(`fingers that touch ${LENGTH.touches} times at random, seed ${SEED}`, () => {
  const random = createRandom(SEED)
  const touched: string[] = []
  let lab: Lab
  let browser: Browser
  let watched: WatchedPage
  let glass: TouchScreen

  beforeAll(async () => {
    process.stdout.write(`monkey tablet: seed ${SEED}\n`)
    lab = await createReadyLab('playable')
    browser = await launchBrowser()
    watched = await openPage(browser, lab.origin, TABLET_LANDSCAPE)
    await new TabletApp(watched.page).open(lab.tabletUrl)
    glass = await TouchScreen.of(watched.page)
  })
  afterAll(async () => {
    await browser?.close()
    await lab?.stop()
  })

  it('never meet an error, a text not meant for viewers, a page wider than the tablet, or a place without a way home', async () => {
    onTestFailed(async () => {
      process.stdout.write(`monkey tablet: seed ${SEED}, last touches: ${touched.slice(-30).join(', ')}\n`)
      process.stdout.write(`monkey tablet: ${await watched.screenshot('monkey-tablet')}\n`)
    })
    const seen = new Map<string, number>()
    for (let batch = 1; touched.length < LENGTH.touches; batch += 1) {
      for (let count = 0; count < BATCH; count += 1) await touch(random.pick(GESTURES))
      const { hash } = await waitForSoundScreen()
      const page = hash.split('/')[1] ?? ''
      seen.set(page, (seen.get(page) ?? 0) + 1)
      if (batch % BATCHES_OUT === 0) await goHome()
    }
    await goHome()
    process.stdout.write(`monkey tablet: was on ${JSON.stringify(Object.fromEntries(seen))}\n`)
    expect(seen.size, 'more than one page was seen').toBeGreaterThan(1)
  }, 1_800_000)

  async function touch(gesture: (typeof GESTURES)[number]): Promise<void> {
    const screen = await glass.read()
    if (gesture === 'tap') {
      const target = random.pick(screen.touchables)
      touched.push(`tap ${target.name}`)
      return glass.tap(target)
    }
    touched.push(gesture)
    if (gesture === 'swipe') return glass.swipe(somewhere(), somewhere())
    // Back from the first page leaves the app for whatever was there before.
    if (gesture === 'back' && screen.depth > 0) await watched.page.evaluate(() => history.back())
    if (gesture === 'turn') await watched.page.setViewportSize(random.pick(SIDES) ?? { width: 1280, height: 800 })
  }

  function somewhere(): { readonly x: number; readonly y: number } {
    const { width, height } = watched.page.viewportSize() ?? { width: 1280, height: 800 }
    return { x: 1 + random.below(width - 2), y: 1 + random.below(height - 2) }
  }

  async function waitForSoundScreen(): Promise<TabletScreen> {
    const look = async (): Promise<{ screen: TabletScreen; complaints: readonly string[] }> => {
      const screen = await glass.read()
      return { screen, complaints: complaintsAbout(screen) }
    }
    const { screen } = await waitUntil('a sound screen', look, ({ complaints }) => complaints.length === 0, 30_000)
    expect(watched.faults).toEqual([])
    return screen
  }

  /** By what is on the screen alone; a touch that the browser took for the end of a swipe is made again, as people do. */
  async function goHome(): Promise<void> {
    for (;;) {
      const { hash, touchables } = await waitForSoundScreen()
      if (hash === '#/') return
      if (!touchables.some(({ isWayHome }) => isWayHome)) {
        await callControls()
        continue
      }
      touched.push(`home from ${hash}`)
      const touchAgain = async (): Promise<TabletScreen> => {
        const now = await glass.read()
        const way = now.touchables.find(({ isWayHome }) => isWayHome)
        if (now.hash === hash && way !== undefined) await glass.tap(way)
        return now
      }
      const isAway = (screen: TabletScreen): boolean => screen.hash !== hash || !screen.touchables.some(({ isWayHome }) => isWayHome)
      await waitUntil(`a way from ${hash}`, touchAgain, isAway, 30_000, 1_000)
    }
  }

  /** A film that runs hides its controls; a touch on the picture brings them. */
  async function callControls(): Promise<void> {
    const { width, height } = watched.page.viewportSize() ?? { width: 1280, height: 800 }
    await glass.tap({ x: width / 2, y: height / 3 })
    await waitUntil(
      'a way home from a film',
      () => glass.read(),
      ({ touchables }) => touchables.some(({ isWayHome }) => isWayHome),
      30_000,
    )
  }
})

/** What a viewer would call broken, unless it is about to pass. */
function complaintsAbout({ touchables, texts, path, isVertical, acrossPx, downPx }: TabletScreen): readonly string[] {
  const complaints = wrongTexts(texts).map((text) => `says ${text}`)
  if (path !== '/tablet/') complaints.push(`is at ${path}`)
  if (touchables.length === 0) complaints.push('has nothing to touch')
  if (!isVertical && acrossPx > 0) complaints.push(`is ${String(acrossPx)} px wider than the tablet`)
  if (isVertical && downPx > 0) complaints.push(`is ${String(downPx)} px higher than the tablet`)
  return complaints
}
