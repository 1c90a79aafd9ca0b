import type { Locator, Page } from 'playwright-core'
import type { Upload } from './admin-app.ts'

/** 声音与字幕 on the page of a programme, by the names its users read. */
export class TracksCard {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  card(): Locator {
    return this.page.locator('.ant-card').filter({ has: this.page.getByText('声音与字幕', { exact: true }) })
  }

  /** What is said of a file that was refused, or of one that cannot be taken. */
  alert(): Locator {
    return this.card().getByRole('alert')
  }

  /** An added file's entry, or that of the video's own sound. */
  row(name: string): Locator {
    return this.card().getByRole('listitem').filter({ hasText: name })
  }

  /** 添加声音或字幕, then a file. */
  async choose(file: Upload): Promise<void> {
    const chooser = this.page.waitForEvent('filechooser')
    await this.card().getByRole('button', { name: '添加声音或字幕' }).click()
    await (await chooser).setFiles(file)
    await this.startButton().waitFor()
  }

  /** 换一个文件 in the place of one that was refused. */
  async chooseAnother(file: Upload): Promise<void> {
    const chooser = this.page.waitForEvent('filechooser')
    await this.card().getByRole('button', { name: '换一个文件' }).click()
    await (await chooser).setFiles(file)
    await this.startButton().waitFor()
  }

  /** What stands in the language field of the file that was just chosen. */
  chosenLanguage(): Locator {
    return this.card().locator('.track-questions .language-select')
  }

  startButton(): Locator {
    return this.card().getByRole('button', { name: '开始' })
  }

  /** How late the chosen file begins. */
  async fillOffset(seconds: string): Promise<void> {
    await this.card().locator('.track-questions').getByLabel('比画面晚（秒）').fill(seconds)
  }

  async correctOffset(name: string, seconds: string): Promise<void> {
    const field = this.card().getByLabel(`比画面晚（秒）：${name}`)
    await field.fill(seconds)
    await field.press('Enter')
  }

  /** Chooses in the language field of an entry. */
  async chooseLanguage(name: string, language: string): Promise<void> {
    await this.row(name).locator('.language-select').click()
    await this.page.locator('.ant-select-dropdown:visible').getByTitle(language, { exact: true }).click()
  }

  /** 删除, then the question whether one is sure; answers what it warns of. */
  async remove(name: string): Promise<string> {
    await this.card()
      .getByRole('button', { name: `删除：${name}` })
      .click()
    const dialog = this.page.getByRole('dialog')
    const warning = (await dialog.textContent()) ?? ''
    await dialog.getByRole('button', { name: '确认删除' }).click()
    await dialog.waitFor({ state: 'hidden' })
    return warning
  }

  /** Scrolls to its end, for a picture of it. */
  async show(): Promise<void> {
    await this.card().evaluate((card) => card.scrollIntoView({ block: 'end' }))
  }
}
