import type { ProgrammeId } from '@ulan/contract'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ApiClient } from '../../lab/api-client.ts'
import type { Lab } from '../../lab/lab.ts'
import { createRandom } from '../../lab/seeded-random.ts'
import { LENGTH, SEED } from '../../lab/test-length.ts'
import { waitUntil } from '../../lab/wait-until.ts'
import {
  ANY_ANSWER,
  BAD_ANSWERS,
  fillStorage,
  forbidStorage,
  hastenWaits,
  holdBack,
  ofNextYear,
  pressAtFirstSight,
  setClock,
  takeContext,
  waitsOf,
} from '../fixtures/bad-days.ts'
import { launchBrowser, openPage, TV_SCREEN, type WatchedPage } from '../fixtures/browser.ts'
import { createReadyLab } from '../fixtures/ready-lab.ts'
import { wrongTexts } from '../fixtures/shown-text.ts'
import { TvApp } from '../page-objects/tv-app.ts'
import { complaintsAbout, readTvScreen, type TvScreen } from '../page-objects/tv-screen.ts'

/** Of the starter catalogue: the first that is put forward; it has a quiz. */
const FILM = 'moonlit-fiddle' as ProgrammeId
const draw = createRandom(SEED)
const some = <T>(kinds: readonly T[]): readonly T[] => draw.sample(kinds, LENGTH.badDaysOfAKind)
const HOLD_KEYS = 100
const [MENU_KEY, RIGHT_KEY] = [93, 39]

type Seat = { readonly tv: TvApp; readonly watched: WatchedPage; readonly page: Page }

