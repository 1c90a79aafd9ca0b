import type { ProgrammeId } from '@ulan/contract'
import type { Browser, Locator } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Lab } from '../../lab/lab.ts'
import { boxOf, overlap } from '../fixtures/box.ts'
import { launchBrowser, openPage, TABLET_LANDSCAPE, TABLET_PORTRAIT, type WatchedPage } from '../fixtures/browser.ts'
import { CHAPTERS } from '../fixtures/published-chapters.ts'
import { createReadyLab, filmOf } from '../fixtures/ready-lab.ts'
import { tellInOrder } from '../fixtures/story.ts'
import { TabletApp } from '../page-objects/tablet-app.ts'

const [OPENING, FIRST_LAW, SECOND_LAW] = CHAPTERS
/** Least side of anything that is tapped, px. */
const TARGET_PX = 64

describe('the chapters of a film on a shared tablet', () => {
  tellInOrder()
  let lab: Lab
  let browser: Browser
  let watched: WatchedPage
  let tablet: TabletApp
  let id: ProgrammeId
  const button = (name: string): Locator => watched.page.getByRole('button', { name, exact: true })

  beforeAll(async () => {
    lab = await createReadyLab('chapters')
    id = await filmOf(lab)
    browser = await launchBrowser()
    watched = await openPage(browser, lab.origin, TABLET_LANDSCAPE)
    tablet = new TabletApp(watched.page)
    await tablet.openPlayer(lab.tabletUrl, id)
  })
  afterAll(async () => {
    await browser?.close()
    await lab?.stop()
  })
  afterEach(() => expect(watched.faults).toEqual([]))

  it('offer the way past the opening, as large as a finger, and the film goes on after it', async () => {
    await tablet.waitForVideo('the picture to move', ({ seconds }) => seconds > 1)
    await tablet.tapControl('暂停')
    await tablet.waitForVideo('a pause', ({ isPaused }) => isPaused)
    const { width, height } = await boxOf(button('跳过片头'))
    expect(Math.min(width, height)).toBeGreaterThanOrEqual(TARGET_PX)
    const cue = watched.page.locator('.cues p').filter({ hasText: '禁止开垦草原' })
    await cue.waitFor()
    await expect.poll(async () => overlap(await boxOf(cue), await boxOf(button('跳过片头')))).toBe(false)
    await tablet.settle()
    await watched.screenshot('tablet-skip-opening')
    await tablet.tapControl('播放')
    await tablet.tapControl('跳过片头')
    const after = await tablet.waitForVideo('the end of the opening', ({ seconds }) => seconds >= OPENING.endSeconds)
    expect(after.isPaused).toBe(false)
    await button('跳过片头').waitFor({ state: 'detached' })
  })

  it('lead to where the law is explained, from there to the next place, and round again', async () => {
    await tablet.tapControl('暂停')
    const { width, height } = await boxOf(button('法律讲解'))
    expect(Math.min(width, height)).toBeGreaterThanOrEqual(TARGET_PX)
    for (const { startSeconds } of [FIRST_LAW, SECOND_LAW, FIRST_LAW]) {
      await tablet.tapControl('法律讲解')
      await tablet.waitForVideo('the law', ({ seconds }) => seconds >= startSeconds - 0.1 && seconds < startSeconds + 2)
    }
    await tablet.settle()
    await watched.screenshot('tablet-law-explained')
  })

  it('are seen on the time line, where the thumb comes to stand', async () => {
    const law = await boxOf(watched.page.locator('.seek-chapter-law-explained').first())
    const track = await boxOf(watched.page.locator('.seek-line'))
    const thumbPx = 44
    const share = FIRST_LAW.startSeconds / (await tablet.waitForVideo('the length', () => true)).durationSeconds
    expect(law.x).toBeCloseTo(track.x + thumbPx / 2 + share * (track.width - thumbPx), -1)
    expect(await watched.page.locator('.seek-chapter').count()).toBe(CHAPTERS.length)
  })

  it('stand in columns in Mongolian, on an upright tablet too', async () => {
    for (const [screen, name] of [
      [TABLET_LANDSCAPE, 'tablet-chapters-mongolian'],
      [TABLET_PORTRAIT, 'tablet-chapters-mongolian-portrait'],
    ] as const) {
      const other = await openPage(browser, lab.origin, screen)
      const reader = new TabletApp(other.page)
      await reader.open(lab.tabletUrl)
      await reader.chooseLanguage('ᠮᠣᠩᠭᠣᠯ')
      await reader.openPlayer(lab.tabletUrl, id)
      await reader.waitForVideo('the picture to move', ({ seconds }) => seconds > 1)
      await reader.tapControl('ᠲᠦᠷ ᠵᠤᠭᠰᠤᠭᠠᠬᠤ')
      const law = other.page.locator('.chapters [lang="mn-Mong"]')
      expect((await reader.box(law)).writingMode).toBe('vertical-lr')
      const row = await boxOf(other.page.locator('.chapters'))
      for (const around of ['.deck-foot', '.stage-head', '.round-large']) {
        expect(overlap(row, await boxOf(other.page.locator(around))), `clear of ${around}`).toBe(false)
      }
      await reader.settle()
      await other.screenshot(name)
      expect(other.faults).toEqual([])
      await other.close()
    }
  })
})
