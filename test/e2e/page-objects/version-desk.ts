import type { Locator, Page } from 'playwright-core'

/** The versions of a programme in the newsroom, by the words on the screen. */
export class VersionDesk {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  private button(word: string): Locator {
    return this.page.getByRole('button', { name: new RegExp(`^(loading )?${word}$`) })
  }

  card(): Locator {
    return this.page.locator('.ant-card').filter({ has: this.page.getByText('版本', { exact: true }) })
  }

  /** What the lines say, the latest version first. */
  lines(): Promise<readonly string[]> {
    return this.card().getByRole('listitem').allTextContents()
  }

  /** What the publishing card says. */
  async standing(): Promise<string> {
    return (await this.page.locator('.ant-card').filter({ hasText: '首次发布' }).first().textContent()) ?? ''
  }

  async publishChanges(): Promise<void> {
    await this.button('发布修改').click()
    await this.button('发布修改').waitFor({ state: 'detached' })
  }

  dialog(): Locator {
    return this.page.getByRole('dialog')
  }

  async compare(number: number): Promise<void> {
    await this.page.getByRole('button', { name: `对照第 ${String(number)} 版`, exact: true }).click()
    await this.dialog().locator('.diff, .muted').first().waitFor()
  }

  /** The other of the two ways to compare. */
  async compareWithFormer(): Promise<void> {
    await this.dialog().getByText('比上一版改了什么', { exact: true }).click()
  }

  /** What differs: by its field, what went and what came. */
  differences(): Promise<readonly { readonly field: string; readonly gone: string; readonly come: string }[]> {
    return this.dialog()
      .locator('.diff > div')
      .evaluateAll((rows) =>
        rows.map((row) => {
          const all = (name: string): string => [...row.querySelectorAll(name)].map(({ textContent }) => textContent).join('')
          return { field: all('dt'), gone: all('del'), come: all('ins') }
        }),
      )
  }

  async restore(word: '恢复为现稿' | '放弃修改'): Promise<void> {
    await this.dialog().getByRole('button', { name: word }).click()
    await this.dialog().waitFor({ state: 'detached' })
  }

  async close(): Promise<void> {
    await this.page.keyboard.press('Escape')
    await this.dialog().waitFor({ state: 'detached' })
  }
}
