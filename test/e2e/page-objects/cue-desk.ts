import type { Locator, Page } from 'playwright-core'

/** 编辑字幕: the page on which added subtitles are edited, by the names its users read. */
export class CueDesk {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  /** From the page of the programme. */
  async open(fileName: string): Promise<void> {
    await this.page.getByRole('link', { name: `编辑字幕：${fileName}` }).click()
    await this.list().waitFor()
  }

  list(): Locator {
    return this.page.getByRole('listbox', { name: '字幕' })
  }

  rows(): Locator {
    return this.list().getByRole('option')
  }

  row(words: string): Locator {
    return this.rows().filter({ hasText: words })
  }

  /** The cue that is worked on. */
  chosen(): Locator {
    return this.list().getByRole('option', { selected: true })
  }

  text(number: number): Locator {
    return this.page.getByLabel(`第 ${number} 条的文字`)
  }

  start(number: number): Locator {
    return this.page.getByLabel(`第 ${number} 条的开始时间`)
  }

  end(number: number): Locator {
    return this.page.getByLabel(`第 ${number} 条的结束时间`)
  }

  async type(field: Locator, time: string): Promise<void> {
    await field.fill(time)
    await field.press('Enter')
  }

  /** A button by its word; while and just after it works, its sign of waiting is read out before the word. */
  button(name: string): Locator {
    return this.page.getByRole('button', { name: new RegExp(`^(loading )?${name}$`) })
  }

  /** What is wrong with the cue that is worked on. */
  note(): Locator {
    return this.page.locator('.cue-note')
  }

  async shift(seconds: string): Promise<void> {
    const field = this.page.getByLabel('这条和后面各条移动（秒）')
    await field.fill(seconds)
    await field.press('Tab')
    await this.button('移动').click()
  }

  /** The last step is taken back. */
  async undo(): Promise<void> {
    await this.page.locator('.cue-tools').getByRole('button', { name: '撤销' }).click()
  }

  async find(words: string): Promise<void> {
    await this.page.getByLabel('查找文字').fill(words)
    await this.button('下一个').click()
  }

  status(): Locator {
    return this.page.locator('.page-head').getByRole('status')
  }

  async save(): Promise<void> {
    await this.button('保存').click()
  }

  /** Cues over the film, as a viewer would see them. */
  shown(): Locator {
    return this.page.locator('.preview .cues p')
  }

  film(): Locator {
    return this.page.locator('video[aria-label="节目预览"]')
  }

  async filmAt(seconds: number): Promise<void> {
    await this.film().evaluate((video: HTMLVideoElement, place) => {
      video.currentTime = place
    }, seconds)
  }
}
