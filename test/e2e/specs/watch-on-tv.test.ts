import type { AttemptId, ProgrammeId } from '@ulan/contract'
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Lab } from '../../lab/lab.ts'
import { holdBack, setClock } from '../fixtures/bad-days.ts'
import { launchBrowser, openPage, TV_SCREEN, type WatchedPage } from '../fixtures/browser.ts'
import { changePublished } from '../fixtures/change-published.ts'
import { createReadyLab } from '../fixtures/ready-lab.ts'
import { tellInOrder } from '../fixtures/story.ts'
import { type Target, waitForTarget } from '../fixtures/target.ts'
import { TvApp } from '../page-objects/tv-app.ts'

/** The small picture of the place that is steered to. */
const PREVIEW = 'App.Page.Player.Transport.Preview'
const DAY_MS = 86_400_000

/** Gives an episode a title as staff may, with a hanzi that no text of ours has. */
async function giveRareTitle(lab: Lab): Promise<void> {
  const staff = await lab.signIn()
  const id = 'road-campfire' as ProgrammeId // of the starter catalogue
  await changePublished(staff, id, ({ title }) => ({ title: { ...title, 'zh-Hans': '第二集 犇' } }))
}

describe('watching on a television with a remote control', () => {
  tellInOrder()
  let lab: Lab
  let browser: Browser
  let watched: WatchedPage
  let tv: TvApp
  let target: Target

  beforeAll(async () => {
    lab = await createReadyLab('playable')
    browser = await launchBrowser()
    target = await waitForTarget(lab.visitor(), 'tv')
    await giveRareTitle(lab)
    watched = await openPage(browser, lab.origin, TV_SCREEN)
    tv = new TvApp(watched.page)
    await tv.open(lab.tvUrl)
    await tv.waitForPage('Home')
  })
  afterAll(async () => {
    await browser?.close()
    await lab?.stop()
  })
  afterEach(() => expect(watched.faults).toEqual([]))

  it('shows a home screen with a hero, rails and a visible focus', async () => {
    const home = await lab.visitor().must('readHome', { query: { locale: 'zh-Hans', device: 'tv' } })
    expect(home.rails.length).toBeGreaterThanOrEqual(3)
    expect(home.heroes.length).toBeGreaterThanOrEqual(1)
    await tv.settle()
    await watched.screenshot('tv-home')
    // 犇, in a title further down, is not among the characters of the start font.
    await tv.press('ArrowDown', 3)
    await tv.waitForFocusIn('Home', 'Rail2')
    await expect.poll(() => tv.loadedFaces('SC Ext')).toBeGreaterThan(0)
    await tv.settle()
    await watched.screenshot('tv-home-rare-hanzi')
    await tv.press('ArrowUp', 3)
    await tv.waitForFocusIn('Home', 'Hero')
  })

  it('goes home → programme → picture, pauses, seeks, and Back leads the same way home', async () => {
    await tv.goToCard(target.rail, target.item)
    await tv.settle()
    await watched.screenshot('tv-home-rail')
    await tv.press('Enter')
    await tv.waitForFocusIn('Programme', 'Play')
    expect(tv.hash()).toBe(`#/programme/${target.id}`)
    await tv.settle()
    await watched.screenshot('tv-programme')

    await tv.press('Enter')
    await tv.waitForPage('Player')
    const playing = await tv.waitForVideo('the picture to move', (video) => video.seconds > 1)
    expect(playing.durationSeconds).toBeGreaterThan(8)
    // While its opening plays, OK would skip that; with the controls it is the film's own.
    await tv.press('ArrowDown')
    await tv.press('Enter')
    await tv.waitForVideo('a pause', (video) => video.isPaused)
    await watched.screenshot('tv-player')
    const paused = await tv.video()
    await expect.poll(() => tv.words('App.Page.Player.Transport.TimeOfDay')).toMatch(/^\d{1,2}:\d\d$/)
    // The next midnight of Greenwich, 8:00 in China: a film that stands tells nothing, but its clock goes on.
    await watched.page.evaluate(setClock, Math.ceil(Date.now() / DAY_MS) * DAY_MS)
    await expect.poll(() => tv.words('App.Page.Player.Transport.TimeOfDay')).toMatch(/^0?8:0\d$/)
    // To and fro, so that the film does not come to its end while the picture is on its way; in the end elsewhere.
    const keys = ['ArrowRight', 'ArrowLeft'] as const
    let turn = 0
    for (; !(await tv.isPainted(`${PREVIEW}.Image`)); turn += 1) await tv.press(keys[turn % 2] ?? 'ArrowRight')
    if (turn % 2 === 0) await tv.press('ArrowRight')
    await expect.poll(() => tv.isSeen(PREVIEW)).toBe(false)
    const ahead = await tv.waitForVideo('a jump ahead', (video) => video.seconds > (paused?.seconds ?? 0) + 3)
    // What was left half-way would stand first at home.
    await tv.press('ArrowLeft')
    await tv.waitForVideo('a jump back', (video) => video.seconds < ahead.seconds - 3)
    await tv.press('Enter')
    await tv.waitForVideo('playing again', (video) => !video.isPaused)

    const told = watched.page.waitForResponse((response) => response.url().endsWith('/api/v1/beacons'))
    await tv.press('Backspace')
    await tv.waitForPage('Programme')
    const { beacons } = (await told).request().postDataJSON()
    expect(beacons).toMatchObject([{ device: 'tv', programmeId: target.id, end: 'left', start: { picture: expect.any(Number) } }])
    const staff = await lab.signIn()
    expect((await staff.must('readQuality', { query: { days: '2' } })).days).toMatchObject([{ device: 'tv', plays: 1 }])
    expect(await tv.video(), 'the film is let go of').toBeNull()
    await tv.press('Backspace')
    await tv.waitForFocusIn('Home', `Rail${target.rail}`, `Item${target.item}`)
  })

  it('turns to Mongolian columns, to Cyrillic and back by the menu key, and remembers the choice', async () => {
    const railTitle = `App.Page.Home.Scroll.Rails.Rail${target.rail}.Title`
    expect(await tv.isVertical(railTitle)).toBe(false)
    // It is asked for before it is chosen.
    const asked = watched.page.waitForRequest(
      (request) => request.url().includes('/api/v1/home') && request.url().includes('locale=mn-Mong'),
    )
    await tv.press('ContextMenu')
    await tv.waitForFocusIn('Header')
    await asked
    await tv.press('Enter')
    await expect.poll(() => tv.isVertical(railTitle)).toBe(true)
    // → and ← point at a language and stay on the switch, also at its ends.
    await tv.press('ArrowLeft')
    await expect.poll(() => tv.isVertical(railTitle)).toBe(false)
    await tv.press('ArrowRight')
    await expect.poll(() => tv.isVertical(railTitle)).toBe(true)
    await tv.press('ArrowRight')
    await expect.poll(() => tv.words('App.Header.Brand')).toBe('Улаан мөчир')
    await expect.poll(() => tv.isVertical(railTitle)).toBe(false)
    await tv.press('ArrowRight')
    await tv.press('ArrowUp')
    await tv.waitForFocusIn('Header')
    expect(await tv.words('App.Header.Brand')).toBe('Улаан мөчир')
    await expect.poll(() => tv.loadedFaces('Cyrl')).toBe(1)
    await tv.settle()
    await watched.screenshot('tv-home-cyrillic')
    await tv.press('ArrowLeft')
    await expect.poll(() => tv.isVertical(railTitle)).toBe(true)
    // OK after an arrow takes what was pointed at, and leads back.
    await tv.press('Enter')
    await tv.waitForPage('Home')
    await expect.poll(() => tv.isVertical(railTitle)).toBe(true)
    await tv.settle()
    await watched.screenshot('tv-home-mongolian-rail')
    await tv.press('ArrowUp', target.rail + 1)
    await tv.waitForFocusIn('Home', 'Hero')
    await tv.settle()
    await watched.screenshot('tv-home-mongolian')

    await tv.open(lab.tvUrl)
    await tv.waitForPage('Home')
    await expect.poll(() => tv.isVertical('App.Page.Home.Scroll.Rails.Rail0.Title')).toBe(true)
    await tv.goToCard(target.rail, target.item)
    await tv.press('Enter')
    await tv.waitForPage('Programme')
    await tv.settle()
    await watched.screenshot('tv-programme-mongolian')
    await tv.press('Backspace')
    await tv.waitForPage('Home')
    await tv.press('ContextMenu')
    await tv.waitForFocusIn('Header')
    // OK without an arrow goes round: Cyrillic, then Chinese.
    await tv.press('Enter')
    await expect.poll(() => tv.words('App.Header.Brand')).toBe('Улаан мөчир')
    await tv.press('Enter')
    await tv.press('ContextMenu')
    await tv.waitForFocusIn('Home', `Rail${target.rail}`, `Item${target.item}`)
    await expect.poll(() => tv.isVertical(railTitle)).toBe(false)
  })

  it('ends in a quiz of three whose attempt is stored, once, with its score', async () => {
    await tv.press('Enter')
    await tv.waitForFocusIn('Programme', 'Play')
    await tv.press('Enter')
    await tv.waitForVideo('the picture', (video) => video.durationSeconds > 0)
    await tv.seekToEnd()
    await tv.waitForFocusIn('Player', 'EndPanel', 'Quiz')
    await tv.settle()
    await watched.screenshot('tv-end')
    await tv.press('Enter')
    await tv.waitForPage('Quiz')
    const sent = watched.page.waitForResponse(
      (response) => response.url().endsWith('/api/v1/attempts') && response.request().method() === 'POST',
    )
    for (const [index, question] of target.quiz.questions.entries()) {
      const right = question.options.findIndex((option) => option.id === question.correctOptionId)
      // The second question is answered wrongly on purpose: the score must tell.
      const chosen = index === 1 ? (right + 1) % question.options.length : right
      await tv.waitForFocusIn('Quiz', 'Option0')
      if (index === 0) await tv.settle().then(() => watched.screenshot('tv-quiz-question'))
      for (let step = 1; step <= chosen; step += 1) {
        await tv.press('ArrowDown')
        await tv.waitForFocusIn('Quiz', `Option${step}`)
      }
      await tv.press('Enter')
      await tv.waitForFocusIn('Quiz', 'Verdict')
      await tv.settle()
      await watched.screenshot(index === 1 ? 'tv-quiz-wrong' : 'tv-quiz-right')
      await tv.press('Enter')
    }
    await tv.waitForFocusIn('Quiz', 'Result')
    const response = await sent
    expect(response.status()).toBe(201)
    await tv.settle()
    await watched.screenshot('tv-quiz-result')
    const { id }: { id: AttemptId } = response.request().postDataJSON()
    const staff = await lab.signIn()
    const attempt = await staff.must('readAttempt', { params: { id } })
    expect(attempt).toMatchObject({
      quizId: target.quiz.id,
      programmeId: target.id,
      device: 'tv',
      locale: 'zh-Hans',
      score: { correct: 2, total: 3 },
    })
    expect(attempt.answers).toHaveLength(3)
    await tv.press('Enter')
    await tv.waitForPage('Programme')
  })

  it('does what was pressed before a page was there, as if it had been', async () => {
    await tv.open(lab.tvUrl)
    await tv.waitForPage('Home')
    await tv.goToCard(target.rail, target.item)
    const letGo = await holdBack(watched.page, `**/api/v1/programmes/${target.id}?*`)
    // However long this machine takes, it is all within one moment.
    await watched.page.clock.setFixedTime(new Date())
    await tv.press('Enter')
    await tv.waitForPage('Programme')
    await tv.press('ArrowRight')
    await tv.press('Enter')
    letGo()
    await tv.waitForFocusIn('Quiz', 'Option0')
    await tv.press('Backspace')
    await tv.waitForFocusIn('Programme', 'Hero', 'Quiz')
  })
})
