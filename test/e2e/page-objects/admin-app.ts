import type { ProgrammeId } from '@ulan/contract'
import type { Locator, Page } from 'playwright-core'

export type Upload = { readonly name: string; readonly mimeType: string; readonly buffer: Buffer }

/** The newsroom by the names its users read on the screen. */
export class AdminApp {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  /** A button by its word; while and just after it works, its sign of waiting is read out before the word. */
  private button(word: string): Locator {
    return this.page.getByRole('button', { name: new RegExp(`^(loading )?${word}$`) })
  }

  async open(url: string): Promise<void> {
    await this.page.goto(url)
    await this.button('登录').waitFor()
  }

  async signIn(email: string, password: string): Promise<void> {
    await this.page.getByLabel('邮箱').fill(email)
    await this.page.getByLabel('密码', { exact: true }).fill(password)
    await this.button('登录').click()
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

  /** The row of a rung by its whole name, `高清 720p`. */
  rung(name: string): Locator {
    return this.page
      .getByRole('list', { name: '各档进度' })
      .getByRole('listitem')
      .filter({ has: this.progress(name) })
  }

  /** Heights of all rungs' rows, px: nothing that becomes of one may push the others about. */
  async rowHeights(): Promise<readonly number[]> {
    const rows = this.page.getByRole('list', { name: '各档进度' }).getByRole('listitem')
    return rows.evaluateAll((items) => items.map((item) => item.getBoundingClientRect().height))
  }

  /** Scrolls to the rungs, for a picture of them. */
  async showRungs(): Promise<void> {
    await this.page.getByRole('list', { name: '各档进度' }).evaluate((list) => list.scrollIntoView({ block: 'end' }))
  }

  /** How far a bar is, in percent. */
  async percentOf(name: string): Promise<number> {
    return Number(await this.progress(name).getAttribute('aria-valuenow'))
  }

  /** 取消转码, then the question whether one is sure; answers what it warns of. */
  async cancelEncoding(): Promise<string> {
    await this.button('取消转码').click()
    const warning = (await this.page.getByRole('dialog').textContent()) ?? ''
    await this.button('确认取消').click()
    return warning
  }

  async retryEncoding(): Promise<void> {
    await this.button('重试').click()
  }

  async retryRung(name: string): Promise<void> {
    await this.button(`重试这一档：${name}`).click()
  }

  /** What the encoder said of a rung, by the button that opens it. */
  async encoderMessage(name: string): Promise<string> {
    await this.button(`查看报错：${name}`).click()
    return (await this.rung(name).locator('pre').textContent()) ?? ''
  }

  /** What is known of the video, label after label. */
  async facts(): Promise<string> {
    return (await this.page.locator('.ant-descriptions').textContent()) ?? ''
  }

  /** Opens 为什么是这些档位. */
  async reasons(): Promise<readonly string[]> {
    await this.page.getByRole('button', { name: '为什么是这些档位' }).click()
    const sentences = this.page.locator('.reasons li')
    await sentences.first().waitFor()
    return sentences.allTextContents()
  }

  /** Every piece of text on the page, except what the encoder said. */
  async shownTexts(): Promise<readonly string[]> {
    return this.page.evaluate(() => {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
      const texts: string[] = []
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        const isSaid = node.parentElement?.closest('pre, script, style') != null
        if (!isSaid && node.textContent !== null) texts.push(node.textContent.trim())
      }
      return texts
    })
  }

  async backToList(): Promise<void> {
    await this.page.getByRole('link', { name: '节目', exact: true }).click()
    await this.waitForProgrammes()
  }

  chineseTitle(): Locator {
    return this.page.getByLabel('中文标题')
  }

  mongolianTitle(): Locator {
    return this.page.getByLabel('蒙古文标题', { exact: true }).first()
  }

  /** Whom it suits, by the word for them. */
  async chooseAudience(word: string): Promise<void> {
    // By key: what a film tells while it is encoded moves the page under a pointer.
    await this.page.getByLabel('适合观众', { exact: true }).press('Enter')
    await this.page.locator('.ant-select-dropdown:visible').getByTitle(word, { exact: true }).click()
  }

  async save(): Promise<void> {
    await this.button('保存').click()
    await this.page.getByRole('status').filter({ hasText: '已保存' }).waitFor()
  }

  publishButton(): Locator {
    return this.button('发布')
  }

  takeDownButton(): Locator {
    return this.button('下架')
  }

  /** 下架, then the question why. */
  async takeDown(reason = '内容有误'): Promise<void> {
    await this.takeDownButton().click()
    await this.page.getByRole('dialog').getByLabel('下架原因').fill(reason)
    await this.button('确认下架').click()
    await this.button('重新发布').waitFor()
  }

  /** 删除草稿, then the question whether one is sure; the list comes back. */
  async deleteDraft(): Promise<void> {
    await this.button('删除草稿').click()
    await this.button('确认删除').click()
    await this.waitForProgrammes()
  }

  async openStorage(): Promise<void> {
    await this.page.getByRole('link', { name: '存储' }).click()
    await this.page.getByRole('heading', { name: '存储', exact: true }).waitFor()
  }

  async openSettings(): Promise<void> {
    await this.page.getByRole('link', { name: '设置' }).click()
    await this.page.getByRole('heading', { name: '设置', exact: true }).waitFor()
  }

  /** The languages of the settings page, in their order. */
  languageNames(): Promise<readonly string[]> {
    return this.page.locator('.language-name label').allTextContents()
  }

  /** A card of the storage or the settings page by its heading. */
  card(heading: string): Locator {
    return this.page.locator('.ant-card').filter({ has: this.page.getByText(heading, { exact: true }) })
  }

  /** Deletes a file in a card of the storage page. */
  async deleteStored(heading: string, fileName: string, word: string): Promise<void> {
    await this.card(heading).getByRole('row').filter({ hasText: fileName }).getByRole('button', { name: word }).click()
    await this.button('确认删除').click()
  }

  preview(): Locator {
    return this.page.locator('video[aria-label="节目预览"]')
  }

  async playPreview(): Promise<void> {
    await this.button('播放预览').click()
  }

  /** The language that the preview is heard in. */
  async choosePreviewSound(language: string): Promise<void> {
    const line = this.page.locator('.track-line').filter({ hasText: '预览的声音' })
    await line.locator('.language-select').click()
    await this.page.locator('.ant-select-dropdown:visible').getByTitle(language, { exact: true }).click()
  }
}
