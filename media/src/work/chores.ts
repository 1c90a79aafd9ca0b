import type { DatabaseAbsence } from './database-absence.ts'

/** What a process does now and again beside its work. */
export class Chores {
  readonly #absence: DatabaseAbsence
  readonly #timers: NodeJS.Timeout[] = []
  readonly #running = new Set<Promise<void>>()

  constructor(absence: DatabaseAbsence) {
    this.#absence = absence
  }

  /** Runs a chore at once and then every so often, never twice at a time; trouble is told and tried again later. */
  every(periodMs: number, chore: () => Promise<unknown>): void {
    let isRunning = false
    const run = (): void => {
      if (isRunning) return
      isRunning = true
      const done = chore().then(
        () => this.#absence.over(),
        (error: unknown) => this.#absence.met(error, 'chore'),
      )
      this.#running.add(done)
      void done.then(() => {
        isRunning = false
        this.#running.delete(done)
      })
    }
    run()
    this.#timers.push(setInterval(run, periodMs).unref())
  }

  /** Starts no more, and waits for what is under way. */
  async stop(): Promise<void> {
    for (const timer of this.#timers) clearInterval(timer)
    await Promise.all(this.#running)
  }
}
