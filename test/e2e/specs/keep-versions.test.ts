import type { ProgrammeId } from '@ulan/contract'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Lab } from '../../lab/lab.ts'
import { barriersOn } from '../fixtures/barriers.ts'
import type { WatchedPage } from '../fixtures/browser.ts'
import { newsroomStory } from '../fixtures/newsroom-story.ts'
import { createReadyLab, filmOf } from '../fixtures/ready-lab.ts'
import { AdminApp } from '../page-objects/admin-app.ts'
import { VersionDesk } from '../page-objects/version-desk.ts'

const OLD = { 'zh-Hans': '草原法在身边', 'mn-Mong': 'ᠲᠠᠯ᠎ᠠ ᠨᠤᠲᠤᠭ ᠤᠨ ᠬᠠᠤᠯᠢ' }
const NEW = { 'zh-Hans': '草原法在我们身边', 'mn-Mong': 'ᠲᠠᠯ᠎ᠠ ᠨᠤᠲᠤᠭ ᠤᠨ ᠰᠢᠨ᠎ᠡ ᠬᠠᠤᠯᠢ' }

describe('an office goes on writing in what is public', () => {
  const story = newsroomStory()
  let lab: Lab
  let watched: WatchedPage
  let admin: AdminApp
  let desk: VersionDesk
  let id: ProgrammeId

  beforeAll(async () => {
    lab = await story.begin(createReadyLab('film'))
    const staff = await lab.signIn()
    const { assetId } = await staff.must('readStaffProgramme', { params: { id: await filmOf(lab) } })
    const body = { kind: 'performance', title: OLD, ...(assetId && { assetId }) } as const
    const draft = await staff.must('createProgramme', { body })
    id = draft.id
    await staff.must('publishProgramme', { params: { id }, body: { rev: draft.rev } })
    watched = await story.signIn()
    admin = new AdminApp(watched.page)
    desk = new VersionDesk(watched.page)
    await watched.page.goto(`${lab.adminUrl}#/programmes/${id}`)
    await desk.card().waitFor()
  })

  const shown = async (locale: 'zh-Hans' | 'mn-Mong' = 'zh-Hans'): Promise<string> =>
    (await lab.visitor().must('readProgramme', { params: { id }, query: { locale } })).title.text

  it('what is saved is not seen by viewers yet, and the newsroom says so', async () => {
    await admin.chineseTitle().fill(NEW['zh-Hans'])
    await admin.mongolianTitle().fill(NEW['mn-Mong'])
    await admin.save()
    await expect.poll(() => desk.standing()).toContain('有修改还没有发布，观众看到的仍是第 1 版。')
    expect(await shown()).toBe(OLD['zh-Hans'])
    await watched.screenshot('versions-ahead')
    await admin.backToList()
    await watched.page.getByRole('row').filter({ hasText: NEW['zh-Hans'] }).getByText('有修改').waitFor()
    await watched.screenshot('versions-in-list')
    await watched.page.goBack()
    await desk.card().waitFor()
  })

  it('what is published becomes the next version, and viewers see it', async () => {
    await desk.publishChanges()
    expect([await shown(), await shown('mn-Mong')]).toEqual([NEW['zh-Hans'], NEW['mn-Mong']])
    const marks = async () => (await desk.lines()).map((line) => [line.slice(0, 5), line.includes('观众看到的'), line.includes('发布')])
    await expect.poll(marks).toEqual([
      ['第 2 版', true, true],
      ['第 1 版', false, true],
    ])
  })

  it('each language is compared by itself: Mongolian in columns, by whole words', async () => {
    await desk.compare(2)
    await desk.compareWithFormer()
    await expect
      .poll(() => desk.differences())
      .toEqual([
        { field: '中文标题', gone: '', come: '我们' },
        { field: '蒙古文标题', gone: '', come: expect.stringContaining('ᠰᠢᠨ᠎ᠡ') },
      ])
    const columns = desk.dialog().locator('[lang="mn-Mong"]')
    expect(await columns.evaluate((text) => getComputedStyle(text).writingMode)).toBe('vertical-lr')
    await watched.screenshot('versions-compared')
    expect(await barriersOn(watched.page)).toEqual([])
    await desk.close()
  })

  it('an old version becomes what is worked on, and viewers see it once it is published', async () => {
    await desk.compare(1)
    await desk.restore('恢复为现稿')
    await expect.poll(() => admin.chineseTitle().inputValue()).toBe(OLD['zh-Hans'])
    expect(await admin.mongolianTitle().inputValue()).toBe(OLD['mn-Mong'])
    expect(await shown()).toBe(NEW['zh-Hans'])
    await desk.publishChanges()
    expect(await shown()).toBe(OLD['zh-Hans'])
    await expect.poll(() => desk.lines()).toHaveLength(3)
  })

  it('changes that nobody wants any more are given up', async () => {
    await admin.chineseTitle().fill('不要的题目')
    await desk.compare(3)
    await desk.dialog().getByText('有未保存的修改，请先保存或放弃，再恢复。').waitFor()
    await desk.close()
    await admin.save()
    await desk.compare(3)
    await watched.screenshot('versions-give-up')
    await desk.restore('放弃修改')
    await expect.poll(() => admin.chineseTitle().inputValue()).toBe(OLD['zh-Hans'])
    await expect.poll(() => desk.standing()).not.toContain('有修改')
    await desk.card().scrollIntoViewIfNeeded()
    await watched.screenshot('versions-settled')
    expect(await barriersOn(watched.page)).toEqual([])
  })
})
