import type { Locator, Page } from 'playwright-core'
import { waitUntil } from '../../lab/wait-until.ts'

/** 三审三校 in the newsroom, by the words on the screen. */
export class ReviewDesk {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  private button(word: string): Locator {
    return this.page.getByRole('button', { name: new RegExp(`^(loading )?${word}$`) })
  }

  async openQueue(): Promise<void> {
    // With the number of those that wait for this person, where some do.
    await this.page.getByRole('link', { name: /^审校/ }).click()
    await this.page.getByRole('heading', { name: '审校', exact: true }).waitFor()
  }

  row(title: string): Locator {
    return this.page.getByRole('row').filter({ hasText: title })
  }

  async openFromQueue(title: string): Promise<void> {
    await this.row(title).getByRole('link').click()
    await this.card().waitFor()
  }

  /** The card on the page of a programme. */
  card(): Locator {
    return this.page.locator('.ant-card').filter({ hasText: '三审三校' }).first()
  }

  async submit(word = '送审'): Promise<void> {
    await this.button(word).click()
  }

  /** Opens the signing of a step and confirms all that belongs to it. */
  async sign(step: string): Promise<void> {
    await this.button(`签署：${step}`).click()
    const dialog = this.page.getByRole('dialog')
    await dialog.getByRole('checkbox').first().waitFor()
    for (const check of await dialog.getByRole('checkbox').all()) await check.check()
    await dialog.getByRole('button', { name: '确认签署' }).click()
    await dialog.waitFor({ state: 'detached' })
  }

  async remark(place: string, text: string): Promise<void> {
    await this.choosePlace(place)
    await this.page.getByLabel('写下意见').fill(text)
    await this.button('提出意见').click()
    await this.page.getByRole('listitem').filter({ hasText: text }).waitFor()
  }

  /** Looks again while the list opens: on a busy machine it may close once more under the hand. */
  private async choosePlace(place: string): Promise<void> {
    const option = this.page.locator('.ant-select-item-option').filter({ hasText: new RegExp(`^${place}$`) })
    const choose = async (): Promise<string | null> => {
      if (await option.isVisible()) await option.evaluateAll(([first]) => first instanceof HTMLElement && first.click())
      else await this.page.getByLabel('意见所指').click()
      return await this.page.locator('.review-form .ant-select').textContent()
    }
    await waitUntil(`the place ${place}`, choose, (text) => text?.includes(place) === true, 30_000)
  }

  async giveBack(reason: string): Promise<void> {
    await this.button('退回修改').click()
    const dialog = this.page.getByRole('dialog')
    await dialog.getByLabel('理由').fill(reason)
    await dialog.getByRole('button', { name: '退回修改' }).click()
    await dialog.waitFor({ state: 'detached' })
  }

  async settle(text: string): Promise<void> {
    await this.button(`标为已处理 ${text}`).click()
  }
}
