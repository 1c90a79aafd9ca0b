import { type ProgrammeId, postersOfPicture } from '@ulan/contract'
import type { Browser } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { createLab, type Lab } from '../../lab/lab.ts'
import { barriersOn } from '../fixtures/barriers.ts'
import { DESKTOP, launchBrowser, openPage, type WatchedPage } from '../fixtures/browser.ts'
import { renderClip } from '../fixtures/clip.ts'
import { publishClip } from '../fixtures/published.ts'
import { wrongTexts } from '../fixtures/shown-text.ts'
import { tellInOrder } from '../fixtures/story.ts'
import { AdminApp } from '../page-objects/admin-app.ts'
import { PosterDesk } from '../page-objects/poster-desk.ts'
import { VersionDesk } from '../page-objects/version-desk.ts'

const TITLE = '草原上的法治宣传车'
const GREEN = { r: 30, g: 120, b: 60 }
const GOLD = { r: 210, g: 160, b: 40 }

/** A photograph of the upper half green and the lower half gold. */
const photograph = (widthPx = 2400, heightPx = 1800): Promise<Buffer> =>
  sharp({ create: { width: widthPx, height: heightPx, channels: 3, background: GREEN } })
    .composite([{ input: { create: { width: widthPx, height: heightPx / 2, channels: 3, background: GOLD } }, left: 0, top: heightPx / 2 }])
    .jpeg({ quality: 95 })
    .toBuffer()

const isNear = (colour: readonly number[], { r, g, b }: typeof GREEN): boolean =>
  [r, g, b].every((value, at) => Math.abs((colour[at] ?? -999) - value) < 12)

