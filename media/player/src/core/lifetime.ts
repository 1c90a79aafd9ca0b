/** As much of an event target as is listened to here. */
type Target = Record<'addEventListener' | 'removeEventListener', (name: string, listener: () => void) => void>

/**
 * What begins with something on the screen and ends with it. Engines of set-top boxes have no `AbortController` (Chrome
 * before 66), or pay no heed to it on listeners (Chrome before 88, Safari before 15).
 */
export class Lifetime {
  #isOver = false
  readonly #endings: (() => void)[] = []

  get isOver(): boolean {
    return this.#isOver
  }

  /** Listens until the end. */
  listen(target: Target, name: string, listener: () => void): void {
    if (this.#isOver) return
    target.addEventListener(name, listener)
    this.#endings.push(() => target.removeEventListener(name, listener))
  }

  end(): void {
    this.#isOver = true
    for (const ending of this.#endings.splice(0)) ending()
  }
}
