import type { ProgrammeId } from '@ulan/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createLab, type Lab } from '../../lab/lab.ts'
import { DESKTOP, type ScreenOptions, type WatchedPage } from '../fixtures/browser.ts'
import { renderClip } from '../fixtures/clip.ts'
import { type EncoderDoor, makeEncoderDoor } from '../fixtures/encoder-door.ts'
import { newsroomStory } from '../fixtures/newsroom-story.ts'
import { AdminApp } from '../page-objects/admin-app.ts'

/** Three tries with a rest between them, on a busy machine. */
const FAILED = { timeout: 120_000, interval: 200 } as const
const ENCODED = { timeout: 240_000, interval: 250 } as const
const SMALL_DESKTOP: ScreenOptions = { ...DESKTOP, viewport: { width: 1280, height: 800 } }
const WORDS =
  'x264 [error]: no licence today\nError while opening encoder - maybe incorrect parameters such as bit_rate, rate, width or height.\n'

describe('a publicity worker follows an encode that goes wrong', () => {
  let door: EncoderDoor
  // Comes before the story, so it is done after it: the lab goes through the door until it is stopped.
  afterAll(() => door?.remove())
  const story = newsroomStory()
  let lab: Lab
  let desk: WatchedPage
  let admin: AdminApp
  let id: ProgrammeId
  let height: number

  const onlyHeight = async (): Promise<number> => {
    const heights = [...new Set(await admin.rowHeights())]
    expect(heights).toHaveLength(1)
    return heights[0] ?? 0
  }

  beforeAll(async () => {
    door = await makeEncoderDoor('1280:720')
    lab = await story.begin(createLab({ env: { FFMPEG_PATH: door.path } }))
    desk = await story.signIn({ screen: SMALL_DESKTOP })
    admin = new AdminApp(desk.page)
  })

  it('sees every rung by a name people use, in the order in which it can be watched, and bars that move', async () => {
    await door.hold()
    // From 40 s on a title is measured before its ladder is settled. With few frames: it is made twice.
    const clip = await renderClip({ seconds: 42, widthPx: 1280, heightPx: 720, framesPerSecond: 10 })
    id = await admin.uploadNew({ name: clip.fileName, mimeType: 'video/mp4', buffer: clip.bytes })
    await admin.progress('总进度').waitFor()
    await admin.progress('高清 720p').waitFor()
    const rows = desk.page.getByRole('list', { name: '各档进度' }).getByRole('progressbar')
    await expect
      .poll(() => rows.evaluateAll((bars) => bars.map((bar) => bar.getAttribute('aria-label'))))
      .toEqual(['声音（汉语）', '流畅 240p', '流畅 360p', '标清 540p', '高清 720p'])
    await expect.poll(() => admin.percentOf('流畅 240p'), ENCODED).toBeGreaterThan(0)
    await expect.poll(() => admin.percentOf('声音（汉语）'), ENCODED).toBe(100)
    await desk.page.getByText('现在就可以在上面预览；全部做好后观众才能看到。').waitFor()
  })

  it('sees which machine works on a rung and when it was heard of', async () => {
    const row = admin.rung('高清 720p')
    await expect.poll(() => row.textContent(), ENCODED).toMatch(/ · (刚刚|\d+ 秒前)/)
    height = await onlyHeight()
    await admin.showRungs()
    await row.locator('.rung-work').hover()
    await desk.page
      .getByRole('tooltip')
      .filter({ hasText: /^[^:]+:\d+:/ })
      .waitFor()
    await desk.screenshot('encode-moving')
    await admin.backToList()
    await desk.page.getByRole('row').filter({ hasText: '正在转码' }).waitFor()
    await desk.screenshot('encode-in-list')
    await desk.page.goto(`${lab.adminUrl}#/programmes/${id}`)
  })

  it('cancels it after being told what is lost, and the list calls that cancelled, not failed', async () => {
    expect(await admin.cancelEncoding()).toMatch(/这次已做好的 \d+ 段会删除.*上传的文件和已填写的内容都保留/)
    await expect.poll(() => admin.alert().textContent()).toContain('转码已取消')
    await expect.poll(() => admin.rung('高清 720p').textContent()).toContain('已取消')
    expect(await onlyHeight()).toBe(height)
    await desk.page.getByRole('dialog').waitFor({ state: 'hidden' })
    await admin.showRungs()
    await desk.screenshot('encode-cancelled')
    await admin.backToList()
    await desk.page.getByRole('row').filter({ hasText: '已取消' }).waitFor()
    await desk.screenshot('encode-cancelled-in-list')
  })

  it('begins again, and a rung that fails is red and says what the encoder said', async () => {
    await desk.page.goto(`${lab.adminUrl}#/programmes/${id}`)
    await door.shut(WORDS)
    await admin.retryEncoding()
    await expect.poll(() => admin.rung('高清 720p').textContent(), FAILED).toContain('失败')
    await expect.poll(() => admin.alert().textContent(), FAILED).toContain('其余的都留着')
    await expect.poll(() => admin.percentOf('声音（汉语）'), FAILED).toBe(100)
    expect(await onlyHeight()).toBe(height)
    await admin.showRungs()
    await desk.screenshot('encode-failed')
    expect(await admin.encoderMessage('高清 720p')).toContain('x264 [error]: no licence today')
    await admin.rung('高清 720p').scrollIntoViewIfNeeded()
    await desk.screenshot('encode-failed-words')
  })

  it('is made whole by another try of the rung that failed', async () => {
    await door.open()
    await admin.retryRung('高清 720p')
    await expect.poll(() => admin.rung('高清 720p').textContent()).not.toContain('失败')
    await desk.screenshot('encode-again')
    await expect.poll(() => admin.progressBars().count(), ENCODED).toBe(0)
    await expect.poll(() => admin.facts()).toMatch(/清晰度.*高清 720p.*声音语言.*汉语/)
  })

  it('can be asked why the ladder is as it is, also afterwards', async () => {
    const sentences = await admin.reasons()
    expect(sentences[0]).toBe('原片画面是 1280 × 720，最高做到高清 720p。不会放大：放大只占流量，不会更清楚。')
    expect(sentences.join('\n')).toMatch(/帧率和原片一样，每秒 10 帧。[\s\S]*画质参数 CRF/)
    for (const sentence of sentences) expect(sentence).toMatch(/^[^{}]+。$/)
    await desk.page.locator('.reasons').scrollIntoViewIfNeeded()
    await desk.screenshot('encode-why')
  })

  it('reads in the Mongolian newsroom, in Chinese where a word misses', async () => {
    await desk.page.evaluate(() => localStorage.setItem('ulan-admin:locale', 'mn-Mong'))
    await desk.page.setViewportSize({ width: 1440, height: 900 })
    await desk.page.reload()
    await desk.page.getByRole('button', { name: '为什么是这些档位' }).click()
    // A click that is only tried waits until nothing moves any more.
    await desk.page.locator('.reasons li').last().click({ trial: true })
    await desk.screenshot('encode-ready-mongolian')
  })
})