describe('an editor chooses the poster of a programme', () => {
  tellInOrder()
  let lab: Lab
  let browser: Browser
  let desk: WatchedPage
  let admin: AdminApp
  let poster: PosterDesk
  let versions: VersionDesk
  let id: ProgrammeId
  let ofFilm: string
  let uploaded: string

  beforeAll(async () => {
    lab = await createLab()
    id = await publishClip(await lab.signIn(), await renderClip({ seconds: 6, widthPx: 1280, heightPx: 720 }), { 'zh-Hans': TITLE })
    browser = await launchBrowser()
    desk = await openPage(browser, lab.origin, DESKTOP)
    admin = new AdminApp(desk.page)
    poster = new PosterDesk(desk.page)
    versions = new VersionDesk(desk.page)
    await admin.open(lab.adminUrl)
    await admin.signIn(lab.email, lab.password)
    await admin.waitForProgrammes()
    await desk.page.goto(`${lab.adminUrl}#/programmes/${id}`)
    await poster.card().waitFor()
    ofFilm = await poster.shown()
  })
  afterAll(async () => {
    await browser?.close()
    await lab?.stop()
  })
  afterEach(async () => {
    expect(desk.faults).toEqual([])
    expect(wrongTexts(await admin.shownTexts())).toEqual([])
  })

  /** The card in the middle of the window, as a picture. */
  async function pictured(name: string): Promise<void> {
    await poster.card().scrollIntoViewIfNeeded()
    await desk.screenshot(name)
  }
  /** What somebody at home sees on the card of the programme. */
  async function publicPoster(): Promise<string> {
    const { rails, heroes } = await lab.visitor().must('readHome', { query: { device: 'tv' } })
    const card = [...rails.flatMap(({ cards }) => cards), ...heroes.map((hero) => hero.card)].find((one) => one.id === id)
    return card?.posters?.medium ?? ''
  }
  async function fetched(url: string): Promise<{ readonly size: string; readonly colour: readonly number[]; readonly bytes: Buffer }> {
    const answer = await fetch(new URL(url, lab.origin))
    expect([url, answer.status, answer.headers.get('content-type')]).toEqual([url, 200, 'image/jpeg'])
    const bytes = Buffer.from(await answer.arrayBuffer())
    const { width, height } = await sharp(bytes).metadata()
    const [r = 0, g = 0, b = 0] = await sharp(bytes)
      .extract({ left: Math.floor(width / 2), top: Math.floor(height / 2), width: 1, height: 1 })
      .raw()
      .toBuffer()
    return { size: `${width}×${height}`, colour: [r, g, b], bytes }
  }

  it('what cannot be a poster is said before anything is sent', async () => {
    expect(ofFilm).toMatch(/^\/media\/.+\/p[0-9a-f]{16}\/poster-960\.jpg$/)
    await pictured('poster-card')
    await poster.chooseFile('小图.png', 'image/png', await photograph(600, 400))
    await poster.dialog().getByText('裁剪后的画面不足 960×540 像素').waitFor()
    expect(await poster.dialog().getByRole('button', { name: '确定' }).isDisabled()).toBe(true)
    expect(await barriersOn(desk.page)).toEqual([])
    await desk.screenshot('poster-too-small')
    await poster.dialog().getByRole('button', { name: '取消' }).click()
    await poster.chooseFile('不是图片.jpg', 'image/jpeg', Buffer.from('这不是图片'))
    await poster.dialog().getByText('这个文件不是可用的图片').waitFor()
    await poster.dialog().getByRole('button', { name: '取消' }).click()
    await poster.dialog().waitFor({ state: 'detached' })
  })

  it('a photograph is framed by keys, by its corner and by dragging, and both cards show it at once', async () => {
    await poster.chooseFile('宣传照.jpg', 'image/jpeg', await photograph())
    await poster.frame().waitFor()
    expect(await poster.crop()).toMatchObject({ left: expect.closeTo(0, 2), top: expect.closeTo(0.125, 2), width: expect.closeTo(1, 2) })
    await poster.frame().focus()
    for (let press = 0; press < 3; press += 1) await desk.page.keyboard.press('Shift+-')
    await expect.poll(async () => (await poster.crop()).width).toBeCloseTo(0.85, 2)
    for (let press = 0; press < 6; press += 1) await desk.page.keyboard.press('Shift+ArrowUp')
    await expect.poll(async () => (await poster.crop()).top).toBeCloseTo(0, 2)
    await poster.size().focus()
    await desk.page.keyboard.press('Home')
    await expect.poll(async () => (await poster.crop()).width).toBeCloseTo(0.4, 2)
    await drag(await middle(), 0, -0.5)
    await expect.poll(async () => isNear(await poster.colourOn('电视上的样子'), GREEN)).toBe(true)
    await desk.screenshot('poster-framed')
    await drag(await middle(), 0, 1)
    await expect.poll(async () => isNear(await poster.colourOn('平板上的样子'), GOLD)).toBe(true)
    const before = await poster.crop()
    await drag({ across: before.left, down: before.top }, -0.2, 0)
    await expect.poll(async () => (await poster.crop()).width).toBeGreaterThan(before.width + 0.1)
    expect(await barriersOn(desk.page)).toEqual([])
    await desk.screenshot('poster-framed-below')
    await poster.use()
    uploaded = await poster.shown()
    expect(uploaded).toMatch(/^\/media\/pictures\/p[0-9a-f]{16}\/poster-960\.jpg$/)
    await pictured('poster-unsaved')
  })
  async function middle() {
    const { left, top, width, height } = await poster.crop()
    return { across: left + width / 2, down: top + height / 2 }
  }
  /** By a mouse, from a place on the picture, as far as so many parts of it. */
  async function drag(from: { readonly across: number; readonly down: number }, across: number, down: number): Promise<void> {
    const stage = await poster.dialog().locator('.crop-stage').boundingBox()
    if (stage === null) throw new Error('no picture is shown')
    const [x, y] = [stage.x + from.across * stage.width, stage.y + from.down * stage.height]
    await desk.page.mouse.move(x, y)
    await desk.page.mouse.down()
    await desk.page.mouse.move(x + (across * stage.width) / 2, y + (down * stage.height) / 2)
    await desk.page.mouse.move(x + across * stage.width, y + down * stage.height)
    await desk.page.mouse.up()
  }

  it('it is unsaved like any other field, and seen by viewers once it is published', async () => {
    await desk.page.getByText('有未保存的修改').waitFor()
    await admin.save()
    expect(await publicPoster()).toBe(ofFilm)
    await versions.publishChanges()
    await expect.poll(publicPoster).toBe(uploaded)
    const { size, colour } = await fetched(uploaded)
    expect([size, isNear(colour, GOLD)]).toEqual(['960×540', true])
    for (const [name, wanted] of [
      ['480', '480×270'],
      ['1920', '1920×1080'],
    ] as const)
      expect((await fetched(uploaded.replace('960', name))).size).toBe(wanted)
  })

  it('a moment of the film is looked for by time and frame by frame, and is the very one that was seen', async () => {
    await poster.button('从影片中选取').click()
    await poster.frame().waitFor()
    // As much as there is of the film, whatever rung the preview begins with.
    await poster.frame().focus()
    await desk.page.keyboard.press('Shift+-')
    await expect.poll(async () => (await poster.crop()).width).toBeCloseTo(0.95, 2)
    await poster.size().focus()
    await desk.page.keyboard.press('End')
    await expect.poll(async () => (await poster.crop()).width).toBeCloseTo(1, 2)
    await poster.moment().focus()
    for (let press = 0; press < 5; press += 1) await desk.page.keyboard.press('ArrowRight')
    await poster.dialog().getByRole('button', { name: '进 1 秒' }).click()
    await poster.dialog().getByRole('button', { name: '前一帧' }).click()
    await poster.dialog().getByRole('status').filter({ hasText: '0:02' }).waitFor()
    const still = async (): Promise<boolean> =>
      await poster
        .dialog()
        .locator('video')
        .evaluate((video) => video instanceof HTMLVideoElement && !video.seeking && video.paused)
    await expect.poll(still).toBe(true)
    await desk.screenshot('poster-of-film')
    expect(await barriersOn(desk.page)).toEqual([])
    const seen = await poster.picture('电视上的样子')
    await poster.use()
    const made = await poster.shown()
    await admin.save()
    expect(await publicPoster()).toBe(uploaded)
    await versions.publishChanges()
    await expect.poll(publicPoster).toBe(made)
    const [chosen, ...neighbours] = await Promise.all([66, 65, 67].map(async (frame) => difference(seen, await pictureOf(frame))))
    expect(await difference(seen, (await fetched(made)).bytes)).toBe(chosen)
    for (const other of neighbours) expect(chosen).toBeLessThan(other)
  })
  /** What the server takes of the film for one of its frames, of which there are 25 a second. */
  async function pictureOf(frame: number): Promise<Buffer> {
    const staff = await lab.signIn()
    const { assetId } = await staff.must('readStaffProgramme', { params: { id } })
    if (assetId === undefined) throw new Error('no film')
    const source = { kind: 'frame', assetId, atSeconds: frame / 25 } as const
    const picture = await staff.must('createPicture', { body: { source } })
    const answer = await desk.page.request.get(new URL(postersOfPicture(picture.id).medium, lab.origin).href)
    return await answer.body()
  }
  /** Of two pictures, in steps of grey, in the mean. */
  async function difference(one: Buffer, other: Buffer): Promise<number> {
    const grey = (bytes: Buffer): Promise<Buffer> => sharp(bytes).resize(240, 135, { fit: 'fill' }).greyscale().raw().toBuffer()
    const [left, right] = [await grey(one), await grey(other)]
    return left.reduce((sum, value, at) => sum + Math.abs(value - (right[at] ?? 0)), 0) / left.length
  }

  it("versions are compared picture by picture, and the film's own comes back by a press", async () => {
    await versions.compare(2)
    const [before, after] = [
      versions.dialog().getByRole('img', { name: '原来的海报' }),
      versions.dialog().getByRole('img', { name: '新的海报' }),
    ]
    expect(await before.getAttribute('src')).toBe(uploaded.replace('960', '480'))
    expect(await after.getAttribute('src')).toBe((await poster.shown()).replace('960', '480'))
    await expect.poll(() => before.evaluate((image) => image instanceof HTMLImageElement && image.naturalWidth)).toBe(480)
    expect(await barriersOn(desk.page)).toEqual([])
    await desk.screenshot('poster-compared')
    await versions.close()
    await poster.button('用回影片画面').click()
    expect(await poster.shown()).toBe(ofFilm)
    await admin.save()
    await versions.publishChanges()
    await expect.poll(publicPoster).toBe(ofFilm)
  })

  it('all of it is there in the Mongolian newsroom, too', async () => {
    await desk.page.evaluate(() => localStorage.setItem('ulan-admin:locale', 'mn-Mong'))
    await desk.page.reload()
    await poster.card().waitFor()
    await pictured('poster-card-mongolian')
    await poster.button('从影片中选取').click()
    await poster.frame().waitFor()
    expect(await barriersOn(desk.page)).toEqual([])
    await desk.screenshot('poster-of-film-mongolian')
  })
})
