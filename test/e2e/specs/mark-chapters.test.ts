import type { ProgrammeId } from '@ulan/contract'
import type { Locator } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import type { ApiClient } from '../../lab/api-client.ts'
import { createLab, type Lab } from '../../lab/lab.ts'
import type { WatchedPage } from '../fixtures/browser.ts'
import { renderClip } from '../fixtures/clip.ts'
import { newsroomStory } from '../fixtures/newsroom-story.ts'
import { publishClip } from '../fixtures/published.ts'
import { AdminApp } from '../page-objects/admin-app.ts'
import { ChaptersCard } from '../page-objects/chapters-card.ts'

const SECONDS = 12

describe('a publicity worker marks the chapters of a film', () => {
  const story = newsroomStory()
  let lab: Lab
  let staff: ApiClient
  let desk: WatchedPage
  let admin: AdminApp
  let chapters: ChaptersCard
  let id: ProgrammeId

  const stored = async () => (await staff.must('readStaffProgramme', { params: { id } })).chapters
  const isFocused = (what: Locator): Promise<boolean> => what.evaluate((element) => element === document.activeElement)

  beforeAll(async () => {
    lab = await story.begin(createLab())
    staff = await lab.signIn()
    const clip = await renderClip({ seconds: SECONDS, widthPx: 426, heightPx: 240 })
    id = await publishClip(staff, clip, { 'zh-Hans': '草原法在身边' })
    desk = await story.signIn()
    admin = new AdminApp(desk.page)
    chapters = new ChaptersCard(desk.page)
    await desk.page.goto(`${lab.adminUrl}#/programmes/${id}`)
    await chapters.addButton().waitFor()
  })

  it('by the keyboard alone: what cannot be a time is said at its row, and stays there to be mended', async () => {
    await chapters.addButton().focus()
    await desk.page.keyboard.press('Enter')
    await expect.poll(() => isFocused(chapters.start(1))).toBe(true)
    expect(await chapters.start(1).inputValue()).toBe('0:00')
    expect(await chapters.takeStart(1).isDisabled(), 'no film is there to go by').toBe(true)
    await desk.page.keyboard.press('Tab')
    await expect.poll(() => isFocused(chapters.end(1))).toBe(true)
    await desk.page.keyboard.type('3秒')
    await desk.page.keyboard.press('Control+S')
    await expect.poll(() => chapters.note(1).textContent()).toBe('时间请写成 1:05 或 1:02:30。')
    expect(await chapters.end(1).inputValue()).toBe('3秒')
    expect(await chapters.end(1).getAttribute('aria-invalid')).toBe('true')
    await desk.screenshot('admin-chapters-wrong')
    expect(await stored()).toBeUndefined()
    await chapters.end(1).fill('0:03')
    await expect.poll(() => chapters.note(1).textContent()).toBe('')
    await desk.page.keyboard.press('Control+S')
    await expect.poll(stored).toEqual([{ kind: 'opening', startSeconds: 0, endSeconds: 3 }])
  })

  it('by the film beside them, whose time a press takes', async () => {
    await admin.playPreview()
    // One that has not begun yet would begin after it was stopped; its place alone may be that of its first picture.
    await expect
      .poll(() => admin.preview().evaluate((video: HTMLVideoElement) => !video.paused && !video.seeking && video.played.length > 0))
      .toBe(true)
    const goTo = (seconds: number): Promise<number> =>
      admin.preview().evaluate(async (video: HTMLVideoElement, place) => {
        video.pause()
        const arrived = new Promise((resolve) => video.addEventListener('seeked', resolve, { once: true }))
        video.currentTime = place
        await arrived
        return video.currentTime
      }, seconds)
    await goTo(5.28)
    await chapters.addButton().click()
    expect(await chapters.start(2).inputValue()).toBe('0:05.2')
    await goTo(8)
    await chapters.takeEnd(2).click()
    expect(await chapters.end(2).inputValue()).toBe('0:08')
    await chapters.card().scrollIntoViewIfNeeded()
    await desk.screenshot('admin-chapters')
    expect(await chapters.line()).toBe('章节在影片中的位置: 片头 0:00–0:03, 法律讲解 0:05.2–0:08')
    await admin.save()
    expect(await stored()).toEqual([
      { kind: 'opening', startSeconds: 0, endSeconds: 3 },
      { kind: 'law-explained', startSeconds: 5.2, endSeconds: 8 },
    ])
  })

  it('in any order; what lies over another or beyond the film is said where it is', async () => {
    await chapters.addButton().click()
    await chapters.start(3).fill('0:02')
    await chapters.end(3).fill('0:20')
    await desk.page.keyboard.press('Control+S')
    await expect.poll(() => chapters.times()).toEqual(['0:00', '0:03', '0:02', '0:20', '0:05.2', '0:08'])
    await expect
      .poll(() => chapters.note(2).textContent())
      .toBe('与前一个章节重叠，请从 0:03 或更晚开始。影片只到 0:12，请改早章节的结束时间。')
    await expect.poll(() => chapters.note(3).textContent()).toBe('与前一个章节重叠，请从 0:20 或更晚开始。')
    await chapters.card().scrollIntoViewIfNeeded()
    await desk.screenshot('admin-chapters-over')
  })

  it('takes one away by the keyboard, and stays in the list', async () => {
    await chapters.removeButton(2).focus()
    await desk.page.keyboard.press('Enter')
    await expect.poll(() => isFocused(chapters.removeButton(2))).toBe(true)
    expect(await chapters.times()).toEqual(['0:00', '0:03', '0:05.2', '0:08'])
    await desk.page.keyboard.press('Enter')
    await expect.poll(() => isFocused(chapters.removeButton(1))).toBe(true)
    await admin.save()
    expect(await stored()).toEqual([{ kind: 'opening', startSeconds: 0, endSeconds: 3 }])
  })
})
