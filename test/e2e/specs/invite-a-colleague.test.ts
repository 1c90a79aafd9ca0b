import { readFile } from 'node:fs/promises'
import { beforeAll, describe, expect, it } from 'vitest'
import { createApiClient } from '../../lab/api-client.ts'
import { createLab, type Lab } from '../../lab/lab.ts'
import { codeAt } from '../../lab/totp.ts'
import { barriersOn } from '../fixtures/barriers.ts'
import type { WatchedPage } from '../fixtures/browser.ts'
import { newsroomStory } from '../fixtures/newsroom-story.ts'
import { AdminApp } from '../page-objects/admin-app.ts'
import { PeopleDesk } from '../page-objects/people-desk.ts'

const QIQIGE = { email: 'qiqige@xam.example.cn', name: '其其格', role: '初审' }
const PASSWORD = '马头琴声里的草原法，第一首'
const STEP_MS = 30_000

describe('an administrator lets a colleague in', () => {
  const story = newsroomStory()
  let lab: Lab
  let office: WatchedPage
  let home: WatchedPage
  let people: PeopleDesk
  let own: PeopleDesk
  let link: string
  let secret: string

  beforeAll(async () => {
    lab = await story.begin(createLab({ env: { TRANSCODE_WORKERS: '0' } }))
    office = await story.signIn()
    home = await story.open()
    people = new PeopleDesk(office.page)
    own = new PeopleDesk(home.page)
  })

  const signedIn = () => home.page.getByRole('heading', { name: '节目', exact: true })

  it('who is invited by an address that is none is told so beside it', async () => {
    await people.openPeople()
    await people.beginInvitation()
    await people.fillInvitation({ ...QIQIGE, email: '其其格' })
    await people.sendInvitation()
    await expect.poll(() => office.page.getByText('此项格式不正确。').count()).toBe(1)
  })

  it('is given a link to hand on, and sees who has not been in yet', async () => {
    await people.fillInvitation(QIQIGE)
    await people.sendInvitation()
    link = await people.link()
    expect(link.startsWith(`${lab.adminUrl}#/join/`)).toBe(true)
    expect(await barriersOn(office.page)).toEqual([])
    await office.screenshot('people-link')
    await people.finish()
    await expect.poll(() => people.row('其其格').textContent()).toContain('待设密码')
  })

  it('the colleague chooses a password behind it and is in', async () => {
    await home.page.goto(link)
    await home.page.getByText('其其格，您好').waitFor()
    expect(await barriersOn(home.page)).toEqual([])
    await home.screenshot('people-join')
    await own.choosePassword(PASSWORD, `${PASSWORD}！`)
    await home.page.getByText('两次输入的密码不同，请重新输入。').waitFor()
    await own.choosePassword(PASSWORD)
    await signedIn().waitFor()
  })

  it('turns a second factor on, and is asked for its code from then on', async () => {
    await own.openAccount('其其格')
    secret = await own.beginSecondFactor(PASSWORD)
    expect(await own.recoveryCodes()).toHaveLength(10)
    expect(await barriersOn(home.page)).toEqual([])
    await home.screenshot('people-second-factor')
    await own.confirmSecondFactor('000000')
    await home.page.getByText('验证码不正确').waitFor()
    await own.confirmSecondFactor(codeAt(secret, Date.now()))
    await home.page.getByText('已开启：登录时需要验证码。').waitFor()
    await home.page.getByRole('button', { name: '退出登录' }).click()
    const admin = new AdminApp(home.page)
    await home.page.getByRole('button', { name: '登录' }).waitFor()
    await admin.signIn(QIQIGE.email, PASSWORD)
    await home.page.getByLabel('验证码').waitFor()
    await expect.poll(() => home.page.getByLabel('验证码').evaluate((field) => field === document.activeElement)).toBe(true)
    await home.screenshot('people-code')
    // The code of a moment ago has served; the next one counts already (RFC 6238, 5.2).
    await own.enterCode(codeAt(secret, Date.now() + STEP_MS))
    await home.page.getByRole('heading', { name: '我的账号' }).waitFor()
  })

  it('looks at a programme that only editors change, and is offered nothing that would be refused', async () => {
    const editor = createApiClient(lab.origin)
    await editor.signIn(lab.email, lab.password)
    const body = { kind: 'lecture', title: { 'zh-Hans': '草原法讲座', 'mn-Mong': 'ᠬᠠᠤᠯᠢ' } } as const
    const { id } = await editor.must('createProgramme', { body })
    await editor.must('deleteSession')
    await home.page.goto(`${lab.adminUrl}#/programmes/${id}`)
    await home.page.getByText('您可以查看这个节目，不能更改', { exact: false }).waitFor()
    for (const label of ['中文标题', '蒙古文标题']) expect(await home.page.getByLabel(label).first().isDisabled()).toBe(true)
    for (const word of ['保存', '发布', '删除草稿'])
      expect(await home.page.getByRole('button', { name: word, exact: true }).count()).toBe(0)
    await home.screenshot('people-read-only')
  })

  it('signs the other browser out', async () => {
    const tablet = await story.signIn()
    await people.openAccount('admin')
    await expect.poll(() => people.sessions().count()).toBe(2)
    await people.endOtherSession()
    await expect.poll(() => people.sessions().count()).toBe(1)
    await office.screenshot('people-own-account')
    await tablet.page.reload()
    await tablet.page.getByRole('button', { name: '登录' }).waitFor()
  })

  it('whoever is blocked is out at once, and is told why', async () => {
    await people.openPeople()
    await people.manage('其其格')
    expect(await barriersOn(office.page)).toEqual([])
    await office.screenshot('people-manage')
    await people.block()
    await expect.poll(() => people.row('其其格').textContent()).toContain('已停用')
    await home.page.reload()
    await home.page.getByRole('button', { name: '登录' }).waitFor()
    await new AdminApp(home.page).signIn(QIQIGE.email, PASSWORD)
    await home.page.getByText('这个账号已停用，请联系管理员。').waitFor()
  })

  it('the log says what was done, by whom, and how it ended', async () => {
    await office.page.keyboard.press('Escape')
    await office.page.getByRole('dialog').waitFor({ state: 'hidden' })
    await office.page.getByRole('link', { name: '操作记录', exact: true }).click()
    await office.page.getByRole('row').filter({ hasText: '更改账号' }).first().waitFor()
    const rows = await office.page.getByRole('row').allTextContents()
    for (const words of ['邀请人员', '用邀请链接设置密码', '开启两步验证', '新建节目']) expect(rows.join('\n')).toContain(words)
    const made = office.page.getByRole('row').filter({ hasText: '新建节目' })
    await expect.poll(() => made.textContent()).toContain('草原法讲座')
    expect(rows.find((row) => row.includes('开启两步验证') && row.includes('未通过'))).toContain('验证码不正确')
    expect(await barriersOn(office.page)).toEqual([])
    await office.screenshot('people-log')
    const download = office.page.waitForEvent('download')
    await office.page.getByRole('button', { name: '导出全部' }).click()
    const lines = (await readFile(await (await download).path(), 'utf8')).trim().split('\n')
    expect(lines.map((line) => (JSON.parse(line) as { seq: number }).seq)).toEqual(lines.map((_, at) => at + 1))
  })

  it('a link that has served says so, and how to get another', async () => {
    await home.page.goto('about:blank')
    await home.page.goto(link)
    await home.page.getByText('链接已失效', { exact: true }).waitFor()
    await home.screenshot('people-link-gone')
  })
})
