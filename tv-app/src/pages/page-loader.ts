import type { Answer } from '../data/api-client.ts'
import { rethrow } from '../rethrow.ts'
import type { PageServices } from './page-services.ts'

/** The question of a page that is under way, when the next one is due, and when waiting has become slow. */
export class PageLoader {
  readonly #later: PageServices['later']
  #asked: AbortController | undefined
  #cancelNext: (() => void) | undefined
  #cancelSlow: (() => void) | undefined

  constructor(later: PageServices['later']) {
    this.#later = later
  }

  /** Asks, and calls off what was asked before. */
  ask<T>(load: (signal?: AbortSignal) => Promise<Answer<T>>, take: (answer: Answer<T>) => void): void {
    this.#asked?.abort()
    this.#asked = typeof AbortController === 'function' ? new AbortController() : undefined
    load(this.#asked?.signal).then(take, rethrow)
  }

  askAfter(milliseconds: number, ask: () => void): void {
    this.#cancelNext?.()
    this.#cancelNext = this.#later(milliseconds, ask)
  }

  /** Tells when nothing has come within so many ms. */
  watch(milliseconds: number, tell: () => void): void {
    this.#cancelSlow?.()
    this.#cancelSlow = this.#later(milliseconds, tell)
  }

  hasCome(): void {
    this.#cancelSlow?.()
  }

  stop(): void {
    this.#asked?.abort()
    this.#cancelNext?.()
    this.#cancelSlow?.()
  }
}
