import type { Locator, Page } from 'playwright-core'

/** The page that composes home, by the words on it. */
export class HomeDesk {
  readonly #page: Page

  constructor(page: Page) {
    this.#page = page
  }

  async open(adminUrl: string): Promise<void> {
    await this.#page.goto(`${adminUrl}#/home`)
    await this.#rails().first().waitFor()
  }

  #rails(): Locator {
    return this.#page.getByRole('list', { name: '首页' }).getByRole('listitem')
  }

  rail(title: string): Locator {
    return this.#rails().filter({ hasText: title })
  }

  /** Names of the rails, from the top. */
  titles(): Promise<readonly string[]> {
    return this.#rails().locator('strong').allTextContents()
  }

  button(name: string): Locator {
    return this.#page.getByRole('button', { name: new RegExp(`^(loading )?${name}$`) })
  }

  dialog(): Locator {
    return this.#page.getByRole('dialog')
  }

  async pick(words: string, title: string): Promise<void> {
    await this.dialog().getByRole('combobox', { name: '挑选的内容' }).fill(words)
    await this.#page.locator('.ant-select-dropdown:visible').getByTitle(title, { exact: true }).click()
    await this.dialog().getByRole('list', { name: '挑选的内容' }).getByText(title).waitFor()
  }

  async confirm(): Promise<void> {
    await this.dialog().getByRole('button', { name: '确定' }).click()
  }

  async save(): Promise<void> {
    await this.button('保存并生效').click()
  }
}
