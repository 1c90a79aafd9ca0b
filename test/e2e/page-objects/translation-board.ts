import type { Locator, Page } from 'playwright-core'

/** The page 译文 of the newsroom by the names its users read on the screen. */
export class TranslationBoard {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  async open(): Promise<void> {
    await this.page.getByRole('link', { name: '译文', exact: true }).click()
    await this.page.getByRole('heading', { name: '译文', exact: true }).waitFor()
    // Not any row: an empty table has one too, while its texts are on their way.
    await this.page.locator('.translation-open').first().waitFor()
  }

  private filter(name: RegExp | string): Locator {
    return this.page.locator('.translation-filters .ant-segmented-item').filter({ hasText: name })
  }

  async show(state: string): Promise<void> {
    const filter = this.filter(new RegExp(`^${state} \\d+$`))
    await filter.click()
    await filter.and(this.page.locator('.ant-segmented-item-selected')).waitFor()
  }

  async showLanguage(language: string): Promise<void> {
    await this.filter(language).click()
  }

  /** How many texts are in a state, as it stands on the filter. */
  async countOf(state: string): Promise<number> {
    const text = (await this.filter(new RegExp(`^${state} \\d+$`)).textContent()) ?? ''
    return Number(text.replace(/\D/g, ''))
  }

  async showPlace(place: string): Promise<void> {
    const select = this.page.locator('.translation-place')
    await select.click()
    await this.page.locator('.ant-select-dropdown:visible').getByTitle(place, { exact: true }).click()
    await select.getByText(place, { exact: true }).waitFor()
  }

  async search(words: string): Promise<void> {
    await this.page.getByRole('searchbox', { name: '搜索中文、译文' }).fill(words)
  }

  row(chinese: string): Locator {
    return this.page.getByRole('row').filter({ has: this.page.getByRole('button', { name: chinese, exact: true }) })
  }

  /** The Chinese of the rows, from the top. */
  rows(): Promise<readonly string[]> {
    return this.page.locator('.translation-open').allTextContents()
  }

  async openRow(chinese: string): Promise<void> {
    await this.row(chinese).getByRole('button', { name: chinese, exact: true }).click()
    await this.editor().waitFor()
  }

  editor(): Locator {
    return this.page.locator('.translation-editor')
  }

  field(): Locator {
    return this.editor().getByRole('textbox', { name: '译文' })
  }

  button(word: string): Locator {
    return this.page.getByRole('button', { name: new RegExp(`^(loading |download )?${word}$`) })
  }
}
