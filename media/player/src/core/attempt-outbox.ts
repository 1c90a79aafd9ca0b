import type { AttemptCreate } from '@ulan/contract'
import type { KeyValueStorage } from './resume-store.ts'

/** `stored`: the server has it. `refused`: it will never take it (4xx). `unreachable`: try again later. */
export type SendOutcome = 'stored' | 'refused' | 'unreachable'

export type AttemptOutbox = {
  /** Keeps an attempt on the device, then tries to send all that wait. */
  add(attempt: AttemptCreate): Promise<void>
  /** Sends what waits, oldest first, and stops at the first that cannot be delivered. Safe to call at any time. */
  flush(): Promise<void>
  /** Attempts that are not yet acknowledged. */
  waitingCount(): number
  /** Calls back after every change of `waitingCount`; the returned function ends it. */
  subscribe(listener: () => void): () => void
}

const WAITING_KEY = 'attempts.waiting'
/** Never thrown away unseen: what the server will not take, and what could not be read. */
const REFUSED_KEY = 'attempts.refused'
const DAMAGED_KEY = 'attempts.damaged'

/**
 * Attempts wait here until the server has acknowledged them. Sending one twice is harmless, since the server knows
 * it by its id, so an acknowledgement lost on the way is repaired by sending again.
 */
export function createAttemptOutbox(storage: KeyValueStorage, send: (attempt: AttemptCreate) => Promise<SendOutcome>): AttemptOutbox {
  const listeners = new Set<() => void>()
  let running: Promise<void> | undefined

  const announce = (): void => {
    for (const listener of listeners) listener()
  }
  const remove = (id: string): void => {
    writeList(
      storage,
      WAITING_KEY,
      readList(storage, WAITING_KEY).filter((waiting) => waiting.id !== id),
    )
    announce()
  }
  const sendWaiting = async (): Promise<void> => {
    for (let [first] = readList(storage, WAITING_KEY); first !== undefined; [first] = readList(storage, WAITING_KEY)) {
      const outcome = await send(first)
      if (outcome === 'unreachable') return
      if (outcome === 'refused') writeList(storage, REFUSED_KEY, [...readList(storage, REFUSED_KEY), first])
      remove(first.id)
    }
  }
  const run = async (): Promise<void> => {
    await Promise.resolve() // so that `running` is set before it is cleared, even with nothing to send
    try {
      await sendWaiting()
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
      const waiting = readList(storage, WAITING_KEY)
      if (!waiting.some((known) => known.id === attempt.id)) writeList(storage, WAITING_KEY, [...waiting, attempt])
      announce()
      await flush()
    },
    flush,
    waitingCount: () => readList(storage, WAITING_KEY).length,
    subscribe(listener) {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
  }
}

function readList(storage: KeyValueStorage, key: string): readonly AttemptCreate[] {
  const text = storage.get(key)
  if (text === undefined || text === '') return []
  const list = parseList(text)
  if (list !== undefined) return list
  storage.set(DAMAGED_KEY, text)
  storage.set(key, '')
  return []
}

function writeList(storage: KeyValueStorage, key: string, list: readonly AttemptCreate[]): void {
  storage.set(key, list.length === 0 ? '' : JSON.stringify(list))
}

function parseList(text: string): readonly AttemptCreate[] | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return Array.isArray(value) && value.every(isAttempt) ? value : undefined
  } catch {
    return undefined // not JSON: the caller puts the text aside
  }
}

/** The device wrote these itself; a look at the id is enough to tell them from rubbish, the server checks the rest. */
function isAttempt(value: unknown): value is AttemptCreate {
  return typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'string' && 'answers' in value
}
