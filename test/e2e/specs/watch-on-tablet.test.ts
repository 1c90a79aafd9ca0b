import type { AttemptId } from '@ulan/contract'
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { createLab, type Lab } from '../../lab/lab.ts'
import { launchBrowser, openPage, TABLET_LANDSCAPE, TABLET_PORTRAIT, TABLET_SHORT, type WatchedPage } from '../fixtures/browser.ts'
import { tellInOrder } from '../fixtures/story.ts'
import { type Target, waitForTarget } from '../fixtures/target.ts'
import { TabletApp } from '../page-objects/tablet-app.ts'
import { TouchScreen } from '../page-objects/touch-screen.ts'

/** Least side of anything that is tapped in a quiz, px. */
const TARGET_PX = 64

describe('watching on a shared tablet by touch', () => {
  tellInOrder()
  let lab: Lab
  let browser: Browser
  let watched: WatchedPage
  let tablet: TabletApp
  let target: Target

  beforeAll(async () => {
    lab = await createLab({ seed: 'starter' })
    browser = await launchBrowser()
    target = await waitForTarget(lab.visitor(), 'tablet')
    // A first start has come to something that plays. Whoever watches it need not wait for the clips that follow.
    await lab.leave()
    await lab.restart({ DEMO: '0', TRANSCODE_WORKERS: '0' })
    watched = await openPage(browser, lab.origin, TABLET_LANDSCAPE)
    tablet = new TabletApp(watched.page)
    await tablet.open(lab.tabletUrl)
    await tablet.card(target.id).waitFor()
  })
  afterAll(async () => {
    await browser?.close()
    await lab?.stop()
  })
  afterEach(() => expect(watched.faults).toEqual([]))

  it('shows the home screen, nothing wider than the tablet in either position', async () => {
    await tablet.settle()
    await watched.screenshot('tablet-home')
    expect((await tablet.overflow()).acrossPx).toBeLessThanOrEqual(0)
    const upright = await openPage(browser, lab.origin, TABLET_PORTRAIT)
    const other = new TabletApp(upright.page)
    await other.open(lab.tabletUrl)
    await other.card(target.id).waitFor()
    await other.settle()
    await upright.screenshot('tablet-home-portrait')
    expect((await other.overflow()).acrossPx).toBeLessThanOrEqual(0)
    expect(upright.faults).toEqual([])
    await upright.close()
  })

  it('goes home → programme → picture by touch, pauses, and Back leads home', async () => {
    await tablet.tapCard(target.id)
    await watched.page.getByRole('heading', { name: target.title, level: 1 }).waitFor()
    await tablet.settle()
    await watched.screenshot('tablet-programme')
    await tablet.tapPlay()
    await tablet.waitForVideo('the picture to move', (video) => video.seconds > 1)
    await tablet.tapControl('暂停')
    await tablet.waitForVideo('a pause', (video) => video.isPaused)
    await watched.screenshot('tablet-player')
    await tablet.tapControl('播放')
    await tablet.waitForVideo('playing again', (video) => !video.isPaused)
    await tablet.tapControl('返回')
    await watched.page.waitForURL(`**/#/programme/${target.id}`)
    // The address is there before the screen of it.
    await expect.poll(() => tablet.video()).toBeNull()
    await tablet.tapButton('返回')
    await tablet.card(target.id).waitFor()
  })

  it('is laid out in real columns in Mongolian, and scrolls along them', async () => {
    await tablet.chooseLanguage('ᠮᠣᠩᠭᠣᠯ')
    await expect.poll(() => tablet.flow()).toBe('vertical')
    const titles = watched.page.locator('h2.rail-title[lang="mn-Mong"]')
    await titles.first().waitFor()
    await tablet.settle()
    const column = await tablet.box(titles.first())
    expect(column.writingMode).toBe('vertical-lr')
    expect(column.fontFamily).toMatch(/Mong/)
    expect(column.heightPx).toBeGreaterThan(column.widthPx)
    const overflow = await tablet.overflow()
    expect(overflow.downPx, 'nothing below the screen').toBeLessThanOrEqual(0)
    expect(overflow.acrossPx, 'columns go on to the right').toBeGreaterThan(200)
    await watched.screenshot('tablet-home-mongolian')
    await watched.page.mouse.wheel(0, 900)
    await expect.poll(() => watched.page.evaluate(() => scrollX)).toBeGreaterThan(300)
    await watched.screenshot('tablet-home-mongolian-scrolled')
    // By a finger too: towards the left, as the columns go on to the right.
    const before = await watched.page.evaluate(() => scrollX)
    await (await TouchScreen.of(watched.page)).swipe({ x: 1000, y: 500 }, { x: 500, y: 500 })
    await expect.poll(() => watched.page.evaluate(() => scrollX)).toBeGreaterThan(before + 200)
    await tablet.tapCard(target.id)
    await tablet.page.locator('a.action-main[href^="#/play/"]').first().waitFor()
    await tablet.settle()
    await watched.screenshot('tablet-programme-mongolian')
    expect(await tablet.flow()).toBe('vertical')
    await tablet.chooseLanguage('中文')
    await expect.poll(() => tablet.flow()).toBe('horizontal')
  })

  it('is in lines in Cyrillic, whose letters are all of one font', async () => {
    const upright = await openPage(browser, lab.origin, TABLET_PORTRAIT)
    const other = new TabletApp(upright.page)
    await other.open(lab.tabletUrl)
    await other.chooseLanguage('Монгол')
    await upright.page.getByText('Улаан мөчир', { exact: true }).waitFor()
    expect(await other.flow()).toBe('horizontal')
    const faces = (): Promise<string[]> =>
      upright.page.evaluate(() => [...document.fonts].filter((face) => face.family.includes('Cyrl')).map((face) => face.status))
    await expect.poll(faces).toEqual(['loaded', 'loaded'])
    expect((await other.overflow()).acrossPx).toBeLessThanOrEqual(0)
    await other.settle()
    await upright.screenshot('tablet-home-cyrillic')
    await upright.close()
  })

  it('keeps the way to the picture on the screen of a short tablet in Mongolian', async () => {
    const short = await openPage(browser, lab.origin, TABLET_SHORT)
    const other = new TabletApp(short.page)
    await other.open(lab.tabletUrl)
    await other.chooseLanguage('ᠮᠣᠩᠭᠣᠯ')
    await expect.poll(() => other.flow()).toBe('vertical')
    const play = short.page.locator('.hero a.action').first()
    await play.waitFor()
    await other.settle()
    await short.screenshot('tablet-home-mongolian-short')
    const box = await play.boundingBox()
    expect((box?.x ?? 0) + (box?.width ?? Number.POSITIVE_INFINITY)).toBeLessThanOrEqual(1024)
    await short.close()
  })

  it('ends in a quiz of three with big targets whose attempt is stored', async () => {
    await tablet.tapPlay()
    await tablet.waitForVideo('the picture', (video) => video.durationSeconds > 0 && video.seconds > 0.2)
    await tablet.hurryToEnd()
    await watched.screenshot('tablet-end')
    await tablet.tapButton('开始答题')
    await watched.page.waitForURL(`**/#/quiz/${target.id}`)
    await tablet.settle()
    await watched.screenshot('tablet-quiz-start')
    await tablet.tapButton('开始答题')
    const sent = watched.page.waitForResponse(
      (response) => response.url().endsWith('/api/v1/attempts') && response.request().method() === 'POST',
    )
    for (const [index, question] of target.quiz.questions.entries()) {
      const right = question.options.findIndex((option) => option.id === question.correctOptionId)
      const chosen = index === 1 ? (right + 1) % question.options.length : right
      await watched.page.getByRole('heading', { name: question.text.text, level: 1 }).waitFor()
      const options = watched.page.locator('button.option')
      expect(await options.count()).toBe(question.options.length)
      for (const option of await options.all()) {
        const box = await option.boundingBox()
        expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(TARGET_PX)
      }
      const before = await options.nth(chosen).boundingBox()
      await options.nth(chosen).tap()
      await watched.page.locator('.verdict').waitFor()
      await tablet.settle()
      const after = await options.nth(chosen).boundingBox()
      expect([after?.x, after?.width], 'nothing moves under the finger').toEqual([before?.x, before?.width])
      await watched.screenshot(index === 1 ? 'tablet-quiz-wrong' : 'tablet-quiz-right')
      await tablet.tapButton(index === 2 ? '答题结果' : '下一题')
    }
    const response = await sent
    expect(response.status()).toBe(201)
    await watched.page.getByText('答卷已提交').waitFor()
    await watched.screenshot('tablet-quiz-result')
    const { id }: { id: AttemptId } = response.request().postDataJSON()
    const staff = await lab.signIn()
    const attempt = await staff.must('readAttempt', { params: { id } })
    expect(attempt).toMatchObject({ quizId: target.quiz.id, programmeId: target.id, device: 'tablet', score: { correct: 2, total: 3 } })
  })
})
