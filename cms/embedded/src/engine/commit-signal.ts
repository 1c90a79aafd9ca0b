/** Wakes whoever waits for the next commit. */
export class CommitSignal {
  private readonly waiting = new Set<() => void>()

  /** Settles at the next commit or after `waitMs`. */
  wait(waitMs: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => wake(), waitMs)
      const wake = (): void => {
        clearTimeout(timer)
        this.waiting.delete(wake)
        resolve()
      }
      this.waiting.add(wake)
    })
  }

  notify(): void {
    for (const wake of [...this.waiting]) wake()
  }
}
