/** One life of the server: it is killed at the moment when so many calls have been acknowledged. */
export class KillRound {
  #left: number
  readonly #kill: () => Promise<void>
  #killed: Promise<void> | undefined

  constructor(acknowledgements: number, kill: () => Promise<void>) {
    this.#left = acknowledgements
    this.#kill = kill
  }

  /** Repeats the steps of all users side by side until the server is gone. */
  async run(steps: readonly (() => Promise<void>)[]): Promise<void> {
    await Promise.all(steps.map((step) => this.#repeat(step)))
    await this.#killed
  }

  async #repeat(step: () => Promise<void>): Promise<void> {
    while (this.#killed === undefined) {
      try {
        await step()
      } catch (error) {
        // The call under way when the server was killed: nobody promised this one.
        if (this.#killed !== undefined && isConnectionLoss(error)) return
        throw error
      }
      this.#left -= 1
      if (this.#left === 0) this.#killed = this.#kill()
    }
  }
}

/** What `fetch` says of a server that is gone, before or within its answer. */
const isConnectionLoss = (error: unknown): boolean => error instanceof TypeError && /^(fetch failed|terminated)$/.test(error.message)
