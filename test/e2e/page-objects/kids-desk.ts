import { waitUntil } from '../../lab/wait-until.ts'
import type { TvApp } from './tv-app.ts'

const DESK = 'App.Page.Kids.Desk'

/** The questions of children's mode, by the number keys and the arrows of a remote control. */
export class KidsDesk {
  readonly #tv: TvApp

  constructor(tv: TvApp) {
    this.#tv = tv
  }

  heading(): Promise<string | undefined> {
    return this.#tv.words(`${DESK}.Heading`)
  }

  note(): Promise<string | undefined> {
    return this.#tv.words(`${DESK}.Note`)
  }

  /** The sentence over choices in words. */
  sentence(): Promise<string | undefined> {
    return this.#tv.words('App.Page.Kids.Notice.Text')
  }

  /** Number keys, one after the other. */
  async type(digits: string): Promise<void> {
    for (const digit of digits) await this.#tv.page.keyboard.press(digit)
  }

  /** Waits for the question of the PIN, and answers it. */
  async enterPin(pin: string): Promise<void> {
    await this.#tv.waitForFocusIn('Kids', 'Pad')
    await this.type(pin)
  }

  /** Down to the words below the digits, and the one that helps whoever has forgotten. */
  async forget(): Promise<void> {
    await this.#tv.press('ArrowDown', 3)
    await this.#tv.waitForFocusIn('Pad', 'Forget')
    await this.#tv.press('Enter')
    await this.#tv.waitForFocusIn('Pad', 'Key5')
  }

  /** Does the sum that is on the screen. */
  async result(): Promise<string> {
    const sum = await waitUntil(
      'a sum',
      () => this.#tv.words(`${DESK}.Boxes.Sum`),
      (words) => words !== undefined,
      30_000,
    )
    const [left = Number.NaN, right = Number.NaN] = (sum ?? '').match(/\d+/g)?.map(Number) ?? []
    return String(left * right)
  }
}