describe('a bad day', () => {
  let lab: Lab
  let staff: ApiClient
  let browser: Browser

  beforeAll(async () => {
    lab = await createReadyLab('playable')
    staff = await lab.signIn()
    browser = await launchBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await lab?.stop()
  })

  /** A television of its own for one story, with whatever befalls its box. */
  async function sit(story: (seat: Seat) => Promise<void>, befall?: () => void): Promise<void> {
    const watched = await openPage(browser, lab.origin, TV_SCREEN)
    if (befall !== undefined) await watched.page.addInitScript(befall)
    try {
      await story({ tv: new TvApp(watched.page), watched, page: watched.page })
      expect(wrongTexts((await look(watched.page)).texts)).toEqual([])
      expect(watched.faults).toEqual([])
    } finally {
      await watched.close()
    }
  }
  const look = (page: Page): Promise<TvScreen> => page.evaluate(readTvScreen)
  const waitForWords = ({ page }: Seat, words: string): Promise<TvScreen> =>
    waitUntil(
      `the words ${words}`,
      () => look(page),
      ({ texts }) => texts.some((text) => text.includes(words)),
    )
  const open = async ({ tv }: Seat, hash = ''): Promise<void> => tv.open(`${lab.tvUrl}${hash}`)

  it.each(some(BAD_ANSWERS))('begins with $what: it says so, offers a way on, and home comes by itself', async ({ give, words, what }) => {
    await sit(async (seat) => {
      const { page, tv, watched } = seat
      await page.addInitScript(() => localStorage.setItem('ulan.tv.locale', 'zh-Hans'))
      await page.route(ANY_ANSWER, give)
      await page.goto(lab.tvUrl)
      await tv.waitForFocusIn('Home', 'Notice', 'Retry')
      await waitForWords(seat, words)
      if (what === 'nobody answers') {
        await watched.screenshot('tv-bad-day-start')
        for (let asked = 0; asked < 2; asked += 1) await page.waitForRequest('**/api/v1/home*')
        expect(await tv.isLit('App.Page.Home.Notice.Actions.Retry'), 'after it asked again').toBe(true)
      }
      // What is under way must not be given twice.
      await page.unrouteAll({ behavior: 'wait' })
      await tv.waitForFocusIn('Home', 'Hero')
    })
  })

  it.each(some(BAD_ANSWERS.slice(0, 2)))('goes on with $what: back where it was, or on by itself', async ({ give, words }) => {
    await sit(async (seat) => {
      const { page, tv } = seat
      await open(seat)
      await tv.waitForFocusIn('Hero', 'Play')
      await page.route(ANY_ANSWER, give)
      await tv.goToButton('Details')
      await tv.press('Enter')
      await tv.waitForFocusIn('Programme', 'Notice', 'Retry')
      await waitForWords(seat, words)
      await tv.press('ArrowRight')
      await tv.waitForFocusIn('Notice', 'Back')
      await tv.press('Enter')
      await tv.waitForFocusIn('Home', 'Hero', 'Details')
      await tv.press('Enter')
      await tv.waitForFocusIn('Programme', 'Notice')
      // What is under way must not be given twice.
      await page.unrouteAll({ behavior: 'wait' })
      await tv.waitForFocusIn('Programme', 'Hero')
    })
  })

  it('with a server that takes half a minute: it does not wait for ever, and does not give up', async () => {
    await sit(async (seat) => {
      const { page, tv } = seat
      await page.addInitScript(() => localStorage.setItem('ulan.tv.locale', 'zh-Hans'))
      const letGo = await holdBack(page, ANY_ANSWER)
      await page.goto(lab.tvUrl)
      await waitForWords(seat, '加载中')
      await tv.waitForFocusIn('Home', 'Notice', 'Retry')
      await waitForWords(seat, '连接不上')
      letGo()
      await tv.waitForFocusIn('Home', 'Hero')
    }, hastenWaits)
  })

  it.each(some(waitsOf(FILM)))('leads home by Back from %s (%s) while %s is awaited', async (name, hash, awaited) => {
    await sit(async (seat) => {
      const { page, tv } = seat
      const letGo = await holdBack(page, awaited)
      await page.goto(`${lab.tvUrl}${hash}`)
      await tv.waitForPage(name)
      await tv.press('Backspace')
      if (awaited.includes('/home')) await tv.waitForPage('Home')
      letGo()
      await tv.waitForFocusIn('Home', 'Hero')
      expect(await tv.video()).toBeNull()
    })
  })

  it('with the server of next year: what this box does not know is left out, the rest is there', async () => {
    await sit(async (seat) => {
      const { page, tv, watched } = seat
      await page.route('**/api/v1/home*', async (route) => {
        await route.fulfill({ contentType: 'application/json', body: ofNextYear(await (await route.fetch()).text()) })
      })
      await open(seat)
      await tv.waitForFocusIn('Home', 'Hero')
      await tv.settle()
      await watched.screenshot('tv-next-year')
      const { texts } = await look(page)
      expect(wrongTexts(texts)).toEqual([])
      expect(texts.join()).not.toMatch(/直播|opera|那达慕/)
      await tv.press('ArrowDown')
      await tv.waitForFocusIn('Rail0', 'Item0')
      await tv.press('Enter')
      await tv.waitForFocusIn('Programme', 'Hero')
    })
  })

  it('with a piece of a film that is not there: it says so, and plays when it is there again', async () => {
    await sit(async (seat) => {
      const { page, tv, watched } = seat
      await page.route('**/*.m4s', (route) => route.fulfill({ status: 404 }))
      await page.goto(`${lab.tvUrl}#/play/${FILM}`)
      await tv.waitForFocusIn('Player', 'Notice', 'Retry')
      await waitForWords(seat, '这个节目暂时无法播放')
      await watched.screenshot('tv-missing-piece')
      await page.unroute('**/*.m4s')
      await tv.press('Enter')
      await tv.waitForVideo('the picture', (video) => video.seconds > 0.5)
    })
  })

  it('with a server that has no time for a film: it says so, and the film comes by itself', async () => {
    await sit(async (seat) => {
      await seat.page.route('**/playback*', (route) => route.fulfill({ status: 503, body: '' }))
      await open(seat, `#/play/${FILM}`)
      await seat.tv.waitForFocusIn('Player', 'Notice', 'Retry')
      await waitForWords(seat, '暂时无法打开')
      await seat.page.unroute('**/playback*')
      await seat.tv.waitForVideo('the picture', ({ seconds }) => seconds > 0)
    }, hastenWaits)
  })

  it('with a film that this box cannot decode: it says so, and Back leads home', async () => {
    await sit(async (seat) => {
      const { page, tv } = seat
      await page.route('**/master.m3u8', async (route) => {
        const text = await (await route.fetch()).text()
        await route.fulfill({
          contentType: 'application/vnd.apple.mpegurl',
          body: text.replaceAll(/CODECS="[^"]*"/g, 'CODECS="dvh1.05.06,ac-4.02.01.03"'),
        })
      })
      await page.goto(`${lab.tvUrl}#/play/${FILM}`)
      await tv.waitForFocusIn('Player', 'Notice', 'Back')
      await waitForWords(seat, '这台设备放不了这个节目')
      await tv.press('Enter')
      await tv.waitForPage('Home')
    })
  })

  it.each([
    ['has lost its clock', setClock],
    ['lets no page keep anything', forbidStorage],
    ['has no room for what pages keep', fillStorage],
  ])('with a box that %s: it shows home, plays, and goes back', async (_what, befall) => {
    await sit(async (seat) => {
      const { tv, page } = seat
      await open(seat)
      await tv.waitForFocusIn('Hero', 'Play')
      await tv.press('Enter')
      await tv.waitForVideo('the picture', (video) => video.seconds > 0.5)
      await tv.press('Enter')
      await tv.waitForVideo('a pause', (video) => video.isPaused)
      await tv.settle()
      if (befall === setClock) expect((await look(page)).texts.filter((text) => /^0?\d:\d\d$/.test(text))).not.toContain('08:00')
      await tv.press('Backspace')
      await tv.waitForPage('Home')
      await tv.openSettings()
      await tv.press('Backspace')
      await tv.waitForPage('Home')
    }, befall)
  })

  it('with a remote that sends keys faster than frames are drawn: the focus goes along, and stays in sight', async () => {
    await sit(async (seat) => {
      const { tv, page } = seat
      await open(seat)
      await tv.press('ArrowDown')
      await tv.waitForFocusIn('Rail0')
      for (const key of ['ArrowRight', 'ArrowDown', 'ArrowLeft', 'ArrowUp']) {
        for (let count = 0; count < HOLD_KEYS; count += 1) await page.keyboard.down(key)
        await page.keyboard.up(key)
        await expect.poll(async () => complaintsAbout(await look(page))).toEqual([])
      }
    })
  })

  it('with keys that come before the header is drawn: the language they point at is chosen', async () => {
    await sit(async ({ page, tv }) => {
      await page.addInitScript(() => localStorage.setItem('ulan.tv.locale', 'zh-Hans'))
      await page.addInitScript(pressAtFirstSight, [MENU_KEY, RIGHT_KEY])
      await page.goto(lab.tvUrl)
      await tv.waitForFocusIn('Header')
      await expect.poll(() => tv.isVertical('App.Page.Home.Scroll.Rails.Rail0.Title')).toBe(true)
    })
  })

  it('without a server, where home was seen before: it is there, and says that the line is down', async () => {
    await sit(async (seat) => {
      const { page, tv, watched } = seat
      await open(seat)
      await tv.waitForPage('Home')
      await page.goto('about:blank')
      await page.route(ANY_ANSWER, (route) => route.abort('connectionrefused'))
      await page.goto(lab.tvUrl)
      await tv.waitForFocusIn('Home', 'Hero', 'Play')
      await waitForWords(seat, '网络已断开')
      await watched.screenshot('tv-bad-day-home-of-before')
      await page.unroute(ANY_ANSWER)
      await expect.poll(async () => (await look(page)).texts.some((text) => text.includes('网络已断开'))).toBe(false)
    })
  })

  it('with a drawing context that the box takes away: the app is back on the same page, and a film where it was', async () => {
    await sit(async (seat) => {
      await open(seat, `#/play/${FILM}`)
      const { page, tv } = seat
      await tv.waitForVideo('some seconds', ({ seconds }) => seconds > 6)
      await page.evaluate(takeContext)
      await page.waitForFunction(() => !('isOld' in window) && document.querySelector('canvas') !== null)
      await tv.waitForPage('Player')
      await tv.waitForVideo('the film again', ({ seconds }) => seconds > 0)
      await tv.press('Backspace')
      await tv.waitForPage('Home')
    }, hastenWaits)
  })

  it('with a film that is taken down while it plays: picture and words go, it says why, and Back leads on', async () => {
    await sit(async (seat) => {
      const { tv, watched } = seat
      await open(seat, `#/play/${FILM}`)
      await tv.waitForVideo('the picture', (video) => video.seconds > 0.5)
      await tv.press('Enter')
      await tv.waitForVideo('a pause', (video) => video.isPaused)
      const { rev } = await staff.must('readStaffProgramme', { params: { id: FILM } })
      const down = await staff.must('takeDownProgramme', { params: { id: FILM }, body: { rev } })
      await tv.waitForFocusIn('Player', 'Notice', 'Back')
      await waitForWords(seat, '这个节目已下架')
      expect(await tv.video()).toMatchObject({ seconds: 0, durationSeconds: 0 })
      await watched.screenshot('tv-taken-down')
      await tv.press('Enter')
      await tv.waitForFocusIn('Home', 'Hero')
      await staff.must('publishProgramme', { params: { id: FILM }, body: { rev: down.rev } })
    }, hastenWaits)
  })
})
