import type { ProgrammeId, SeriesId } from '@ulan/contract'
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Lab } from '../../lab/lab.ts'
import { launchBrowser, openPage, TV_SCREEN, type WatchedPage } from '../fixtures/browser.ts'
import { changePublished } from '../fixtures/change-published.ts'
import { createReadyLab, filmOf } from '../fixtures/ready-lab.ts'
import { tellInOrder } from '../fixtures/story.ts'
import { TvApp } from '../page-objects/tv-app.ts'

const EPISODES = [
  [1, 1, '出发'],
  [1, 2, '夜校'],
  [2, 1, '冬牧场'],
  [2, 2, '集市'],
  [2, 3, '归来'],
] as const
const NEXT_LABEL = 'App.Page.Player.EndPanel.NextLabel'

describe('following a series on a television', () => {
  tellInOrder()
  let lab: Lab
  let browser: Browser
  let watched: WatchedPage
  let tv: TvApp
  let episodes: readonly ProgrammeId[]
  let seriesId: SeriesId
  const first = (): ProgrammeId => episodes[0] as ProgrammeId // there are five

  beforeAll(async () => {
    lab = await createReadyLab('film')
    ;({ seriesId, episodes } = await publishSeries(lab))
    browser = await launchBrowser()
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

  it('leads to the episodes of a series, and from each of them back to all', async () => {
    await tv.goToCard(0, 0)
    await tv.press('Enter')
    await tv.waitForFocusIn('Series', 'Play')
    expect(tv.hash()).toBe(`#/series/${seriesId}`)
    await tv.press('ArrowDown')
    await tv.waitForFocusIn('Series', 'Rail0', 'Item0')
    await tv.press('ArrowRight')
    await tv.waitForFocusIn('Series', 'Rail0', 'Item1')
    await tv.settle()
    await watched.screenshot('tv-series')
    await tv.press('ArrowDown')
    await tv.waitForFocusIn('Series', 'Rail1')
    expect(await tv.words('App.Page.Series.Scroll.Rails.Rail1.Title')).toBe('第 2 季')
    await tv.settle()
    await watched.screenshot('tv-series-seasons')
    await tv.press('ArrowUp')
    await tv.waitForFocusIn('Series', 'Rail0', 'Item1')
    await tv.press('Enter')
    await tv.waitForFocusIn('Programme', 'Play')
    expect(tv.hash()).toBe(`#/programme/${episodes[1]}`)
    await tv.goToButton('Series')
    await tv.press('Enter')
    await tv.waitForFocusIn('Series', 'Play')
  })

  it('goes on where it was left', async () => {
    await tv.press('Enter')
    await tv.waitForPage('Player')
    expect(tv.hash()).toBe(`#/play/${episodes[0]}`)
    await tv.waitForVideo('the picture', (video) => video.seconds > 0)
    while (((await tv.video())?.seconds ?? 0) < 16) {
      const before = (await tv.video())?.seconds ?? 0
      await tv.press('ArrowRight')
      await tv.waitForVideo('the jump', (video) => video.seconds > before + 3)
    }
    await tv.press('Backspace')
    await tv.waitForFocusIn('Series', 'Play')
    await tv.settle()
    await watched.screenshot('tv-series-resume')
    // At home it stands first from now on, and the focus stays on the series, one rail further down.
    await tv.press('Backspace')
    await tv.waitForPage('Programme')
    await tv.press('Backspace')
    await tv.waitForPage('Series')
    await tv.press('Backspace')
    await tv.waitForFocusIn('Home', 'Rail1', 'Item0')
    expect(await tv.words('App.Page.Home.Scroll.Rails.Rail0.Title')).toBe('继续观看')
    await tv.press('ArrowUp')
    await tv.waitForFocusIn('Home', 'Rail0', 'Item0')
    await tv.settle()
    await watched.screenshot('tv-home-resume')
    await tv.press('Enter')
    const again = await tv.waitForVideo('the picture again', (video) => video.seconds > 0 && !video.isPaused)
    expect(again.seconds).toBeGreaterThan(15)
    expect(tv.hash()).toBe(`#/play/${episodes[0]}`)
    await tv.press('Backspace')
    await tv.waitForFocusIn('Home', 'Rail0', 'Item0')
    await tv.press('ArrowDown')
    await tv.waitForFocusIn('Home', 'Rail1', 'Item0')
    await tv.press('Enter')
    await tv.waitForFocusIn('Series', 'Play')
    await tv.press('Enter')
    await tv.waitForVideo('the picture once more', (video) => video.seconds > 15 && !video.isPaused)
  })

  it('offers the next episode while the credits are on, and OK over the film leads to it', async () => {
    await tv.press('Backspace')
    await tv.waitForFocusIn('Series', 'Play')
    await markCredits(lab, first())
    await tv.press('Enter')
    await tv.waitForFocusIn('Player', 'Chapters', 'NextEpisode')
    await tv.settle()
    await watched.screenshot('tv-credits')
    await tv.press('Enter')
    await expect.poll(() => tv.hash()).toBe(`#/play/${episodes[1]}`)
    await tv.waitForVideo('the next episode', (video) => video.seconds > 0 && video.seconds < 15)
    await tv.press('Backspace')
    await tv.waitForFocusIn('Series', 'Play')
    // Who has seen a film to its credits has seen it.
    await tv.press('Enter')
    await tv.waitForVideo('the first episode, from its start', (video) => video.seconds > 0 && video.seconds < 12)
    expect(tv.hash()).toBe(`#/play/${first()}`)
  })

  it('offers the next episode when one is over, and plays it from its start', async () => {
    await tv.seekToEnd()
    await tv.waitForFocusIn('EndPanel', 'NextEpisode')
    // It would begin by itself; whoever presses a key decides. In its first half second a press is taken for one meant for the film.
    await expect.poll(() => tv.words(NEXT_LABEL)).toMatch(/^(\d|1[0-4]) 秒后播放$/)
    await watched.screenshot('tv-next-episode')
    await tv.press('ArrowRight')
    await tv.waitForFocusIn('EndPanel', 'Replay')
    // Nothing counts any more: however long it takes to look.
    expect(await tv.words(NEXT_LABEL)).toBe('下一集')
    await expect.poll(() => watched.page.locator('.cues p').count()).toBe(0)
    await tv.settle()
    await watched.screenshot('tv-next-episode-chosen')
    await tv.press('ArrowLeft')
    await tv.waitForFocusIn('EndPanel', 'NextEpisode')
    await tv.press('Enter')
    await expect.poll(() => tv.hash()).toBe(`#/play/${episodes[1]}`)
    await tv.waitForVideo('the next episode', (video) => video.seconds > 0 && video.seconds < 15)
    await tv.press('Backspace')
    await tv.waitForPage('Series')
  })

  it('goes on to the next episode by itself when nobody presses a key', async () => {
    await tv.press('Enter')
    await tv.waitForPage('Player')
    await tv.seekToEnd()
    await expect.poll(() => tv.hash(), { timeout: 45_000 }).toBe(`#/play/${episodes[1]}`)
    await tv.waitForVideo('the next episode', (video) => video.seconds > 0 && video.seconds < 15)
    await tv.press('Backspace')
    await tv.waitForPage('Series')
  })

  it('asks whether somebody is still there after three that began by themselves, into the second season', async () => {
    await tv.press('Enter')
    for (const id of episodes.slice(0, 4)) {
      await expect.poll(() => tv.hash()).toBe(`#/play/${id}`)
      await tv.waitForVideo('the picture', (video) => video.seconds > 0 && !video.hasEnded)
      await tv.hurryFilm(8)
      await tv.waitForFocusIn('EndPanel', 'NextEpisode')
    }
    expect(await tv.words('App.Page.Player.EndPanel.Heading')).toBe('还在看吗？')
    expect(await tv.words(NEXT_LABEL)).toBe('下一集')
    await tv.settle()
    await watched.screenshot('tv-still-watching')
    await tv.press('Enter')
    await expect.poll(() => tv.hash()).toBe(`#/play/${episodes[4]}`)
    await tv.waitForVideo('the last episode', (video) => video.seconds > 0)
    await tv.press('Backspace')
    await tv.waitForPage('Series')
  })

  it('says that the line is down, and plays by itself when it is back', async () => {
    await lab.kill9()
    await tv.press('Enter')
    await tv.waitForFocusIn('Player', 'Notice', 'Retry')
    await tv.settle()
    await watched.screenshot('tv-line-down')
    await tv.press('Enter')
    await tv.waitForFocusIn('Player')
    await tv.waitForFocusIn('Player', 'Notice', 'Retry')
    await lab.restart()
    await tv.waitForVideo('the picture', (video) => video.seconds > 0)
    await tv.press('Backspace')
    await tv.waitForPage('Series')
  })
})

/** Its second half is nothing but names. */
async function markCredits(lab: Lab, id: ProgrammeId): Promise<void> {
  const staff = await lab.signIn()
  await changePublished(staff, id, { chapters: [{ kind: 'credits', startSeconds: 14, endSeconds: 30 }] })
}

/** A documentary of two seasons, five episodes, each the same half minute, and nothing else. */
async function publishSeries(lab: Lab): Promise<{ readonly seriesId: SeriesId; readonly episodes: readonly ProgrammeId[] }> {
  const staff = await lab.signIn()
  const params = { id: await filmOf(lab) }
  const { assetId, rev } = await staff.must('readStaffProgramme', { params })
  await staff.must('takeDownProgramme', { params, body: { rev } })
  const series = await staff.must('createSeries', { body: { kind: 'documentary', title: { 'zh-Hans': '草原普法路', 'mn-Mong': 'ᠬᠠᠤᠯᠢ' } } })
  const episodes: ProgrammeId[] = []
  for (const [season, episode, title] of EPISODES) {
    const episodeOf = { seriesId: series.id, season, episode }
    const draft = await staff.must('createProgramme', {
      body: { kind: 'documentary', title: { 'zh-Hans': title }, episodeOf, assetId },
    })
    const published = await staff.must('publishProgramme', { params: { id: draft.id }, body: { rev: draft.rev } })
    episodes.push(published.id)
  }
  return { seriesId: series.id, episodes }
}
