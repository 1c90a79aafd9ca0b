import type { Locator, Page } from 'playwright-core'

/** 补做其他格式的画面 on the page of a programme, by the names its users read. */
export class LaddersFold {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  async open(): Promise<void> {
    await this.page.getByRole('button', { name: '补做其他格式的画面' }).click()
    await this.row('AV1').scrollIntoViewIfNeeded()
  }

  row(name: 'AV1' | 'HDR'): Locator {
    return this.page.locator('.ladders').getByRole('listitem').filter({ hasText: name })
  }

  async add(name: 'AV1' | 'HDR'): Promise<void> {
    await this.page.getByRole('button', { name: `补做 ${name}`, exact: true }).click()
  }
}
