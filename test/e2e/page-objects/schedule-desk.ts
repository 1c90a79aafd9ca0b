import type { Locator, Page } from 'playwright-core'

/** What is planned in the newsroom, by the words on the screen. */
export class ScheduleDesk {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  dialog(): Locator {
    return this.page.getByRole('dialog')
  }

  async open(): Promise<void> {
    await this.page.getByRole('button', { name: '定时发布或下架', exact: true }).click()
    await this.dialog().getByLabel('发布时间').waitFor()
  }

  publishAt(): Locator {
    return this.dialog().getByLabel('发布时间')
  }

  takeDownAt(): Locator {
    return this.dialog().getByLabel('下架时间')
  }

  async choose(quick: string): Promise<void> {
    await this.dialog().getByRole('button', { name: quick }).click()
  }

  async save(): Promise<void> {
    await this.dialog().getByRole('button', { name: '定下' }).click()
  }

  /** Lines of the card on the programme. */
  planned(): Promise<readonly string[]> {
    return this.page.locator('.planned').allTextContents()
  }

  async cancel(what: '取消定时发布' | '取消定时下架'): Promise<void> {
    await this.page.getByRole('button', { name: what }).click()
  }

  async openList(): Promise<void> {
    await this.page.getByRole('link', { name: '排期', exact: true }).click()
    await this.page.getByRole('heading', { name: '排期', exact: true }).waitFor()
  }

  /** Rows of the list, cell by cell. */
  rows(): Promise<readonly (readonly string[])[]> {
    return this.page
      .locator('tbody tr.ant-table-row')
      .evaluateAll((rows) => rows.map((row) => [...row.querySelectorAll('td')].map(({ textContent }) => textContent.trim())))
  }
}
