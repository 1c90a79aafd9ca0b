import type { ProgrammeId } from '@ulan/contract'
import { beforeAll, describe, expect, it } from 'vitest'
import type { ApiClient } from '../../lab/api-client.ts'
import type { Lab } from '../../lab/lab.ts'
import { barriersOn } from '../fixtures/barriers.ts'
import type { WatchedPage } from '../fixtures/browser.ts'
import { newsroomStory } from '../fixtures/newsroom-story.ts'
import { equip, joinOffice, signStep } from '../fixtures/office.ts'
import { createReadyLab, filmOf } from '../fixtures/ready-lab.ts'
import { ProgrammeList } from '../page-objects/programme-list.ts'
import { ReviewDesk } from '../page-objects/review-desk.ts'

const SHOWS = 24
const nameOf = (number: number): string => `法制演出${String(number).padStart(2, '0')}`
const names = (from: number, to: number): string[] => Array.from({ length: to - from + 1 }, (_, at) => nameOf(from + at))
const URGENT = '暴雪预警'
const MONGOLIAN = 'ᠴᠠᠰᠤ'

describe('a reviewer has more before them than fits on a page', () => {
  const story = newsroomStory()
  let lab: Lab
  let reviewer: ApiClient
  let proofreader: ApiClient
  let watched: WatchedPage
  let desk: ReviewDesk
  let list: ProgrammeList
  const ids: ProgrammeId[] = []

  const hash = (): string => decodeURIComponent(new URL(watched.page.url()).hash)
  const titles = (page = watched.page) => page.locator('tbody tr.ant-table-row a').allTextContents()
  const badge = () => watched.page.locator('.nav-badge [aria-hidden]').textContent()
  const shares = () => watched.page.locator('.list-filters .ant-segmented-item').allTextContents()
  const open = (address: string) => watched.page.goto(`${lab.adminUrl}${address}`)
  const search = () => watched.page.getByRole('searchbox', { name: '搜索标题' })

  beforeAll(async () => {
    lab = await story.begin(createReadyLab('film'))
    const admin = await lab.signIn()
    await equip(admin, lab.password)
    const { rev } = await admin.must('readSettings')
    await admin.must('updateSettings', { body: { rev, review: { policy: 'three', isUrgentAllowed: true } } })
    const { assetId } = await admin.must('readStaffProgramme', { params: { id: await filmOf(lab) } })
    const editor = await joinOffice(lab, admin, 'editor')
    reviewer = await joinOffice(lab, admin, 'reviewer-1')
    proofreader = await joinOffice(lab, admin, 'proofreader')
    const film = assetId && { assetId }
    for (let number = 1; number <= SHOWS; number += 1) {
      const body = { kind: 'performance', title: { 'zh-Hans': nameOf(number) }, ...film } as const
      const { id, rev: first } = await editor.must('createProgramme', { body })
      await editor.must('submitForReview', { params: { id }, body: { rev: first, path: 'full' } })
      ids.push(id)
    }
    const body = { kind: 'lecture', title: { 'zh-Hans': URGENT, 'mn-Mong': MONGOLIAN }, ...film } as const
    const last = await editor.must('createProgramme', { body })
    await editor.must('submitForReview', { params: { id: last.id }, body: { rev: last.rev, path: 'urgent', reason: '今夜有雪' } })
    watched = await story.seat(reviewer)
    desk = new ReviewDesk(watched.page)
    list = new ProgrammeList(watched.page)
    await open('#/reviews')
  })

  it('what waits the longest comes first, twenty on a page, and how much there is stands at the menu', async () => {
    await expect.poll(() => titles()).toEqual(names(1, 20))
    await expect.poll(badge).toBe('25')
    expect(await shares()).toEqual(['待我签署 25', '全部 25'])
    expect(await barriersOn(watched.page)).toEqual([])
    await watched.screenshot('reviews-many')
  })

  it('goes on to the next page, which stands in the address; a link beyond the end leads to the last one', async () => {
    await list.goToPage(2)
    await expect.poll(() => titles()).toEqual([...names(21, 24), URGENT])
    expect(hash()).toBe('#/reviews?page=2')
    expect(await barriersOn(watched.page)).toEqual([])
    await watched.page.reload()
    await expect.poll(() => titles()).toEqual([...names(21, 24), URGENT])
    await open('#/reviews?page=90')
    await expect.poll(hash).toBe('#/reviews?page=2')
    await expect.poll(() => titles()).toHaveLength(5)
  })

  it('chooses by step, by path and by words in Mongolian', async () => {
    await list.choose('待签步骤', '待初审（25）')
    await expect.poll(() => titles()).toEqual(names(1, 20))
    expect(hash()).toBe('#/reviews?step=review-1')
    await list.choose('审校流程', '加急')
    await expect.poll(() => titles()).toEqual([URGENT])
    await expect.poll(shares).toEqual(['待我签署 1', '全部 1'])
    await watched.screenshot('reviews-chosen')
    expect(await barriersOn(watched.page)).toEqual([])
    await watched.page.goBack()
    await expect.poll(() => titles()).toHaveLength(20)
    await search().fill(MONGOLIAN)
    await expect.poll(() => titles()).toEqual([URGENT])
    await search().fill('没有这样的标题')
    await watched.page.getByText('没有符合条件的节目').waitFor()
    expect(await badge()).toBe('25')
  })

  it('sends the link to a colleague, who sees the same', async () => {
    await open('#/reviews?of=all&q=演出1&step=proof-1')
    await expect.poll(() => titles()).toEqual(names(10, 19))
    const colleague = await story.seat(proofreader)
    await colleague.page.goto(watched.page.url())
    await expect.poll(() => titles(colleague.page)).toEqual(names(10, 19))
    expect(await colleague.page.getByRole('searchbox', { name: '搜索标题' }).inputValue()).toBe('演出1')
  })

  it('signs the first one, and it is gone from what is theirs', async () => {
    await open('#/reviews')
    await desk.openFromQueue(nameOf(1))
    await desk.sign('初审')
    await desk.openQueue()
    await expect.poll(() => titles()).toEqual(names(2, 21))
    await expect.poll(badge).toBe('24')
    await expect.poll(shares).toEqual(['待我签署 24', '全部 25'])
  })

  it('sees what is signed meanwhile without doing anything', async () => {
    const [, second] = ids
    if (second === undefined) throw new Error('nothing was submitted')
    await signStep(reviewer, second, 'review-1')
    await expect.poll(() => titles()).toEqual(names(3, 22))
    await expect.poll(badge).toBe('23')
  })

  it('has the same in the Mongolian newsroom', async () => {
    await watched.page.evaluate(() => localStorage.setItem('ulan-admin:locale', 'mn-Mong'))
    await watched.page.goto('about:blank')
    await open('#/reviews?page=2')
    await expect.poll(() => titles()).toEqual([...names(23, 24), URGENT])
    expect(await barriersOn(watched.page)).toEqual([])
    await watched.screenshot('reviews-many-mongolian')
  })
})
