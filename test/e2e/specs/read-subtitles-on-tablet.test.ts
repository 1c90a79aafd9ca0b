import type { ProgrammeId } from '@ulan/contract'
import type { Browser, Locator } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Lab } from '../../lab/lab.ts'
import { boxOf, overlap } from '../fixtures/box.ts'
import { launchBrowser, openPage, TABLET_LANDSCAPE, type WatchedPage } from '../fixtures/browser.ts'
import {
  bottomOf,
  cueOf,
  expectApart,
  expectPinned,
  expectScrolledAndStill,
  readRegionCues,
  regionOf,
  type SeenCues,
} from '../fixtures/cue-regions.ts'
import { REGION_BLOCKS } from '../fixtures/published-tracks.ts'
import { createReadyLab, filmOf } from '../fixtures/ready-lab.ts'
import { tellInOrder } from '../fixtures/story.ts'
import { TabletApp } from '../page-objects/tablet-app.ts'

describe('subtitles on a shared tablet', () => {
  tellInOrder()
  let lab: Lab
  let browser: Browser
  let watched: WatchedPage
  let tablet: TabletApp
  let id: ProgrammeId
  const cue = (text: string): Locator => watched.page.locator('.cues p').filter({ hasText: text })
  const column = (): Locator => watched.page.locator('.cues p[lang="mn-Mong"]')

  beforeAll(async () => {
    lab = await createReadyLab('film')
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

  it('are there in the language of the screen without a touch, clear of the controls, each in its place', async () => {
    await cue('禁止开垦草原').waitFor()
    await tablet.waitForVideo('the picture to move', (video) => video.seconds > 0.5)
    await tablet.tapControl('暂停')
    const isOver = async (controls: string) => overlap(await boxOf(cue('禁止开垦草原')), await boxOf(watched.page.locator(controls)))
    for (const controls of ['.deck-foot', '.stage-head']) await expect.poll(() => isOver(controls)).toBe(false)
    expect((await boxOf(cue('马头琴声'))).y).toBeLessThan(200)
    expect((await boxOf(cue('禁止开垦草原'))).y).toBeGreaterThan(400)
    expect(await column().count()).toBe(0)
    await tablet.settle()
    await watched.screenshot('tablet-subtitles')
  })

  it('come in both languages at once: columns at the left edge, lines at the foot, neither over the other', async () => {
    await tablet.tapControl('字幕')
    await watched.page.getByRole('button', { name: 'ᠮᠣᠩᠭᠣᠯ' }).last().tap()
    await column().waitFor()
    const standing = async (): Promise<readonly boolean[]> => {
      const [left, line] = [await boxOf(column()), await boxOf(cue('禁止开垦草原'))]
      const title = await boxOf(watched.page.locator('.stage-head'))
      return [left.height > left.width, left.x < 120, overlap(left, line), overlap(left, title)]
    }
    // They make room for what lies over the picture once that is laid out.
    await expect.poll(standing).toEqual([true, true, false, false])
    expect(await column().evaluate((box) => getComputedStyle(box).writingMode)).toBe('vertical-lr')
    await tablet.settle()
    await watched.screenshot('tablet-subtitles-both')
  })

  it('stay within the picture in the largest size; a column that is too long goes on in the next', async () => {
    const before = await boxOf(column())
    await tablet.tapButton('特大')
    await expect.poll(async () => (await boxOf(column())).width).toBeGreaterThan(before.width)
    const left = await boxOf(column())
    const line = await boxOf(cue('禁止开垦草原'))
    const picture = await boxOf(watched.page.locator('.cue-host'))
    for (const box of [left, line]) {
      expect([box.x >= picture.x, box.y >= picture.y]).toEqual([true, true])
      expect([box.x + box.width <= picture.x + picture.width, box.y + box.height <= picture.y + picture.height]).toEqual([true, true])
    }
    for (const text of ['禁止开垦草原', '马头琴声']) expect(overlap(left, await boxOf(cue(text)))).toBe(false)
    await watched.screenshot('tablet-subtitles-huge')
  })

  it('are remembered as they were chosen, and can be taken away', async () => {
    await watched.page.reload()
    await column().waitFor()
    await cue('禁止开垦草原').waitFor()
    await tablet.tapControl('字幕')
    await watched.page.getByRole('dialog').getByRole('button', { name: '中文' }).tap()
    await watched.page.getByRole('dialog').getByRole('button', { name: 'ᠮᠣᠩᠭᠣᠯ' }).tap()
    await expect.poll(() => watched.page.locator('.cues p').count()).toBe(0)
    await watched.page.reload()
    await tablet.waitForVideo('the picture', (video) => video.durationSeconds > 0)
    await watched.page.waitForLoadState('networkidle')
    expect(await watched.page.locator('.cues p').count()).toBe(0)
  })

  it('lie beside the choice of the sound, which changes while the picture goes on', async () => {
    await tablet.tapControl('字幕')
    const sounds = watched.page.getByRole('group', { name: '声音' }).getByRole('button')
    await expect.poll(() => sounds.count()).toBe(2)
    const pressed = () => sounds.evaluateAll((all) => all.map((one) => one.ariaPressed))
    await expect.poll(pressed).toEqual(['true', 'false'])
    const asked = watched.page.waitForRequest((request) => /\/audio-2\b/.test(request.url()))
    await sounds.nth(1).tap()
    await asked
    await expect.poll(pressed).toEqual(['false', 'true'])
    await tablet.tapButton('关闭')
  })

  it('are columns from the first second on for whoever reads Mongolian, and what is heard is Mongolian', async () => {
    const other = await openPage(browser, lab.origin, TABLET_LANDSCAPE)
    const reader = new TabletApp(other.page)
    await reader.open(lab.tabletUrl)
    await reader.chooseLanguage('ᠮᠣᠩᠭᠣᠯ')
    await reader.openPlayer(lab.tabletUrl, id)
    await other.page.locator('.cues p[lang="mn-Mong"]').waitFor()
    expect(await other.page.locator('.cues p[lang="zh-Hans"]').count()).toBe(0)
    await reader.tapControl('ᠳᠡᠯᠭᠡᠴᠡᠨ᠎ᠤ ᠦᠰᠦᠭ')
    const sounds = other.page.getByRole('group', { name: 'ᠳᠠᠭᠤ' }).getByRole('button')
    await expect.poll(() => sounds.evaluateAll((all) => all.map((one) => one.ariaPressed))).toEqual(['false', 'true'])
    await reader.settle()
    await other.screenshot('tablet-subtitles-mongolian')
    expect(other.faults).toEqual([])
    await other.close()
  })

  it('go when the film is over, however long they were meant to stand', async () => {
    await tablet.hurryToEnd()
    await expect.poll(() => watched.page.locator('.cues p').count()).toBe(0)
  })
})

describe('subtitles of two speakers, each in a region', () => {
  tellInOrder()
  let lab: Lab
  let browser: Browser
  let watched: WatchedPage
  let tablet: TabletApp
  let published: string
  const cue = (text: string): Locator => watched.page.locator('.cues p').filter({ hasText: text })
  const seen = (): Promise<SeenCues> => watched.page.evaluate(readRegionCues)

  beforeAll(async () => {
    lab = await createReadyLab('regions')
    const id = await filmOf(lab)
    browser = await launchBrowser()
    watched = await openPage(browser, lab.origin, TABLET_LANDSCAPE)
    tablet = new TabletApp(watched.page)
    const asked = watched.page.waitForResponse((answer) => answer.url().endsWith('/cues.vtt'))
    await tablet.openPlayer(lab.tabletUrl, id)
    published = await (await asked).text()
    await tablet.waitForVideo('all to be said', ({ seconds }) => seconds > 3.2)
    await tablet.tapControl('暂停')
    await cue('走吧').waitFor()
    await tablet.settle()
    // What was said last may still be pushing the others up.
    await watched.page.waitForFunction(() => document.querySelector('.cues')?.getAnimations({ subtree: true }).length === 0)
  })
  afterAll(async () => {
    await browser?.close()
    await lab?.stop()
  })
  afterEach(() => expect(watched.faults).toEqual([]))

  it('come with their regions as they were uploaded, byte for byte', () => {
    for (const block of REGION_BLOCKS) expect(published).toContain(`\n\n${block}\n\n`)
  })

  it('stand where their regions are pinned, in their width and lines', async () => {
    expectPinned(await seen())
    await watched.screenshot('tablet-subtitles-regions')
  })

  it('push older ones up and out where they scroll, and stay where they came where they do not', async () => {
    expectScrolledAndStill(await seen())
  })

  it('leave the controls clear, and lines without a region, or with a place of their own, stand elsewhere', async () => {
    const controls = await Promise.all(['.deck-foot', '.stage-head'].map((part) => boxOf(watched.page.locator(part))))
    expectApart(await seen(), controls)
  })

  it('have as many lines in the largest size, none of them cut off, and fit anew when the panel gives its room back', async () => {
    const before = regionOf(await seen(), '走吧')
    await tablet.tapControl('字幕')
    await tablet.tapButton('特大')
    await tablet.tapButton('关闭')
    await expect.poll(async () => regionOf(await seen(), '走吧').height).toBeGreaterThan(before.height * 1.4)
    const laid = async (): Promise<readonly unknown[]> => {
      const now = await seen()
      const [scrolled, still] = [regionOf(now, '走吧'), regionOf(now, '我叫乌兰')]
      return [scrolled.lines, still.lines, bottomOf(scrolled), cueOf(now, '好！今天才喝一碗').box.y > still.y - 1]
    }
    await expect.poll(laid).toEqual([expect.closeTo(3, 1), expect.closeTo(3, 1), expect.closeTo(bottomOf(before), 0), true])
    await watched.screenshot('tablet-subtitles-regions-huge')
  })
})
