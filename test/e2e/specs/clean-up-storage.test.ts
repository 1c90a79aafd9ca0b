import { beforeAll, describe, expect, it } from 'vitest'
import type { ApiClient } from '../../lab/api-client.ts'
import { createLab, type Lab } from '../../lab/lab.ts'
import { waitUntil } from '../../lab/wait-until.ts'
import type { WatchedPage } from '../fixtures/browser.ts'
import { renderClip } from '../fixtures/clip.ts'
import { newsroomStory } from '../fixtures/newsroom-story.ts'
import { AdminApp } from '../page-objects/admin-app.ts'

const UNUSED = '没有节目使用的视频'
const LARGEST = '占用空间最多的视频'

describe('the disk fills up, and an administrator is called', () => {
  const story = newsroomStory()
  let lab: Lab
  let staff: ApiClient
  let desk: WatchedPage
  let admin: AdminApp

  beforeAll(async () => {
    lab = await story.begin(createLab({ env: { TRANSCODE_WORKERS: '0' } }))
    staff = await lab.signIn()
    const clip = await renderClip({ seconds: 3, widthPx: 640, heightPx: 360 })
    const send = async (fileName: string, title?: string): Promise<void> => {
      const { id } = await staff.uploadAsset(clip.bytes, fileName)
      if (title !== undefined)
        await staff.must('createProgramme', { body: { kind: 'performance', title: { 'zh-Hans': title }, assetId: id } })
    }
    await send('wrong-take.mp4')
    await send('rehearsal.mp4', '排练')
    await send('show.mp4', '草原法在身边')
    await staff.upload(clip.bytes, 'not-handed-in.mp4')
    desk = await story.signIn()
    admin = new AdminApp(desk.page)
  })

  it('sees how much is free, what takes the room, and what nobody uses', async () => {
    await admin.openStorage()
    await desk.page
      .getByText(/^剩余 .+B$/)
      .first()
      .waitFor()
    await admin.card(UNUSED).getByText('wrong-take.mp4').waitFor()
    await admin.card(LARGEST).getByText('草原法在身边').waitFor()
    await desk.page.getByText('刚刚统计').waitFor()
    await desk.screenshot('admin-storage')
  })

  it('deletes a file that nobody uses, and a draft with its video', async () => {
    await admin.deleteStored(UNUSED, 'wrong-take.mp4', '删除')
    await expect.poll(() => admin.card(UNUSED).textContent()).toContain('每个视频都有节目在使用')
    await admin.deleteStored(LARGEST, 'rehearsal.mp4', '删除草稿和视频')
    await expect.poll(() => admin.card(LARGEST).textContent()).not.toContain('rehearsal.mp4')
    const { items } = await staff.must('listStaffProgrammes')
    expect(items.map(({ title }) => title['zh-Hans'])).toEqual(['草原法在身边'])
    const isCounted = (text: string | null): boolean => text?.includes('已删除的视频') === true
    await desk.page.getByRole('button', { name: '重新统计' }).click()
    await waitUntil('what goes', () => admin.card('将自动清除').textContent(), isCounted)
    await desk.screenshot('admin-storage-cleaned')
  })

  it('thinks about a limit for masters, sees what that means, and sets it', async () => {
    const card = admin.card('母版保存期限')
    await card.getByText('一直保留母版（默认）').waitFor()
    await card.getByText('节目发布满一定天数后，删除母版').click()
    await card.getByText('按此设置，目前没有到期的母版。').waitFor()
    await card.scrollIntoViewIfNeeded()
    await desk.screenshot('admin-retention')
    await card.getByRole('button', { name: '保存期限' }).click()
    await desk.page.getByRole('button', { name: '确认启用' }).click()
    await expect.poll(() => card.textContent()).toMatch(/admin@localhost 于 .+ 设定/)
    expect(await staff.must('readRetention')).toMatchObject({ masterDays: 365, changedBy: lab.email })
  })

  it('deletes a draft from its own page, keeping its video for others', async () => {
    const [programme] = (await staff.must('listStaffProgrammes')).items
    await desk.page.goto(`${lab.adminUrl}#/programmes/${programme?.id}`)
    await admin.chineseTitle().waitFor()
    await desk.screenshot('admin-delete-draft')
    await admin.deleteDraft()
    expect((await staff.must('listStaffProgrammes')).items).toEqual([])
    expect((await staff.must('listAssets')).items.map(({ fileName }) => fileName)).toEqual(['show.mp4'])
  })
})
