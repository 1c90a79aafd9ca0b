import type { ProgrammeId } from '@ulan/contract'
import type { Browser, Locator } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Lab } from '../../lab/lab.ts'
import { type Box, boxOf, overlap } from '../fixtures/box.ts'
import { launchBrowser, openPage, TV_SCREEN, type WatchedPage } from '../fixtures/browser.ts'
import { CHAPTERS } from '../fixtures/published-chapters.ts'
import { createReadyLab, filmOf } from '../fixtures/ready-lab.ts'
import { tellInOrder } from '../fixtures/story.ts'
import { TvApp, type VideoState } from '../page-objects/tv-app.ts'
import { readTvScreen } from '../page-objects/tv-screen.ts'

const [OPENING, FIRST_LAW, SECOND_LAW] = CHAPTERS
const CHAPTER_ROW = 'App.Page.Player.Chapters'
const isAt =
  ({ startSeconds }: { readonly startSeconds: number }) =>
  ({ seconds }: VideoState): boolean =>
    seconds >= startSeconds - 0.1 && seconds < startSeconds + 2

describe('the chapters of a film on a television', () => {
  tellInOrder()
  let lab: Lab
  let browser: Browser
  let watched: WatchedPage
  let tv: TvApp
  let id: ProgrammeId
  const line = (): Locator => watched.page.locator('.cues p[lang="zh-Hans"]').filter({ hasText: '禁止开垦草原' })
  const column = (): Locator => watched.page.locator('.cues p[lang="mn-Mong"]')

  beforeAll(async () => {
    lab = await createReadyLab('chapters')
    id = await filmOf(lab)
    browser = await launchBrowser()
    watched = await openPage(browser, lab.origin, TV_SCREEN)
    tv = new TvApp(watched.page)
    await tv.open(`${lab.tvUrl}#/play/${id}`)
  })
  afterAll(async () => {
    await browser?.close()
    await lab?.stop()
  })
  afterEach(() => expect(watched.faults).toEqual([]))

  /** What is lit, as a box of the page. */
  const litBox = async (): Promise<Box> => {
    const { focusBox } = await watched.page.evaluate(readTvScreen)
    if (focusBox === undefined) throw new Error('nothing is lit')
    const { left, top, right, bottom } = focusBox
    return { x: left, y: top, width: right - left, height: bottom - top }
  }

  it('offer the way past the opening over the film alone, clear of its subtitles, and OK takes it', async () => {
    await tv.waitForFocusIn('Player', 'SkipOpening')
    await line().waitFor()
    await expect.poll(async () => overlap(await boxOf(line()), await litBox())).toBe(false)
    await watched.screenshot('tv-skip-opening')
    await tv.press('Enter')
    const after = await tv.waitForVideo('the end of the opening', ({ seconds }) => seconds >= OPENING.endSeconds)
    expect(after.isPaused, 'it goes on playing').toBe(false)
    await expect.poll(() => tv.isSeen(`${CHAPTER_ROW}.SkipOpening`)).toBe(false)
  })

  it('leave OK to the film where nothing is offered', async () => {
    await expect.poll(async () => (await tv.focus()).at(-1)).toBe('Player')
    await tv.press('Enter')
    await tv.waitForVideo('a pause', ({ isPaused }) => isPaused)
  })

  it('lead by ↑ from the time line to where the law is explained, from there to the next place, and round again', async () => {
    await tv.press('ArrowUp')
    await tv.waitForFocusIn('Player', 'LawExplained')
    for (const law of [FIRST_LAW, SECOND_LAW, FIRST_LAW]) {
      await tv.press('Enter')
      await tv.waitForVideo(`the law at ${law.startSeconds} s`, isAt(law))
      await tv.waitForFocusIn('Player', 'LawExplained')
    }
    await expect.poll(async () => overlap(await boxOf(line()), await litBox())).toBe(false)
    await tv.settle()
    await watched.screenshot('tv-law-explained')
  })

  it('leave ↑ to the header and ↓ to the subtitles, one step further', async () => {
    await tv.press('ArrowUp')
    await tv.waitForFocusIn('Header')
    await tv.press('ArrowDown')
    await expect.poll(async () => (await tv.focus()).at(-1)).toBe('Player')
    await tv.press('ArrowUp')
    await tv.waitForFocusIn('Player', 'LawExplained')
    await tv.press('ArrowDown')
    await expect.poll(async () => (await tv.focus()).at(-1)).toBe('Player')
    await expect.poll(() => tv.words('App.Page.Player.Transport.Captions')).toBe('字幕 · 中')
    await tv.press('ArrowDown')
    await expect.poll(() => tv.words('App.Page.Player.Transport.Captions')).toBe('字幕 · 大')
  })

  it('keep the way past a long opening with the controls, and let the picture be seen without them', async () => {
    // Back into the opening, past the time that its skip is offered for over the film alone.
    while (((await tv.video())?.seconds ?? 0) > 20) {
      const before = (await tv.video())?.seconds ?? 0
      await tv.press('ArrowLeft')
      await tv.waitForVideo('the jump back', ({ seconds }) => seconds < before - 3)
    }
    await expect.poll(() => tv.isSeen(`${CHAPTER_ROW}.SkipOpening`)).toBe(true)
    expect((await tv.focus()).at(-1), 'OK is the film’s').toBe('Player')
    await tv.press('Enter')
    await tv.waitForVideo('playing again', ({ isPaused }) => !isPaused)
    await expect.poll(() => tv.isSeen(CHAPTER_ROW)).toBe(false)
    expect((await tv.video())?.seconds).toBeLessThan(OPENING.endSeconds)
    await tv.press('ArrowDown')
    await expect.poll(() => tv.isSeen(`${CHAPTER_ROW}.SkipOpening`)).toBe(true)
    await tv.press('ArrowUp')
    await tv.waitForFocusIn('Player', 'SkipOpening')
    await tv.press('Enter')
    await tv.waitForVideo('the end of the opening', ({ seconds }) => seconds >= OPENING.endSeconds)
  })

  it('stand in columns in Mongolian, clear of the title and the subtitles', async () => {
    await tv.press('Enter')
    await tv.waitForVideo('a pause', ({ isPaused }) => isPaused)
    await tv.press('ContextMenu')
    await tv.waitForFocusIn('Header')
    await tv.press('Enter')
    await column().waitFor()
    await tv.press('Backspace')
    await expect.poll(async () => (await tv.focus()).at(-1)).toBe('Player')
    await tv.press('ArrowUp')
    await tv.waitForFocusIn('Player', 'LawExplained')
    // The words are laid out anew in their language a little after the focus is there.
    await expect.poll(() => tv.isVertical(`${CHAPTER_ROW}.LawExplained.Frame.Text`)).toBe(true)
    const standing = async (): Promise<readonly boolean[]> => {
      const [lit, cues] = [await litBox(), await boxOf(column())]
      return [lit.height > lit.width, overlap(lit, cues)]
    }
    await expect.poll(standing).toEqual([true, false])
    await tv.settle()
    await watched.screenshot('tv-law-explained-mongolian')
  })

  it('are offered in Mongolian from the start of the film', async () => {
    // Another place in the page's own address alone would not load it anew.
    await watched.page.goto('about:blank')
    await tv.open(`${lab.tvUrl}#/programme/${id}`)
    await tv.goToButton('Restart')
    await tv.press('Enter')
    await tv.waitForFocusIn('Player', 'SkipOpening')
    await column().waitFor()
    await watched.screenshot('tv-skip-opening-mongolian')
    await tv.press('ArrowRight')
    await expect.poll(() => tv.isSeen(`${CHAPTER_ROW}.LawExplained`)).toBe(true)
    await watched.screenshot('tv-skip-opening-controls-mongolian')
  })
})
