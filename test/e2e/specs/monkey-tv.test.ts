import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, onTestFailed } from 'vitest'
import type { Lab } from '../../lab/lab.ts'
import { createRandom } from '../../lab/seeded-random.ts'
import { median } from '../../lab/statistics.ts'
import { LENGTH, SEED } from '../../lab/test-length.ts'
import { waitUntil } from '../../lab/wait-until.ts'
import { launchBrowser, openPage, TV_SCREEN, type WatchedPage } from '../fixtures/browser.ts'
import { createReadyLab } from '../fixtures/ready-lab.ts'
import { wrongTexts } from '../fixtures/shown-text.ts'
import { seeAllOfHome } from '../page-objects/home-tour.ts'
import { TvApp, type TvKey, type TvPage } from '../page-objects/tv-app.ts'
import { complaintsAbout, readTvScreen, type TvScreen } from '../page-objects/tv-screen.ts'

/** As often as a viewer's thumb goes there; `held` is → kept down. */
const KEYS = [
  ...(['ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowUp', 'ArrowUp'] as const),
  ...(['ArrowLeft', 'ArrowLeft', 'Enter', 'Enter', 'Enter', 'Enter', 'Backspace', 'ContextMenu', 'held'] as const),
]
const PAGES: readonly TvPage[] = ['Home', 'Programme', 'Series', 'Player', 'Quiz', 'Search', 'Settings', 'Diagnostics', 'Kids']
const BATCH = 8
const HELD_REPEATS = 6
/** In the second quarter of a long walk a box has seen all there is; of heap and textures, from there to its last quarter. */
const MOST_GROWTH = 1.05
/** A walk of some batches, then home. */
const BATCHES_OUT = 4

type Memory = { readonly heapMegabytes: number; readonly texturePixels: number }

