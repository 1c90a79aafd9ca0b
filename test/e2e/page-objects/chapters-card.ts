import type { Locator, Page } from 'playwright-core'

/** 章节 under the film on the page of a programme, by the names its users read or hear. */
export class ChaptersCard {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  card(): Locator {
    return this.page.getByRole('region', { name: '章节' })
  }

  addButton(): Locator {
    return this.card().getByRole('button', { name: '添加章节' })
  }

  row(number: number): Locator {
    return this.card()
      .getByRole('listitem')
      .nth(number - 1)
  }

  start(number: number): Locator {
    return this.page.getByLabel(`第 ${number} 个章节的开始时间`)
  }

  end(number: number): Locator {
    return this.page.getByLabel(`第 ${number} 个章节的结束时间`)
  }

  takeStart(number: number): Locator {
    return this.page.getByRole('button', { name: `第 ${number} 个章节从影片此刻开始` })
  }

  takeEnd(number: number): Locator {
    return this.page.getByRole('button', { name: `第 ${number} 个章节到影片此刻结束` })
  }

  removeButton(number: number): Locator {
    return this.page.getByRole('button', { name: `删除第 ${number} 个章节` })
  }

  /** What is said of a row. */
  note(number: number): Locator {
    return this.row(number).getByRole('alert')
  }

  /** What the line says in place of its picture. */
  async line(): Promise<string | null> {
    return this.card()
      .getByRole('img', { name: /^章节在影片中的位置/ })
      .getAttribute('aria-label')
  }

  /** Start and end of all rows, as they stand in the fields. */
  times(): Promise<readonly string[]> {
    return this.card()
      .getByRole('listitem')
      .locator('input[aria-describedby]')
      .evaluateAll((fields) => fields.map((field) => (field instanceof HTMLInputElement ? field.value : '')))
  }
}
