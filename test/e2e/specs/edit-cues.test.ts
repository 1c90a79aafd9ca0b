import type { Asset, AssetId, CueSheet, ProgrammeId } from '@ulan/contract'
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type ApiClient, sha256 } from '../../lab/api-client.ts'
import { createLab, type Lab } from '../../lab/lab.ts'
import { barriersOn } from '../fixtures/barriers.ts'
import { DESKTOP, launchBrowser, openPage, type WatchedPage } from '../fixtures/browser.ts'
import { renderClip } from '../fixtures/clip.ts'
import { publishWithTracks } from '../fixtures/published-tracks.ts'
import { wrongTexts } from '../fixtures/shown-text.ts'
import { tellInOrder } from '../fixtures/story.ts'
import { AdminApp } from '../page-objects/admin-app.ts'
import { CueDesk } from '../page-objects/cue-desk.ts'

const MADE = { timeout: 120_000, interval: 250 } as const
const SECONDS = 20
const CHINESE = `WEBVTT - 草原法\r
\r
NOTE 译者：请核对\r
\r
STYLE\r
::cue { color: #ffe08a }\r
\r
1\r
00:01.000   -->  00:03.000 line:10%  align:center\r
草原发在身边\r
\r
2\r
00:04.000 --> 00:06.000\r
禁止开垦草原。\r
\r
3\r
00:08.000 --> 00:10.000\r
保护草原，人人有责。\r
`
const MONGOLIAN = 'WEBVTT\n\n00:01.000 --> 00:03.000 vertical:lr\nᠬᠠᠤᠯᠢ ᠵᠠᠰᠠᠭ\n'
/** Of the glossary: law, and Mongolia's script. */
const ADDED = 'ᠬᠠᠤᠯᠢ ᠴᠠᠭᠠᠵᠠ'

