import type { Asset, AssetId, ProgrammeId } from '@ulan/contract'
import { beforeAll, describe, expect, it } from 'vitest'
import type { ApiClient } from '../../lab/api-client.ts'
import { createLab, type Lab } from '../../lab/lab.ts'
import { DESKTOP, type ScreenOptions, type WatchedPage } from '../fixtures/browser.ts'
import { renderClip, renderSound } from '../fixtures/clip.ts'
import { newsroomStory } from '../fixtures/newsroom-story.ts'
import { publishClip } from '../fixtures/published.ts'
import { AdminApp, type Upload } from '../page-objects/admin-app.ts'
import { LaddersFold } from '../page-objects/ladders-fold.ts'
import { TracksCard } from '../page-objects/tracks-card.ts'

const MADE = { timeout: 180_000, interval: 250 } as const
const SMALL_DESKTOP: ScreenOptions = { ...DESKTOP, viewport: { width: 1280, height: 800 } }
const SECONDS = 12

const text = (name: string, lines: readonly string[]): Upload => ({
  ...{ name, mimeType: 'application/x-subrip', buffer: Buffer.from(lines.join('\n')) },
})
const BROKEN = text('第一集中文.srt', ['1', '00:00:01,000 --> 00:00:03,000', '学法', '', '2', '00:00:06,000 --> 00:00:04,000', '用法', ''])
const MENDED = text('第一集中文.srt', ['1', '00:00:01,000 --> 00:00:03,000', '学法', '', '2', '00:00:04,000 --> 00:00:06,000', '用法', ''])

