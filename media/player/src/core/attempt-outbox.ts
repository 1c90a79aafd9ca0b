import type { AttemptCreate } from '@ulan/contract'
import { type AttemptStorage, createAttemptStore } from './attempt-store.ts'
import { resendPauseMs } from './resend-pause.ts'

/**
 * `stored`: the server has it. `refused`: it will never take it (4xx). `later`: the server answered that it cannot take
 * this one now (5xx, 429). `unreachable`: no answer of the server's own.
 */
export type SendOutcome = 'stored' | 'refused' | 'later' | 'unreachable'

export type AttemptOutbox = {
  /** Keeps an attempt on the device, then sends all that may be sent. */
  add(attempt: AttemptCreate): Promise<void>
  /** Sends what waits, least tried and oldest first; each on its own, so that none blocks another. Safe to call at any time. */
  flush(): Promise<void>
  /** Attempts that are not yet acknowledged. */
  waitingCount(): number
  /** Those of them that the device has no room for: they are gone when this page is closed before they are sent. */
  unsafeCount(): number
  /** Calls back after every change of these counts; the returned function ends it. */
  subscribe(listener: () => void): () => void
}

/** So many failures in a row: the line or the server is in trouble, not the attempts; the others wait for the next round. */
const FAILURES_TO_STOP = 3

type Trouble = { readonly tries: number; readonly notBeforeMs: number }
const NO_TROUBLE: Trouble = { tries: 0, notBeforeMs: 0 }

/**
 * Attempts wait here until the server has acknowledged them. Sending one twice is harmless, since the server knows
 * it by its id, so an acknowledgement lost on the way, or a second tab that sends the same, is repaired by sending again.
 */
export function createAttemptOutbox(
  storage: AttemptStorage,
  send: (attempt: AttemptCreate) => Promise<SendOutcome>,
  nowMs: () => number,
): AttemptOutbox {
  const store = createAttemptStore(storage)
  const listeners = new Set<() => void>()
  const troubles = new Map<string, Trouble>()
  let running: Promise<void> | undefined

  const troubleOf = (id: string): Trouble => troubles.get(id) ?? NO_TROUBLE
  const announce = (): void => {
    for (const listener of listeners) listener()
  }
  const due = (tried: ReadonlySet<string>): readonly AttemptCreate[] =>
    store
      .waiting()
      .filter(({ id }) => !tried.has(id) && troubleOf(id).notBeforeMs <= nowMs())
      .sort((a, b) => troubleOf(a.id).tries - troubleOf(b.id).tries || compareText(a.finishedAt, b.finishedAt))

  const settle = (attempt: AttemptCreate, outcome: SendOutcome): void => {
    if (outcome === 'later' || outcome === 'unreachable') {
      const tries = troubleOf(attempt.id).tries + 1
      // Silence says nothing of the attempt: it may go out as soon as the line is back.
      const notBeforeMs = outcome === 'later' ? nowMs() + resendPauseMs(attempt.id, tries) : 0
      troubles.set(attempt.id, { tries, notBeforeMs })
      return
    }
    if (outcome === 'refused') store.putAside(attempt)
    else store.forget(attempt.id)
    troubles.delete(attempt.id)
    store.secure()
    announce()
  }
  const sendDue = async (): Promise<void> => {
    const tried = new Set<string>()
    let failures = 0
    for (let round = due(tried); round.length > 0; round = due(tried)) {
      for (const attempt of round) {
        tried.add(attempt.id)
        // Another tab may have handed it in meanwhile.
        if (!store.isWaiting(attempt.id)) continue
        const outcome = await send(attempt)
        settle(attempt, outcome)
        failures = outcome === 'unreachable' || outcome === 'later' ? failures + 1 : 0
        if (failures === FAILURES_TO_STOP) return
      }
    }
  }
  const run = async (): Promise<void> => {
    await Promise.resolve() // so that `running` is set before it is cleared, even with nothing to send
    try {
      await sendDue()
    } finally {
      // At once, not a turn later: an attempt added right now must start a run of its own.
      running = undefined
    }
  }
  const flush = (): Promise<void> => {
    running ??= run()
    return running
  }

  return {
    async add(attempt) {
      store.add(attempt)
      announce()
      await flush()
    },
    flush,
    waitingCount: store.waitingCount,
    unsafeCount: store.unsafeCount,
    subscribe(listener) {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
  }
}

/** Instants of one form sort as texts. */
const compareText = (a: string, b: string): number => (a < b ? -1 : Number(a > b))