describe('an editor corrects subtitles in the page', () => {
  tellInOrder()
  let lab: Lab
  let staff: ApiClient
  let browser: Browser
  let desk: WatchedPage
  let admin: AdminApp
  let cues: CueDesk
  let programmeId: ProgrammeId
  let assetId: AssetId

  const asset = (): Promise<Asset> => staff.must('readAsset', { params: { id: assetId } })
  const trackIn = async (language: string) => (await asset()).tracks.find((track) => track.language === language)
  const sheetIn = async (language: string): Promise<CueSheet> =>
    await staff.must('readCues', { params: { id: assetId, trackId: (await trackIn(language))?.id ?? '' } })
  /** As a viewer's player gets them. */
  const playedIn = async (language: string): Promise<string> => {
    const { subtitles } = await lab.visitor().must('readPlayback', { params: { id: programmeId } })
    const url = subtitles.find(({ locale }) => locale === language)?.url ?? ''
    return (await lab.visitor().raw('GET', url)).text
  }
  const openProgramme = async (): Promise<void> => {
    await desk.page.goto(`${lab.adminUrl}#/programmes/${programmeId}`)
  }

  beforeAll(async () => {
    lab = await createLab()
    staff = await lab.signIn()
    const clip = await renderClip({ seconds: SECONDS, widthPx: 426, heightPx: 240 })
    const tracks = { sounds: [], cues: { 'zh-Hans': CHINESE, 'mn-Mong': MONGOLIAN } }
    programmeId = await publishWithTracks(staff, clip, { 'zh-Hans': '草原法在身边' }, tracks)
    assetId = (await staff.must('readStaffProgramme', { params: { id: programmeId } })).assetId ?? ('' as AssetId)
    browser = await launchBrowser()
    desk = await openPage(browser, lab.origin, DESKTOP)
    admin = new AdminApp(desk.page)
    cues = new CueDesk(desk.page)
    await admin.open(lab.adminUrl)
    await admin.signIn(lab.email, lab.password)
    await admin.waitForProgrammes()
    await openProgramme()
  })
  afterAll(async () => {
    await browser?.close()
    await lab?.stop()
  })
  afterEach(async () => {
    expect(desk.faults).toEqual([])
    expect(wrongTexts(await admin.shownTexts())).toEqual([])
  })

  it('finds every cue, and goes to one in the film', async () => {
    await cues.open('zh-Hans.vtt')
    expect(await cues.rows().count()).toBe(3)
    expect(await cues.status().textContent()).toBe('已保存')
    await cues.row('禁止开垦').click()
    await expect.poll(() => cues.film().evaluate((video: HTMLVideoElement) => video.currentTime)).toBe(4)
    await expect.poll(() => cues.shown().allTextContents()).toEqual(['禁止开垦草原。'])
    expect(await cues.row('禁止开垦').textContent()).toContain('正在显示')
    await desk.screenshot('cues-open')
    expect(await barriersOn(desk.page)).toEqual([])
  })

  it('corrects a word and sees it over the film; markup is text', async () => {
    await cues.row('草原发').click()
    await cues.text(1).fill('草原法在身边\n<script>alert(1)</script> & 你我')
    await expect.poll(() => cues.shown().allTextContents()).toEqual(['草原法在身边\n<script>alert(1)</script> & 你我'])
    expect(await cues.status().textContent()).toBe('有未保存的修改')
    await desk.screenshot('cues-over-the-film')
  })

  it('is told at the cue what is wrong with it, and nothing is saved meanwhile', async () => {
    await cues.type(cues.end(1), '0:00.5')
    await expect.poll(() => cues.note().textContent()).toContain('结束时间要晚于开始时间')
    await cues.type(cues.start(1), '1点')
    await expect.poll(() => cues.note().textContent()).toContain('时间请写成 00:01:02.500 的样子')
    await cues.row('保护草原').click()
    await cues.save()
    await expect.poll(() => cues.chosen().textContent()).toContain('草原法在身边')
    await desk.screenshot('cues-wrong')
    expect(await barriersOn(desk.page)).toEqual([])
    expect((await sheetIn('zh-Hans')).text).toBe(CHINESE)
    await cues.type(cues.start(1), '00:00:01.000')
    await cues.type(cues.end(1), '3')
    await expect.poll(() => cues.note().textContent()).toBe('')
  })

  it('moves all that follows, deletes and takes it back, finds words', async () => {
    await cues.row('禁止开垦').click()
    await cues.shift('-5')
    await desk.page.getByText('没有移动：最多只能提前 4 秒').waitFor()
    await cues.shift('1.5')
    await expect.poll(() => cues.row('保护草原').textContent()).toContain('00:00:09.500 – 00:00:11.500')
    await cues.button('删除这条').click()
    await expect.poll(() => cues.rows().count()).toBe(2)
    await desk.page.locator('.ant-message').getByRole('button', { name: '撤销' }).click()
    await expect.poll(() => cues.rows().count()).toBe(3)
    await cues.find('人人有责')
    await expect.poll(() => cues.chosen().textContent()).toContain('保护草原')
    await cues.find('没有这句')
    await expect.poll(() => desk.page.getByText('没有找到“没有这句”。').count()).toBe(1)
  })

  it('goes through them by keys, and adds one where the film stands', async () => {
    await cues.list().focus()
    await desk.page.keyboard.press('Home')
    await expect.poll(() => cues.chosen().textContent()).toContain('草原法在身边')
    await desk.page.keyboard.press('End')
    await cues.filmAt(14)
    await cues.button('在影片此刻加一条').click()
    await cues.text(4).fill('谢谢观看')
    await expect.poll(() => cues.chosen().textContent()).toContain('00:00:14.000 – 00:00:16.000')
    await expect.poll(() => cues.shown().allTextContents()).toEqual(['谢谢观看'])
  })

  it('goes from text to text without leaving the keys', async () => {
    await cues.row('草原法').click()
    await cues.text(1).focus()
    await desk.page.keyboard.press('Alt+ArrowDown')
    await desk.page.keyboard.press('Alt+ArrowDown')
    await cues.text(3).waitFor()
    await desk.page.keyboard.press('End')
    await desk.page.keyboard.type('！')
    await expect.poll(() => cues.text(3).inputValue()).toBe('保护草原，人人有责。！')
    await desk.page.keyboard.press('Backspace')
    await cues.button('删除这条').click()
    await expect.poll(() => cues.text(3).evaluate((field) => field === document.activeElement)).toBe(true)
    // One that is on its way out offers nothing.
    const offer = desk.page.locator('.ant-message-notice:not(.ant-message-fade-leave)').getByRole('button', { name: '撤销' })
    await offer.waitFor()
    await desk.page.keyboard.type('！')
    await expect.poll(() => offer.count()).toBe(0)
    await cues.undo()
    await cues.undo()
    await expect.poll(() => cues.rows().count()).toBe(4)
  })

  it('finds the unsaved work again after the window was closed', async () => {
    await desk.page.reload()
    await cues.list().waitFor()
    await expect.poll(() => desk.page.getByText('已恢复上次没有保存的修改。').count()).toBe(1)
    expect(await cues.rows().count()).toBe(4)
  })

  it('saves, and viewers get them with the next version; what nobody touched is byte for byte what it was', async () => {
    const before = await trackIn('zh-Hans')
    await desk.page.keyboard.press('Control+s')
    await expect.poll(() => cues.status().textContent()).toBe('已保存')
    await desk.screenshot('cues-saved')
    const { text } = await sheetIn('zh-Hans')
    const wanted = CHINESE.replace('草原发在身边', '草原法在身边\r\n&lt;script&gt;alert(1)&lt;/script&gt; &amp; 你我')
      .replace('00:04.000 --> 00:06.000', '00:00:05.500 --> 00:00:07.500')
      .replace('00:08.000 --> 00:10.000', '00:00:09.500 --> 00:00:11.500')
    expect(text).toBe(`${wanted}\r\n00:00:14.000 --> 00:00:16.000\r\n谢谢观看\r\n`)
    expect(await trackIn('zh-Hans')).toMatchObject({ editedFrom: before?.id, language: 'zh-Hans' })
    await expect.poll(() => playedIn('zh-Hans'), MADE).toContain('谢谢观看')
    expect(await playedIn('zh-Hans')).toContain('00:00:01.000 --> 00:00:03.000 line:10%  align:center\n草原法在身边')
  })

  it('saves a time that is still being typed', async () => {
    await cues.row('谢谢观看').click()
    await cues.end(4).fill('15.5')
    await desk.page.keyboard.press('Control+s')
    await expect.poll(() => cues.status().textContent()).toBe('已保存')
    expect(await cues.end(4).inputValue()).toBe('15.5')
    expect((await sheetIn('zh-Hans')).text).toContain('00:00:14.000 --> 00:00:15.500')
  })

  it('adds a cue in Mongolian, typed and shown in columns', async () => {
    await openProgramme()
    await cues.open('mn-Mong.vtt')
    await cues.button('在这条后面加一条').click()
    await cues.text(2).fill(ADDED)
    await expect.poll(() => cues.text(2).evaluate((field) => getComputedStyle(field).writingMode)).toBe('vertical-lr')
    await cues.type(cues.start(2), '4')
    await cues.type(cues.end(2), '7')
    await cues.row(ADDED).click()
    await expect.poll(() => cues.shown().allTextContents()).toEqual([ADDED])
    expect(await cues.shown().evaluate((cue) => getComputedStyle(cue).writingMode)).toBe('vertical-lr')
    await desk.screenshot('cues-mongolian')
    expect(await barriersOn(desk.page)).toEqual([])
    await cues.save()
    await expect.poll(() => cues.status().textContent()).toBe('已保存')
    expect(await cues.text(2).inputValue(), 'the one that was worked on').toBe(ADDED)
    expect((await sheetIn('mn-Mong')).text).toBe(`${MONGOLIAN}\n00:00:04.000 --> 00:00:07.000 vertical:lr\n${ADDED}\n`)
    await expect.poll(() => playedIn('mn-Mong'), MADE).toContain(ADDED)
  })

  it('is told of a colleague who saved first, and gives up nobody’s words unseen', async () => {
    await cues.text(2).fill('ᠬᠠᠤᠯᠢ')
    const { trackId, sha256: seen, text } = await sheetIn('mn-Mong')
    const theirs = text.replace(ADDED, 'ᠴᠠᠭᠠᠵᠠ')
    await staff.must('writeCues', { params: { id: assetId, trackId }, body: { text: theirs, sha256: seen } })
    await cues.save()
    await desk.page.getByText('同事刚刚保存了这份字幕').waitFor()
    expect(await cues.text(2).inputValue()).toBe('ᠬᠠᠤᠯᠢ')
    await desk.screenshot('cues-overtaken')
    expect(await barriersOn(desk.page)).toEqual([])
    const download = desk.page.waitForEvent('download')
    await cues.button('用我的').click()
    expect((await download).suggestedFilename()).toBe('同事的字幕.vtt')
    await cues.save()
    await expect.poll(() => cues.status().textContent()).toBe('已保存')
    expect((await sheetIn('mn-Mong')).text).toBe(text.replace(ADDED, 'ᠬᠠᠤᠯᠢ'))
  })

  it('works on 800 cues as quickly: only those in view are drawn', async () => {
    const clock = (at: number): string => `00:${String(Math.floor(at / 100)).padStart(2, '0')}.${String(at % 100).padStart(2, '0')}0`
    const many = Array.from({ length: 800 }, (_, at) => `${clock(at * 2)} --> ${clock(at * 2 + 1)}\n第${at + 1}句`)
    const bytes = Buffer.from(`WEBVTT\n\n${many.join('\n\n')}\n`)
    const { uploadId } = await staff.upload(bytes, '八百条.vtt')
    const body = { kind: 'cues', language: 'zh-Hans', uploadId, sha256: sha256(bytes), offsetMs: 0 } as const
    await staff.must('addTrack', { params: { id: assetId }, body })
    await desk.page.goto(`${lab.adminUrl}#/programmes/${programmeId}/cues/${uploadId}`)
    await cues.row('第1句').waitFor()
    expect(await cues.rows().count()).toBeLessThan(60)
    await cues.list().focus()
    await desk.page.keyboard.press('End')
    await expect.poll(() => cues.chosen().textContent()).toContain('第800句')
    expect(await cues.rows().count()).toBeLessThan(60)
    await cues.text(800).fill('末句')
    await expect.poll(() => cues.chosen().textContent()).toContain('末句')
    await desk.screenshot('cues-many')
  })

  it('is the same in the Mongolian newsroom', async () => {
    await desk.page.evaluate(() => localStorage.setItem('ulan-admin:locale', 'mn-Mong'))
    const lineId = (await trackIn('mn-Mong'))?.editedFrom ?? ''
    await desk.page.goto(`${lab.adminUrl}#/programmes/${programmeId}/cues/${lineId}`)
    await desk.page.reload()
    await desk.page.getByRole('listbox').waitFor()
    await desk.screenshot('cues-mongolian-newsroom')
    expect(await barriersOn(desk.page)).toEqual([])
  })
})