describe(`a hand that presses ${LENGTH.remoteKeys} keys at random, seed ${SEED}`, () => {
  const random = createRandom(SEED)
  const pressed: string[] = []
  let lab: Lab
  let browser: Browser
  let watched: WatchedPage
  let tv: TvApp

  beforeAll(async () => {
    process.stdout.write(`monkey tv: seed ${SEED}\n`)
    lab = await createReadyLab('playable')
    browser = await launchBrowser()
    watched = await openPage(browser, lab.origin, TV_SCREEN)
    tv = new TvApp(watched.page)
    // A box that keeps the app whenever somebody leaves it, so the walk can go on.
    await watched.page.addInitScript(() => Object.assign(window, { ulanShell: { exit: () => undefined } }))
    await tv.open(lab.tvUrl)
  })
  afterAll(async () => {
    await browser?.close()
    await lab?.stop()
  })

  it('never meets an error, a focus out of sight, a text not meant for viewers, or a place without a way home', async () => {
    onTestFailed(async () => {
      process.stdout.write(`monkey tv: seed ${SEED}, last keys: ${pressed.slice(-30).join(' ')}\n`)
      process.stdout.write(`monkey tv: ${await watched.screenshot('monkey-tv')}\n`)
    })
    const seen = new Map<TvPage, number>()
    const memories: Memory[] = []
    for (let batch = 1; pressed.length < LENGTH.remoteKeys; batch += 1) {
      for (let count = 0; count < BATCH; count += 1) await press(random.pick(KEYS))
      const { focus } = await waitForSoundScreen()
      for (const page of PAGES.filter((ref) => focus.includes(ref))) seen.set(page, (seen.get(page) ?? 0) + 1)
      if (batch % BATCHES_OUT !== 0) continue
      await goHome()
      expect(await watched.page.evaluate(readLostPixels), 'pixels kept for nothing').toEqual([])
      // Evenly from the start: what looking itself leaves behind, code that is seldom run for one, is there before it counts.
      if (pressed.length * LENGTH.memoryLooks >= LENGTH.remoteKeys * (memories.length + 1)) memories.push(await readMemory())
    }
    await goHome()
    if (memories.length < LENGTH.memoryLooks) memories.push(await readMemory())
    process.stdout.write(`monkey tv: memory ${JSON.stringify(memories)}\n`)
    expect(memories).toHaveLength(LENGTH.memoryLooks)
    const quarter = memories.length / 4
    const growth = (member: keyof Memory): number => {
      const [before, after] = [memories.slice(quarter, 2 * quarter), memories.slice(-quarter)].map((looks) =>
        median(looks.map((look) => look[member])),
      )
      return (after ?? 0) / (before ?? 0)
    }
    if (LENGTH.isLongWalk)
      expect([growth('heapMegabytes'), growth('texturePixels')].map((times) => times < MOST_GROWTH)).toEqual([true, true])
    process.stdout.write(`monkey tv: was on ${JSON.stringify(Object.fromEntries(seen))}\n`)
    expect(seen.size, 'more than one page was seen').toBeGreaterThan(1)
  }, 1_800_000)

  /** What the page of a television at home holds, all garbage gone. */
  async function readMemory(): Promise<Memory> {
    await seeAllOfHome(tv)
    const session = await watched.page.context().newCDPSession(watched.page)
    const texturePixels = await watched.page.evaluate(() => {
      const stage = window.__app?.stage
      stage?.gc(true)
      return stage?.usedMemory ?? Number.NaN
    })
    await session.send('Performance.enable')
    await session.send('HeapProfiler.enable')
    await session.send('HeapProfiler.collectGarbage')
    const { metrics } = await session.send('Performance.getMetrics')
    await session.detach()
    const bytes = metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? Number.NaN
    return { heapMegabytes: bytes / 2 ** 20, texturePixels }
  }

  async function press(key: TvKey | 'held'): Promise<void> {
    pressed.push(key)
    if (key !== 'held') return tv.press(key)
    for (let repeat = 0; repeat < HELD_REPEATS; repeat += 1) await watched.page.keyboard.down('ArrowRight')
    await watched.page.keyboard.up('ArrowRight')
  }

  /** Pages load and things move; then all must be well, and stay so for no longer than it takes to look. */
  async function waitForSoundScreen(): Promise<TvScreen> {
    const look = async (): Promise<{ screen: TvScreen; complaints: readonly string[] }> => {
      const screen = await watched.page.evaluate(readTvScreen)
      return { screen, complaints: complaintsAbout(screen) }
    }
    const { screen } = await waitUntil('a sound screen', look, ({ complaints }) => complaints.length === 0, 30_000)
    expect(watched.faults).toEqual([])
    expect(wrongTexts(screen.texts), `texts at ${screen.hash}`).toEqual([])
    return screen
  }

  /** One Back after the other; each must do something that can be seen, so the way home is never longer than the walk. */
  async function goHome(): Promise<void> {
    for (;;) {
      const before = await waitForSoundScreen()
      if (before.hash === '#/' && before.focus.includes('Home') && !before.focus.includes('Header')) return
      await tv.press('Backspace')
      await waitUntil(
        `Back to lead away from ${placeOf(before)}`,
        () => watched.page.evaluate(readTvScreen),
        (screen) => placeOf(screen) !== placeOf(before),
        30_000,
      )
    }
  }
})

/** What the graphics processor keeps as used although nothing shows it: it would do so for ever. */
function readLostPixels(): readonly string[] {
  const kept = window.__app?.stage.textureManager._uploadedTextureSources ?? []
  return kept.filter((pixels) => pixels.isUsed() && pixels.textures.size === 0).map(({ lookupId }) => String(lookupId))
}

/** Children's mode asks one thing after another on the same keys: only its words tell them apart. */
const placeOf = ({ hash, focus, texts }: TvScreen): string => `${hash} ${[...focus, ...(focus.includes('Kids') ? texts : [])].join(' > ')}`
