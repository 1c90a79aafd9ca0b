import { type ProgrammeId, type ReviewStep, ROLE_OF_STEP, type Role } from '@ulan/contract'
import { beforeAll, describe, expect, it } from 'vitest'
import type { ApiClient } from '../../lab/api-client.ts'
import type { Lab } from '../../lab/lab.ts'
import { barriersOn } from '../fixtures/barriers.ts'
import type { WatchedPage } from '../fixtures/browser.ts'
import { newsroomStory } from '../fixtures/newsroom-story.ts'
import { equip, joinOffice, signStep } from '../fixtures/office.ts'
import { createReadyLab, filmOf } from '../fixtures/ready-lab.ts'
import { AdminApp } from '../page-objects/admin-app.ts'
import { ReviewDesk } from '../page-objects/review-desk.ts'

const TITLE = '宪法日演出'
const ROLES = ['editor', 'proofreader', 'reviewer-1', 'reviewer-2', 'reviewer-3', 'publisher', 'inspector'] as const
type Actor = { readonly client: ApiClient; readonly desk: ReviewDesk; readonly watched: WatchedPage }

describe('an office takes a programme through 三审三校', () => {
  const story = newsroomStory()
  let lab: Lab
  const clients = new Map<Role, ApiClient>()
  const open = new Map<Role, Actor>()
  let programme: ProgrammeId

  beforeAll(async () => {
    lab = await story.begin(createReadyLab('film'))
    const admin = await lab.signIn()
    await equip(admin, lab.password)
    clients.set('administrator', admin)
    for (const role of ROLES) clients.set(role, await joinOffice(lab, admin, role))
    const { assetId } = await admin.must('readStaffProgramme', { params: { id: await filmOf(lab) } })
    const body = { kind: 'performance', title: { 'zh-Hans': TITLE }, ...(assetId && { assetId }) } as const
    programme = (await client('editor').must('createProgramme', { body })).id
  })

  function client(role: Role): ApiClient {
    const found = clients.get(role)
    if (found === undefined) throw new Error(`nobody is ${role}`)
    return found
  }
  /** That person at a desk of their own, signed in. */
  async function at(role: Role): Promise<Actor> {
    const before = open.get(role)
    if (before !== undefined) return before
    const watched = await story.seat(client(role))
    await watched.page.goto(lab.adminUrl)
    await new AdminApp(watched.page).waitForProgrammes()
    const actor = { client: client(role), desk: new ReviewDesk(watched.page), watched }
    open.set(role, actor)
    return actor
  }
  const programmeUrl = (): string => `${lab.adminUrl}#/programmes/${programme}`
  async function signByApi(steps: readonly ReviewStep[]): Promise<void> {
    for (const step of steps) await signStep(client(ROLE_OF_STEP[step]), programme, step)
  }

  it('which an administrator turns on', async () => {
    const { watched } = await at('administrator')
    await watched.page.getByRole('link', { name: '设置', exact: true }).click()
    await watched.page.getByRole('radio', { name: /^三审三校/ }).check()
    await watched.page.getByRole('button', { name: '保存审核设置' }).click()
    await watched.page.getByRole('link', { name: '审校', exact: true }).waitFor()
    await expect.poll(() => watched.page.getByText('审核未启用').count()).toBe(0)
    expect(await barriersOn(watched.page)).toEqual([])
    await watched.screenshot('review-policy')
  })

  it('the editor submits it, and nobody can publish it yet', async () => {
    const { desk, watched } = await at('editor')
    await watched.page.goto(programmeUrl())
    await desk.card().waitFor()
    await desk.submit()
    await expect.poll(() => desk.card().textContent()).toContain('审校中')
    expect(await barriersOn(watched.page)).toEqual([])
    await watched.screenshot('review-submitted')
    const publisher = await at('publisher')
    await publisher.watched.page.goto(programmeUrl())
    await publisher.desk.card().waitFor()
    expect(await publisher.watched.page.getByRole('button', { name: '发布', exact: true }).isDisabled()).toBe(true)
  })

  it('the proofreader finds it waiting, signs the three proofs, and says what is to be mended', async () => {
    const { desk, watched } = await at('proofreader')
    await desk.openQueue()
    await desk.row(TITLE).waitFor()
    expect(await desk.row(TITLE).textContent()).toContain('一校二校三校')
    expect(await barriersOn(watched.page)).toEqual([])
    await watched.screenshot('review-queue')
    await desk.openFromQueue(TITLE)
    for (const step of ['一校', '二校', '三校']) await desk.sign(step)
    await desk.remark('中文标题', '题目里要有“国家”二字')
    expect(await barriersOn(watched.page)).toEqual([])
    await watched.screenshot('review-signed')
  })

  it('the first reviewer gives it back, and the editor reads why', async () => {
    const { desk, watched } = await at('reviewer-1')
    await desk.openQueue()
    await desk.openFromQueue(TITLE)
    await desk.giveBack('请按校对意见改题目')
    await expect.poll(() => desk.card().textContent()).toContain('已退回')
    await watched.screenshot('review-returned')
    const editor = await at('editor')
    await editor.watched.page.reload()
    await expect.poll(() => editor.desk.card().textContent()).toContain('请按校对意见改题目')
    await editor.watched.page.getByLabel('中文标题').fill(`国家${TITLE}`)
    await editor.desk.submit('重新送审')
    await expect.poll(() => editor.desk.card().textContent()).toContain('以前的 1 次送审')
  })

  it('the last reviewer settles what was open and signs when all others have', async () => {
    await signByApi(['proof-1', 'proof-2', 'proof-3', 'review-1', 'review-2'])
    const { desk, watched } = await at('reviewer-3')
    await desk.openQueue()
    await desk.openFromQueue(TITLE)
    await desk.settle('题目里要有“国家”二字')
    await expect.poll(() => desk.card().textContent()).toContain('已处理')
    await desk.sign('终审')
    await expect.poll(() => desk.card().textContent()).toContain('已通过')
    expect(await barriersOn(watched.page)).toEqual([])
    await watched.screenshot('review-approved')
  })

  it('and it goes out', async () => {
    const { watched } = await at('publisher')
    await watched.page.reload()
    await watched.page.getByRole('button', { name: '发布', exact: true }).click()
    await expect.poll(async () => (await lab.visitor().call('readProgramme', { params: { id: programme } })).ok).toBe(true)
    const shown = await lab.visitor().must('readProgramme', { params: { id: programme } })
    expect(shown.title.text).toBe(`国家${TITLE}`)
  })
  it('and an inspector sees who signed what, in both shells', async () => {
    const { desk, watched } = await at('inspector')
    for (const locale of ['zh-Hans', 'mn-Mong']) {
      await watched.page.evaluate((chosen) => localStorage.setItem('ulan-admin:locale', chosen), locale)
      await watched.page.goto('about:blank')
      await watched.page.goto(programmeUrl())
      await desk.card().waitFor()
      for (const role of ['proofreader', 'reviewer-1', 'reviewer-2', 'reviewer-3'])
        await expect.poll(() => desk.card().textContent()).toContain(`${role}同事`)
      expect(await barriersOn(watched.page)).toEqual([])
      await watched.screenshot(`review-inspected-${locale}`)
      await watched.page.goto(`${lab.adminUrl}#/reviews`)
      await watched.page.getByRole('heading', { level: 1 }).waitFor()
      await watched.screenshot(`review-queue-${locale}`)
    }
  })

  it('and the editor goes on in it: viewers see what was signed until the change is signed too', async () => {
    const { desk, watched } = await at('editor')
    await watched.page.reload()
    await watched.page.getByLabel('中文标题').fill(`国家${TITLE}（修订）`)
    await watched.page.getByRole('button', { name: '保存', exact: true }).click()
    await expect.poll(() => desk.card().textContent()).toContain('发布以后内容又有改动')
    expect(await barriersOn(watched.page)).toEqual([])
    await watched.screenshot('review-after-out')
    const shown = await lab.visitor().must('readProgramme', { params: { id: programme } })
    expect(shown.title.text).toBe(`国家${TITLE}`)
    await desk.submit('重新送审')
    await expect.poll(() => desk.card().textContent()).toContain('审校中')
    await signByApi(['proof-1', 'proof-2', 'proof-3', 'review-1', 'review-2', 'review-3'])
    const publisher = await at('publisher')
    await publisher.watched.page.reload()
    await publisher.watched.page.getByRole('button', { name: '发布修改' }).click()
    await expect
      .poll(async () => (await lab.visitor().must('readProgramme', { params: { id: programme } })).title.text)
      .toBe(`国家${TITLE}（修订）`)
    await publisher.watched.page.getByText('第 3 次送审签署').waitFor()
    await publisher.watched.screenshot('review-second-out')
  })
})
