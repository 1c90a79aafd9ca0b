import type { Answer } from './api-client.ts'
import type { Shelf } from './catalogue.ts'

/** Calls back once after so many ms; the returned function calls it off. */
type Later = (milliseconds: number, then: () => void) => () => void

/** A question that changes while it is being typed: only the answer to its latest form is taken. */
export type TypedQuestion<T> = {
  /** Asks a shelf after a pause; what was asked before is called off, and its answer not heard should it still come. */
  ask(shelf: Shelf<T>, pauseMs: number): void
  stop(): void
}

/** `take` gets each answer that was waited for; a defect in the shelf is thrown where the page's error listener sees it. */
export function createTypedQuestion<T>(later: Later, take: (answer: Answer<T>) => void): TypedQuestion<T> {
  let stopCurrent = (): void => undefined
  const stop = (): void => stopCurrent()
  return {
    ask(shelf, pauseMs) {
      stop()
      let isWanted = true
      let controller: AbortController | undefined
      const cancel = later(pauseMs, () => {
        controller = typeof AbortController === 'function' ? new AbortController() : undefined
        shelf.load(controller?.signal).then(
          (answer) => {
            if (isWanted && answer.kind !== 'aborted') take(answer)
          },
          (error: unknown) => {
            throw error
          },
        )
      })
      stopCurrent = () => {
        isWanted = false
        cancel()
        controller?.abort()
      }
    },
    stop,
  }
}
