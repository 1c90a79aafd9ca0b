import type { ProgrammeId } from '@ulan/contract'
import { beforeAll, describe, expect, it } from 'vitest'
import { createLab, type Lab } from '../../lab/lab.ts'
import { barriersOn } from '../fixtures/barriers.ts'
import type { WatchedPage } from '../fixtures/browser.ts'
import { newsroomStory } from '../fixtures/newsroom-story.ts'
import { AdminApp } from '../page-objects/admin-app.ts'

const TITLE = { 'zh-Hans': '错删的草稿', 'mn-Mong': 'ᠬᠠᠤᠯᠢ' }

describe('an editor deletes the wrong draft', () => {
  const story = newsroomStory()
  let lab: Lab
  let watched: WatchedPage
  let admin: AdminApp
  let id: ProgrammeId

  beforeAll(async () => {
    lab = await story.begin(createLab({ env: { TRANSCODE_WORKERS: '0' } }))
    const staff = await lab.signIn()
    id = (await staff.must('createProgramme', { body: { kind: 'lecture', title: TITLE, synopsis: { 'zh-Hans': '写了很久' } } })).id
    watched = await story.signIn()
    admin = new AdminApp(watched.page)
  })

  it('and is told that it can be had back', async () => {
    await watched.page.goto(`${lab.adminUrl}#/programmes/${id}`)
    await watched.page.getByRole('button', { name: '删除草稿' }).click()
    await watched.page.getByText('节目会移到回收站').waitFor()
    await watched.page.getByRole('button', { name: '确认删除' }).click()
    await admin.waitForProgrammes()
    await expect.poll(() => watched.page.getByText(TITLE['zh-Hans']).count()).toBe(0)
  })

  it('finds it in the trash, and has it back with every word', async () => {
    await watched.page.getByRole('link', { name: '回收站' }).click()
    await watched.page.getByRole('row').filter({ hasText: TITLE['zh-Hans'] }).waitFor()
    expect(await barriersOn(watched.page)).toEqual([])
    await watched.screenshot('trash')
    await watched.page.getByRole('button', { name: `恢复“${TITLE['zh-Hans']}”` }).click()
    await expect.poll(() => admin.chineseTitle().inputValue()).toBe(TITLE['zh-Hans'])
    expect(await admin.mongolianTitle().inputValue()).toBe(TITLE['mn-Mong'])
    expect(await watched.page.getByLabel('中文简介').inputValue()).toBe('写了很久')
    await watched.page.goto(`${lab.adminUrl}#/trash`)
    await watched.page.getByText('回收站是空的').waitFor()
    await watched.screenshot('trash-empty')
  })
})
