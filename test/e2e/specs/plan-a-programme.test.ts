import type { ProgrammeId, StaffProgramme } from '@ulan/contract'
import { beforeAll, describe, expect, it } from 'vitest'
import type { ApiClient } from '../../lab/api-client.ts'
import type { Lab } from '../../lab/lab.ts'
import { hastenIntervals } from '../fixtures/bad-days.ts'
import { barriersOn } from '../fixtures/barriers.ts'
import { openPage, TABLET_LANDSCAPE, type WatchedPage } from '../fixtures/browser.ts'
import { newsroomStory } from '../fixtures/newsroom-story.ts'
import { equip } from '../fixtures/office.ts'
import { createReadyLab, filmOf } from '../fixtures/ready-lab.ts'
import { AdminApp } from '../page-objects/admin-app.ts'
import { ScheduleDesk } from '../page-objects/schedule-desk.ts'
import { TabletApp } from '../page-objects/tablet-app.ts'

const TITLE = '宪法日演出'
const EIGHT = /^\d{4}-12-04T08:00$/

describe('an office plans what goes out', () => {
  const story = newsroomStory()
  let lab: Lab
  let watched: WatchedPage
  let staff: ApiClient
  let admin: AdminApp
  let desk: ScheduleDesk
  let id: ProgrammeId

  beforeAll(async () => {
    lab = await story.begin(createReadyLab('film'))
    staff = await lab.signIn()
    const { assetId } = await staff.must('readStaffProgramme', { params: { id: await filmOf(lab) } })
    const body = { kind: 'performance', title: { 'zh-Hans': TITLE }, ...(assetId && { assetId }) } as const
    id = (await staff.must('createProgramme', { body })).id
    watched = await story.signIn()
    admin = new AdminApp(watched.page)
    desk = new ScheduleDesk(watched.page)
    await watched.page.goto(`${lab.adminUrl}#/programmes/${id}`)
    await admin.publishButton().waitFor()
  })

  const read = (): Promise<StaffProgramme> => staff.must('readStaffProgramme', { params: { id } })
  const shown = async (): Promise<boolean> => (await lab.visitor().call('readProgramme', { params: { id }, query: {} })).ok
  /** Some seconds from now: the newsroom's own fields know whole minutes. */
  async function plan(what: 'publishAt' | 'takeDownAt', more: object = {}): Promise<void> {
    const { rev } = await read()
    const at = new Date(Date.now() + 4000).toISOString()
    await staff.must('scheduleProgramme', { params: { id }, body: { rev, [what]: at, ...more } })
  }

  it('a time that has passed is refused in words, and what is typed stays', async () => {
    await desk.open()
    await desk.publishAt().fill('2026-01-01T08:00')
    await desk.save()
    await desk.dialog().getByText('这个时间已经过了，请选晚一些的时间。').waitFor()
    expect(await desk.publishAt().inputValue()).toBe('2026-01-01T08:00')
    await watched.screenshot('schedule-refused')
    expect(await barriersOn(watched.page)).toEqual([])
  })

  it('eight on Constitution Day is a press, in the time of Beijing', async () => {
    await desk.choose('国家宪法日')
    const eight = await desk.publishAt().inputValue()
    expect(eight).toMatch(EIGHT)
    await desk.takeDownAt().fill(eight.replace('-12-04T', '-12-11T'))
    await desk.dialog().getByLabel('下架原因').fill('授权到期')
    await watched.screenshot('schedule-dialog')
    await desk.save()
    const year = eight.slice(0, 4)
    await expect
      .poll(() => desk.planned())
      .toEqual([
        expect.stringContaining(`${year}-12-04 08:00 自动发布（admin 定）`),
        expect.stringContaining(`${year}-12-11 08:00 自动下架（admin 定）授权到期`),
      ])
    expect((await read()).schedule?.publish?.at).toBe(`${year}-12-04T00:00:00.000Z`)
    await watched.screenshot('schedule-planned')
    expect(await barriersOn(watched.page)).toEqual([])
  })

  it('is told beforehand which signatures it lacks once they are asked for, and no more when they are not', async () => {
    const ask = async (policy: 'three' | 'off'): Promise<void> => {
      const { rev } = await staff.must('readSettings')
      await staff.must('updateSettings', { body: { rev, review: { policy, isUrgentAllowed: false } } })
    }
    await equip(staff, lab.password)
    await ask('three')
    await staff.must('submitForReview', { params: { id }, body: { rev: (await read()).rev, path: 'full' } })
    await watched.page.reload()
    await watched.page.getByText('按现在的情况，到时不能发布').scrollIntoViewIfNeeded()
    await watched.page.getByText('尚缺一校、二校、三校、初审、复审、终审签署。').waitFor()
    expect(await barriersOn(watched.page)).toEqual([])
    await watched.screenshot('schedule-hindered')
    await desk.openList()
    await watched.page.getByText('到时不能发布').waitFor()
    expect(await barriersOn(watched.page)).toEqual([])
    await watched.screenshot('schedule-list-hindered')
    await ask('off')
    await watched.page.reload()
    await watched.page.getByText('等待', { exact: true }).first().waitFor()
    expect(await watched.page.getByText('到时不能发布').count()).toBe(0)
    await watched.page.goBack()
    await admin.chineseTitle().waitFor()
  })

  it('what is changed afterwards is said not to go out with it, and the list has both', async () => {
    await admin.chineseTitle().fill(`${TITLE}（改）`)
    await admin.save()
    await expect.poll(async () => (await desk.planned())[0]).toContain('定下以后又有修改，到时不会带上。')
    await desk.openList()
    await expect
      .poll(async () => (await desk.rows()).map(([, act, title]) => [act, title]))
      .toEqual([
        ['发布', TITLE],
        ['下架', `${TITLE}（改）`],
      ])
    expect(await barriersOn(watched.page)).toEqual([])
    await watched.screenshot('schedule-list')
    await watched.page.goBack()
    await desk.cancel('取消定时发布')
    await expect.poll(() => desk.planned()).toEqual([])
    await expect.poll(async () => (await read()).schedule).toBeUndefined()
  })

  it('it goes out by itself while somebody looks, and the newsroom shows that', async () => {
    await plan('publishAt')
    await watched.page.reload()
    await expect.poll(shown).toBe(true)
    await admin.takeDownButton().waitFor()
    await expect.poll(() => desk.planned()).toEqual([])
  })

  it('it is taken off by itself, also from who watches it', async () => {
    const viewer = await openPage(story.browser(), lab.origin, TABLET_LANDSCAPE)
    await viewer.page.addInitScript(hastenIntervals)
    const tablet = new TabletApp(viewer.page)
    await tablet.open(`${lab.tabletUrl}#/programme/${id}`)
    await viewer.page.getByRole('heading', { level: 1 }).waitFor()
    await tablet.settle()
    await tablet.tapPlay()
    await tablet.waitForVideo('the picture to move', (video) => video.seconds > 0)
    await plan('takeDownAt', { reason: '授权到期' })
    await viewer.page.getByText('这个节目已下架', { exact: true }).waitFor()
    // The picture is gone too.
    await expect.poll(() => tablet.video()).toBeNull()
    await watched.page.reload()
    await watched.page.getByText('原因：授权到期').waitFor()
    await watched.screenshot('schedule-taken-down')
    expect(viewer.faults).toEqual([])
  })
})
