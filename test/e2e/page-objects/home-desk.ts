import type { Locator, Page } from 'playwright-core'
import { TV_FOCUS } from './tv-app.ts'

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

  /** Looks for something by words of its title, and puts it into the rail, or pins it. */
  async pick(words: string, title: string, into: '挑选的内容' | '置顶' = '挑选的内容'): Promise<void> {
    await this.dialog().getByRole('combobox', { name: into }).fill(words)
    await this.#take(title)
    await this.dialog().getByRole('list', { name: into }).getByText(title).waitFor()
  }

  /** Chooses from the list that is open; until it is gone it lies over what is looked at next. */
  async #take(title: string): Promise<void> {
    const open = this.#page.locator('.ant-select-dropdown:visible')
    await open.getByTitle(title, { exact: true }).click()
    await open.first().waitFor({ state: 'hidden' })
  }

  /** One of the few choices of a field of the dialog. */
  async choose(field: string, choice: string): Promise<void> {
    await this.dialog().getByRole('combobox', { name: field }).click()
    await this.#take(choice)
  }

  campaign(name: string): Locator {
    return this.#page.getByRole('list', { name: '专题活动' }).getByRole('listitem').filter({ hasText: name })
  }

  async beginCampaign(occasion: string): Promise<void> {
    await this.button('新建活动').click()
    await this.#page.getByRole('menuitem', { name: occasion }).click()
    await this.dialog().waitFor()
  }

  television(): Locator {
    return this.dialog().locator('iframe')
  }

  /** Words of a label of the television in the preview; undefined as long as it shows none. */
  async televisionWords(path: string): Promise<string | undefined> {
    const frame = this.#page.frames().find((one) => new URL(one.url()).pathname.startsWith('/tv/'))
    return await frame?.evaluate((label) => window.__app?.tag(label)?.shown?.split('|')[0], path)
  }

  async televisionFocus(): Promise<readonly string[]> {
    const frame = this.#page.frames().find((one) => new URL(one.url()).pathname.startsWith('/tv/'))
    return (await frame?.evaluate<readonly string[]>(TV_FOCUS)) ?? []
  }

  async confirm(): Promise<void> {
    await this.dialog().getByRole('button', { name: '确定' }).click()
  }

  async save(): Promise<void> {
    await this.button('保存并生效').click()
  }
}
