import type { ProgrammeId } from '@ulan/contract'
import type { Locator, Page } from 'playwright-core'

export type Upload = { readonly name: string; readonly mimeType: string; readonly buffer: Buffer }

/** The newsroom by the names its users read on the screen. */
export class AdminApp {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  async open(url: string): Promise<void> {
    await this.page.goto(url)
    await this.page.getByRole('button', { name: '登录', exact: true }).waitFor()
  }

  async signIn(email: string, password: string): Promise<void> {
    await this.page.getByLabel('邮箱').fill(email)
    await this.page.getByLabel('密码', { exact: true }).fill(password)
    await this.page.getByRole('button', { name: '登录', exact: true }).click()
  }

  async waitForProgrammes(): Promise<void> {
    await this.page.getByRole('heading', { name: '节目', exact: true }).waitFor()
  }

  /** The sentence under the sign-in form, or on top of a page. */
  alert(): Locator {
    return this.page.getByRole('alert').first()
  }

  /** Chooses a file on the list page, which starts a draft and opens it; answers the draft's id. */
  async uploadNew(file: Upload): Promise<ProgrammeId> {
    await this.page.getByLabel('选择视频文件').setInputFiles(file)
    await this.page.waitForURL(/#\/programmes\/[a-z0-9-]+$/)
    const id = new URL(this.page.url()).hash.split('/').at(-1)
    return id as ProgrammeId // the pattern just waited for is that of an id
  }

  progressBars(): Locator {
    return this.page.getByRole('progressbar')
  }

  progress(label: string): Locator {
    return this.page.getByRole('progressbar', { name: label, exact: true })
  }

  chineseTitle(): Locator {
    return this.page.getByLabel('中文标题')
  }

  mongolianTitle(): Locator {
    return this.page.getByLabel('蒙古文标题').first()
  }

  async save(): Promise<void> {
    await this.page.getByRole('button', { name: '保存', exact: true }).click()
    await this.page.getByRole('status').filter({ hasText: '已保存' }).waitFor()
  }

  publishButton(): Locator {
    return this.page.getByRole('button', { name: '发布', exact: true })
  }

  takeDownButton(): Locator {
    return this.page.getByRole('button', { name: '下架', exact: true })
  }

  /** 下架, then the question whether one is sure. */
  async takeDown(): Promise<void> {
    await this.takeDownButton().click()
    await this.page.getByRole('button', { name: '确认下架', exact: true }).click()
    await this.page.getByRole('button', { name: '重新发布', exact: true }).waitFor()
  }

  preview(): Locator {
    return this.page.locator('video[aria-label="节目预览"]')
  }
}
