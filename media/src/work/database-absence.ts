import type { Logger } from 'pino'
import { isDatabaseFull, isDatabaseTrouble } from '../storage/database-trouble.ts'

const FULL = "the database's disk is full, waiting for room"

/** Tells of a database that is away once, and once that it is back: it may be away for hours, and all ask for it. */
export class DatabaseAbsence {
  readonly #logger: Logger
  #isAway = false

  constructor(logger: Logger) {
    this.#logger = logger
  }

  /** `what` stumbled over this error. */
  met(error: unknown, what: string): void {
    const isTrouble = isDatabaseTrouble(error)
    if (!isTrouble) this.#logger.error({ err: error }, `${what} failed`)
    else if (!this.#isAway) this.#logger.error({ err: error }, isDatabaseFull(error) ? FULL : 'the database is away, waiting for it')
    this.#isAway ||= isTrouble
  }

  over(): void {
    if (this.#isAway) this.#logger.info('the database is back')
    this.#isAway = false
  }
}
