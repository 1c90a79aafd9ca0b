/** Calls back once after so many ms; the returned function calls it off. */
type Later = (milliseconds: number, then: () => void) => () => void

/** Counts seconds down until something happens by itself, unless it is called off before. */
export class Countdown {
  readonly #later: Later
  #secondsLeft: number | undefined
  #cancel: (() => void) | undefined

  constructor(later: Later) {
    this.#later = later
  }

  /** Undefined while nothing is to happen. */
  get secondsLeft(): number | undefined {
    return this.#secondsLeft
  }

  /** Begins anew; `tick` is called after each second but the last, `done` after that. */
  start(seconds: number, tick: () => void, done: () => void): void {
    this.stop()
    this.#secondsLeft = seconds
    this.#cancel = this.#later(1000, () => {
      if (seconds <= 1) {
        this.stop()
        done()
        return
      }
      this.start(seconds - 1, tick, done)
      tick()
    })
  }

  stop(): void {
    this.#cancel?.()
    this.#cancel = undefined
    this.#secondsLeft = undefined
  }
}