describe('a publicity worker gives a film a Mongolian sound, Chinese subtitles and a ladder', () => {
  const story = newsroomStory()
  let lab: Lab
  let staff: ApiClient
  let desk: WatchedPage
  let admin: AdminApp
  let tracks: TracksCard
  let ladders: LaddersFold
  let programmeId: ProgrammeId
  let assetId: AssetId
  let recording: Upload

  const asset = (): Promise<Asset> => staff.must('readAsset', { params: { id: assetId } })
  const master = async (): Promise<string> => (await lab.visitor().raw('GET', (await asset()).playlistUrl ?? '')).text

  const subtitlesInPreview = (): Promise<readonly string[]> =>
    admin.preview().evaluate((video: HTMLVideoElement) => [...video.textTracks].map(({ kind, language }) => `${kind} ${language}`))

  beforeAll(async () => {
    lab = await story.begin(createLab())
    staff = await lab.signIn()
    const clip = await renderClip({ seconds: SECONDS, widthPx: 426, heightPx: 240 })
    programmeId = await publishClip(staff, clip, { 'zh-Hans': '草原法在身边' })
    const programme = await staff.must('readStaffProgramme', { params: { id: programmeId } })
    if (programme.assetId === undefined) throw new Error('published without a film')
    assetId = programme.assetId
    recording = { name: '蒙语配音.m4a', mimeType: 'audio/mp4', buffer: await renderSound(SECONDS) }
    desk = await story.signIn({ screen: SMALL_DESKTOP })
    admin = new AdminApp(desk.page)
    tracks = new TracksCard(desk.page)
    ladders = new LaddersFold(desk.page)
    await desk.page.goto(`${lab.adminUrl}#/programmes/${programmeId}`)
  })

  it('sees which languages the video has', async () => {
    await expect.poll(() => tracks.card().textContent()).toContain('现在有的声音：汉语。字幕：无。')
    await expect.poll(() => tracks.row('视频自带的声音').textContent()).toContain('汉语')
    await tracks.show()
    await desk.screenshot('tracks-none')
    // It goes on while the film is given more.
    await admin.playPreview()
    await expect.poll(subtitlesInPreview).toEqual([])
  })

  it('is told the line of a subtitle file that is wrong, and nothing is added', async () => {
    await tracks.choose(BROKEN)
    await expect.poll(() => tracks.chosenLanguage().textContent()).toContain('中文')
    await tracks.show()
    await desk.screenshot('tracks-questions')
    await tracks.startButton().click()
    await expect.poll(() => tracks.alert().textContent()).toMatch(/字幕文件有问题.*第 6 行：结束时间早于开始时间/)
    await tracks.show()
    await desk.screenshot('tracks-refused')
    expect((await asset()).tracks).toEqual([])
  })

  it('adds the mended file and a recording in Mongolian, and sees them being made', async () => {
    await tracks.chooseAnother(MENDED)
    await tracks.startButton().click()
    await expect.poll(() => tracks.row(MENDED.name).textContent()).toMatch(/字幕.*(正在制作|已发布)/)
    await tracks.choose(recording)
    await expect.poll(() => tracks.chosenLanguage().textContent()).toContain('蒙古语')
    await tracks.fillOffset('1.5')
    await tracks.startButton().click()
    await expect.poll(() => tracks.row(recording.name).textContent()).toMatch(/声音.*(等待|正在制作|已发布)/)
    await tracks.show()
    await desk.screenshot('tracks-being-made')
  })

  it('has both for the public with the next version', async () => {
    for (const { name } of [MENDED, recording]) await expect.poll(() => tracks.row(name).textContent(), MADE).toContain('已发布')
    await expect.poll(() => tracks.card().textContent()).toContain('现在有的声音：汉语、蒙古语。字幕：中文。')
    const playlist = await master()
    expect(playlist).toMatch(/TYPE=AUDIO,.*LANGUAGE="mn"/)
    expect(playlist).toMatch(/TYPE=SUBTITLES,.*LANGUAGE="zh-Hans"/)
    expect((await asset()).tracks).toMatchObject([
      { kind: 'cues', language: 'zh-Hans', offsetMs: 0, state: 'published' },
      { kind: 'audio', language: 'mn', offsetMs: 1500, state: 'published' },
    ])
    await tracks.show()
    await desk.screenshot('tracks-published')
  })

  it('sees and hears them in the preview, which went over to the newest version by itself', async () => {
    await expect.poll(subtitlesInPreview).toContain('subtitles zh-Hans')
    // Whoever waited for the recording has often seen the film to its last pictures.
    await admin.preview().evaluate((video: HTMLVideoElement) => {
      video.playbackRate = 0.07
      video.currentTime = video.duration - 0.2
    })
    const name = (await asset()).audios.find(({ language }) => language === 'mn')?.name
    const heard = desk.page.waitForRequest((request) => new URL(request.url()).pathname.includes(`/${name}/`))
    await admin.choosePreviewSound('蒙古语')
    await heard
    await expect.poll(() => admin.preview().evaluate((video: HTMLVideoElement) => video.readyState)).toBeGreaterThan(2)
    await admin.preview().scrollIntoViewIfNeeded()
    await desk.screenshot('tracks-preview')
  })

  it('corrects when the subtitles begin and what the film itself speaks', async () => {
    await tracks.correctOffset(MENDED.name, '0.5')
    await expect.poll(async () => (await asset()).tracks[0]?.offsetMs).toBe(500)
    const published = async () => (await lab.visitor().raw('GET', (await asset()).subtitles[0]?.url ?? '')).text
    await expect.poll(published, MADE).toContain('00:00:01.500 --> 00:00:03.500')
    await expect.poll(async () => (await asset()).tracks[0]?.state, MADE).toBe('published')
    await tracks.chooseLanguage('视频自带的声音', '蒙古语')
    await expect.poll(() => tracks.card().textContent(), MADE).toContain('现在有的声音：蒙古语。字幕：中文。')
  })

  it('takes the subtitles out again after being asked', async () => {
    expect(await tracks.remove(MENDED.name)).toContain('确定删除“第一集中文.srt”吗？')
    await expect.poll(() => tracks.card().textContent(), MADE).toContain('字幕：无。')
    await expect.poll(() => tracks.row(MENDED.name).count()).toBe(0)
    expect(await master()).not.toContain('SUBTITLES')
    await tracks.show()
    await desk.screenshot('tracks-removed')
  })

  it('has a ladder for newer devices made besides, and the public is offered it with the next version', async () => {
    await ladders.open()
    expect(await ladders.row('AV1').textContent()).toContain('没有')
    expect(await ladders.row('HDR').count()).toBe(0)
    await desk.screenshot('ladders-absent')
    await ladders.add('AV1')
    await expect.poll(() => ladders.row('AV1').textContent()).toMatch(/等待中|正在转码|已有/)
    await desk.screenshot('ladders-being-made')
    await expect.poll(() => ladders.row('AV1').textContent(), MADE).toContain('已有')
    expect(await ladders.row('AV1').getByRole('button').count()).toBe(0)
    expect(await master()).toContain('CODECS="av01')
    await desk.screenshot('ladders-published')
  })
})
