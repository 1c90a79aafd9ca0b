import type { Locator, Page } from 'playwright-core'

/** The list of programmes by the words on it. */
export class ProgrammeList {
  readonly #page: Page

  constructor(page: Page) {
    this.#page = page
  }

  search(): Locator {
    return this.#page.getByRole('searchbox', { name: '搜索标题或文件名' })
  }

  /** Chinese titles of the rows, from the top. */
  titles(): Promise<readonly string[]> {
    return this.#page.locator('tbody tr.ant-table-row strong').allTextContents()
  }

  /** The words on the filter of a status, with its count. */
  statuses(): Promise<readonly string[]> {
    return this.#page.locator('.list-filters .ant-segmented-item').allTextContents()
  }

  async chooseStatus(name: string): Promise<void> {
    await this.#page.locator('.list-filters .ant-segmented-item').filter({ hasText: name }).click()
  }

  /** Of a choice with few entries. */
  async choose(filter: string, entry: string): Promise<void> {
    await this.#page.getByRole('combobox', { name: filter }).click()
    await this.#page.locator('.ant-select-dropdown:visible').getByTitle(entry, { exact: true }).click()
  }

  async goToPage(number: number): Promise<void> {
    await this.#page.locator('.ant-pagination').getByTitle(String(number), { exact: true }).click()
  }

  /** Number of the page that is shown; undefined where there is but one. */
  async pageNumber(): Promise<string | undefined> {
    const active = this.#page.locator('.ant-pagination-item-active')
    return (await active.count()) === 0 ? undefined : ((await active.textContent()) ?? undefined)
  }
}
