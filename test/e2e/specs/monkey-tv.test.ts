import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, onTestFailed } from 'vitest'
import { createLab, type Lab } from '../../lab/lab.ts'
import { createRandom } from '../../lab/seeded-random.ts'
import { LENGTH, SEED } from '../../lab/test-length.ts'
import { waitUntil } from '../../lab/wait-until.ts'
import { launchBrowser, openPage, TV_SCREEN, type WatchedPage } from '../fixtures/browser.ts'
import { makePlayable } from '../fixtures/playable.ts'
import { wrongTexts } from '../fixtures/shown-text.ts'
import { TvApp, type TvKey, type TvPage } from '../page-objects/tv-app.ts'
import { readTvScreen, type TvScreen } from '../page-objects/tv-screen.ts'

/** As often as a viewer's thumb goes there; `held` is → kept down. */
const KEYS = [
  ...(['ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowUp', 'ArrowUp'] as const),
  ...(['ArrowLeft', 'ArrowLeft', 'Enter', 'Enter', 'Enter', 'Enter', 'Backspace', 'ContextMenu', 'held'] as const),
]
const PAGES: readonly TvPage[] = ['Home', 'Programme', 'Series', 'Player', 'Quiz', 'Search', 'Settings', 'Diagnostics']
const BATCH = 8
const HELD_REPEATS = 6
/** A walk of some batches, then home. */
const BATCHES_OUT = 4
const FRAME = { widthPx: 1920, heightPx: 1080 }
/** A pixel of rounding at the edge of the frame. */
const SLACK_PX = 1

describe(`a hand that presses ${LENGTH.remoteKeys} keys at random, seed ${SEED}`, () => {
  const random = createRandom(SEED)
  const pressed: string[] = []
  let lab: Lab
  let browser: Browser
  let watched: WatchedPage
  let tv: TvApp

  beforeAll(async () => {
    process.stdout.write(`monkey tv: seed ${SEED}\n`)
    lab = await createLab({ seed: 'starter' })
    expect(await makePlayable(await lab.signIn())).toBeGreaterThan(0)
    browser = await launchBrowser()
    watched = await openPage(browser, lab.origin, TV_SCREEN)
    tv = new TvApp(watched.page)
    // Leaving closes a window without a past; this one has one, so the walk can go on.
    await watched.page.goto(lab.origin)
    await tv.open(lab.tvUrl)
  }, 300_000)
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
    for (let batch = 1; pressed.length < LENGTH.remoteKeys; batch += 1) {
      for (let count = 0; count < BATCH; count += 1) await press(random.pick(KEYS))
      const { focus } = await waitForSoundScreen()
      for (const page of PAGES.filter((ref) => focus.includes(ref))) seen.set(page, (seen.get(page) ?? 0) + 1)
      if (batch % BATCHES_OUT === 0) await goHome()
    }
    await goHome()
    process.stdout.write(`monkey tv: was on ${JSON.stringify(Object.fromEntries(seen))}\n`)
    expect(seen.size, 'more than one page was seen').toBeGreaterThan(1)
  }, 1_800_000)

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

const placeOf = ({ hash, focus }: TvScreen): string => `${hash} ${focus.join(' > ')}`

/** Of everything but texts: what a viewer would call broken, unless it is about to pass. */
function complaintsAbout({ focus, focusBox, hasVideo, isOnItsWay }: TvScreen): readonly string[] {
  if (isOnItsWay) return ['the page that was asked for is not there']
  const end = focus.at(-1)
  if (focus.length < 2 || end === undefined) return [`the focus path is empty: ${focus.join(' > ')}`]
  // A film that runs has no lit button; the keys belong to the film.
  if (end === 'Player' && hasVideo) return []
  if (focusBox === undefined) return [`nothing is drawn of ${focus.join(' > ')}`]
  const { left, top, right, bottom } = focusBox
  const isInside = left >= -SLACK_PX && top >= -SLACK_PX && right <= FRAME.widthPx + SLACK_PX && bottom <= FRAME.heightPx + SLACK_PX
  return isInside && right > left && bottom > top ? [] : [`${focus.join(' > ')} is out of the frame: ${JSON.stringify(focusBox)}`]
}
