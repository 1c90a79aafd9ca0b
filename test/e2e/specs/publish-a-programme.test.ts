import type { ProgrammeId } from '@ulan/contract'
import { beforeAll, describe, expect, it } from 'vitest'
import { createLab, type Lab, waitForAsset } from '../../lab/lab.ts'
import { waitUntil } from '../../lab/wait-until.ts'
import { hastenIntervals } from '../fixtures/bad-days.ts'
import { openPage, TABLET_LANDSCAPE, TV_SCREEN, type WatchedPage } from '../fixtures/browser.ts'
import { realClip } from '../fixtures/clip.ts'
import { newsroomStory } from '../fixtures/newsroom-story.ts'
import { readMultivariantPlaylist } from '../fixtures/playlist.ts'
import { AdminApp } from '../page-objects/admin-app.ts'
import { TabletApp } from '../page-objects/tablet-app.ts'
import { TvApp } from '../page-objects/tv-app.ts'

const CHINESE = '公园里的大兔子'
const MONGOLIAN = 'ᠬᠠᠤᠯᠢ ᠵᠠᠰᠠᠭ'

describe('a publicity officer publishes a film', () => {
  const story = newsroomStory()
  let lab: Lab
  let desk: WatchedPage
  let admin: AdminApp
  let id: ProgrammeId
  /** Somebody who watches the film until it is taken down. */
  let viewer: WatchedPage

  beforeAll(async () => {
    lab = await story.begin(createLab())
    desk = await story.open()
    admin = new AdminApp(desk.page)
  })

  it('a wrong password says so; the right one opens the newsroom', async () => {
    await admin.open(lab.adminUrl)
    await desk.screenshot('admin-sign-in')
    await admin.signIn(lab.email, 'not-the-password')
    await expect.poll(() => admin.alert().textContent()).toContain('邮箱或密码不正确')
    await desk.screenshot('admin-sign-in-refused')
    await admin.signIn(lab.email, lab.password)
    await admin.waitForProgrammes()
    await desk.page.getByText('审核未启用').first().waitFor()
    await desk.screenshot('admin-programmes-empty')
  })

  it('a dropped file is uploaded and encoded before their eyes', async () => {
    const clip = await realClip()
    id = await admin.uploadNew({ name: clip.fileName, mimeType: 'video/mp4', buffer: clip.bytes })
    await admin.progressBars().first().waitFor()
    await admin.progress('流畅 240p').waitFor()
    await admin.progress('标清 480p').waitFor()
    await admin.preview().waitFor({ timeout: 90_000 })
    await desk.screenshot('admin-encoding')
  })

  it('gets a Chinese title and a Mongolian one in a vertical field', async () => {
    await admin.chineseTitle().fill(CHINESE)
    await admin.mongolianTitle().fill(MONGOLIAN)
    expect(await admin.mongolianTitle().evaluate((field) => getComputedStyle(field).writingMode)).toBe('vertical-lr')
    await admin.save()
    await desk.screenshot('admin-titled')
    const stored = await (await lab.signIn()).must('readStaffProgramme', { params: { id } })
    expect(stored.title).toEqual({ 'zh-Hans': CHINESE, 'mn-Mong': MONGOLIAN })
    expect((await lab.visitor().call('readProgramme', { params: { id } })).ok, 'a draft is not public').toBe(false)
  })

  it('is for children when they say so', async () => {
    await admin.chooseAudience('儿童')
    await admin.save()
    await desk.screenshot('admin-for-children')
    expect((await (await lab.signIn()).must('readStaffProgramme', { params: { id } })).audience).toBe('children')
  })

  it('is published with three rungs, none above its own height', async () => {
    await admin.publishButton().click()
    await admin.takeDownButton().waitFor()
    const staff = await lab.signIn()
    const { assetId } = await staff.must('readStaffProgramme', { params: { id } })
    if (assetId === undefined) throw new Error('published without a film')
    await waitForAsset(staff, assetId)
    const playback = await waitUntil(
      'playback',
      () => lab.visitor().call('readPlayback', { params: { id } }),
      (result) => result.ok,
    )
    if (!playback.ok) throw new Error('unreachable: the wait accepts only an answer')
    const { variants } = await readMultivariantPlaylist(lab.visitor(), playback.answer.playlistUrl)
    expect(variants.map((variant) => variant.heightPx)).toEqual([240, 360, 480])
    for (const variant of variants) expect(variant.codecs).toMatch(/^avc1\.[0-9a-f]{6},mp4a\.40\.2$/i)
    await expect.poll(() => admin.progressBars().count()).toBe(0)
    await desk.screenshot('admin-published')
  })

  it('plays on the television', async () => {
    const watched = await openPage(story.browser(), lab.origin, TV_SCREEN)
    const tv = new TvApp(watched.page)
    await tv.open(lab.tvUrl)
    await tv.waitForFocusIn('Home', 'Hero', 'Play')
    await tv.settle()
    await watched.screenshot('published-on-tv')
    await tv.press('Enter')
    await tv.waitForPage('Player')
    await tv.waitForVideo('the picture to move', (video) => video.seconds > 1)
    await watched.screenshot('published-on-tv-playing')
    expect(watched.faults).toEqual([])
    await watched.close()
  })

  it("plays on the tablet, by the newsroom's own link", async () => {
    viewer = await openPage(story.browser(), lab.origin, TABLET_LANDSCAPE)
    await viewer.page.addInitScript(hastenIntervals)
    const tablet = new TabletApp(viewer.page)
    const link = await desk.page.getByRole('link', { name: '在平板上看' }).getAttribute('href')
    await tablet.open(new URL(link ?? '', lab.origin).href)
    await viewer.page.getByRole('heading', { name: CHINESE, level: 1 }).waitFor()
    await tablet.settle()
    await viewer.screenshot('published-on-tablet')
    await tablet.tapPlay()
    await tablet.waitForVideo('the picture to move', (video) => video.seconds > 1)
  })

  it('is gone everywhere as soon as it is taken down', async () => {
    const before = await lab.visitor().must('readPlayback', { params: { id } })
    await admin.takeDown()
    expect((await lab.visitor().call('readProgramme', { params: { id } })).ok).toBe(false)
    expect((await lab.visitor().raw('GET', before.playlistUrl)).status).toBe(404)
    const home = await lab.visitor().must('readHome')
    expect(JSON.stringify(home)).not.toContain(id)
    await desk.screenshot('admin-taken-down')
    await viewer.page.getByText('这个节目已下架', { exact: true }).waitFor()
    // The picture is gone too.
    await expect.poll(() => new TabletApp(viewer.page).video()).toBeNull()
    await viewer.screenshot('taken-down-on-tablet')
    expect(viewer.faults).toEqual([])
    await viewer.close()
  })
})
