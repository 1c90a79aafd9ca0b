import type { AttemptCreate } from '@ulan/contract'

/** Text storage of a device that several tabs may share. */
export type AttemptStorage = {
  /** Keys of all texts, in any order. */
  keys(): readonly string[]
  get(key: string): string | undefined
  /** An empty text removes. False when the device has no room: the text then lives as long as the page. */
  set(key: string, value: string): boolean
}

export type AttemptStore = {
  /** Attempts that wait, in any order; what cannot be read is put aside under another key. */
  waiting(): readonly AttemptCreate[]
  waitingCount(): number
  isWaiting(id: string): boolean
  add(attempt: AttemptCreate): void
  /** The server has it. */
  forget(id: string): void
  /** The server will never take it: kept, but not among those that wait. */
  putAside(attempt: AttemptCreate): void
  /** Tries to make safe what the device had no room for. */
  secure(): void
  /** Waiting attempts that would be gone with this page. */
  unsafeCount(): number
}

/** One key per attempt, so that tabs cannot overwrite each other's. Prefixes of one length: what is moved always fits. */
const WAITING = 'attempt.'
const REFUSED = 'refused.'
const DAMAGED = 'damaged.'
/** One list for all attempts, as devices kept them before; read once, then gone. */
const OLD_LIST = 'attempts.waiting'
const OLD_DAMAGED = 'attempts.damaged'

/** Keeps attempts on the device, each under a key of its own. */
export function createAttemptStore(storage: AttemptStorage): AttemptStore {
  /** Ids whose text the device had no room for. */
  const unsafe = new Set<string>()
  /** Ids that stand only in the old list, since the device had no room for a copy. */
  let oldIds: ReadonlySet<string> = new Set()

  const write = (attempt: AttemptCreate): boolean => {
    const isSafe = storage.set(WAITING + attempt.id, JSON.stringify(attempt))
    if (isSafe) unsafe.delete(attempt.id)
    else unsafe.add(attempt.id)
    return isSafe
  }
  const shortenOldList = (isKept: (id: string) => boolean): void => {
    const left = readOldList(storage).filter(({ id }) => isKept(id))
    storage.set(OLD_LIST, left.length === 0 ? '' : JSON.stringify(left))
    oldIds = new Set(left.map(({ id }) => id))
  }
  const moveOldList = (): void => {
    const old = readOldList(storage)
    if (old.length === 0) return
    const moved = new Set<string>(old.filter(write).map(({ id }) => id))
    shortenOldList((id) => !moved.has(id))
  }
  const remove = (id: string): void => {
    storage.set(WAITING + id, '')
    unsafe.delete(id)
    if (oldIds.has(id)) shortenOldList((other) => other !== id)
  }
  const waitingKeys = (): readonly string[] => storage.keys().filter((key) => key.startsWith(WAITING))
  const readOne = (key: string): AttemptCreate | undefined => {
    const text = storage.get(key) ?? ''
    const attempt = parseAttempt(text)
    if (attempt === undefined && text !== '') {
      move(storage, key, DAMAGED + key.slice(WAITING.length), text)
      unsafe.delete(key.slice(WAITING.length))
    }
    return attempt
  }

  moveOldList()
  return {
    waiting: () => waitingKeys().flatMap((key) => readOne(key) ?? []),
    waitingCount: () => waitingKeys().length,
    isWaiting: (id) => (storage.get(WAITING + id) ?? '') !== '',
    add: write,
    forget: remove,
    putAside(attempt) {
      move(storage, WAITING + attempt.id, REFUSED + attempt.id, JSON.stringify(attempt))
      remove(attempt.id)
    },
    secure() {
      for (const id of [...unsafe]) {
        const attempt = readOne(WAITING + id)
        if (attempt !== undefined && write(attempt) && oldIds.has(id)) shortenOldList((other) => other !== id)
      }
    },
    // What the old list still holds outlives the page.
    unsafeCount: () => [...unsafe].filter((id) => !oldIds.has(id)).length,
  }
}

/** The copy first, so that a power cut between the two loses nothing; the other way round only where both do not fit. */
function move(storage: AttemptStorage, from: string, to: string, text: string): void {
  const isCopied = storage.set(to, text)
  storage.set(from, '')
  if (!isCopied) storage.set(to, text)
}

function readOldList(storage: AttemptStorage): readonly AttemptCreate[] {
  const text = storage.get(OLD_LIST) ?? ''
  if (text === '') return []
  const list = parseJson(text)
  if (Array.isArray(list) && list.every(isAttempt)) return list
  move(storage, OLD_LIST, OLD_DAMAGED, text)
  return []
}

function parseAttempt(text: string): AttemptCreate | undefined {
  const value = parseJson(text)
  return isAttempt(value) ? value : undefined
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined // not JSON: the caller puts the text aside
  }
}

/** The device wrote these itself; a look at the id is enough to tell them from rubbish, the server checks the rest. */
function isAttempt(value: unknown): value is AttemptCreate {
  return typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'string' && 'answers' in value
}
