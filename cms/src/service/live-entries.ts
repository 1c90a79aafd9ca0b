import type { ProgrammeId } from '@ulan/contract'

type Source<Entry> = {
  readAll(): Promise<readonly Entry[]>
  /** Of these programmes, those that have an entry now; never of many at once. */
  readNamed(ids: readonly ProgrammeId[]): Promise<readonly Entry[]>
  /** The order in which they are chosen. */
  compare(one: Entry, other: Entry): number
  /** What else than its programme an entry is made of, by names of the source's own; nothing when left out. */
  partsOf?(entry: Entry): readonly string[]
}

/**
 * An entry for each of many programmes, in memory, kept up to date by naming what may have changed, never by guessing
 * (ADR 0029).
 */
export type LiveEntries<Entry> = {
  /** All in their order, by all that was noted before. Rejects when the store cannot be read. */
  upToDate(): Promise<readonly Entry[]>
  /** What may have changed of one programme; it is read again before anything is chosen. */
  noteProgramme(id: ProgrammeId): void
  /** What may have changed of all entries that are made of this part. */
  notePart(part: string): void
  /** Nobody knows what changed. */
  noteAll(): void
  /** Resolves when nothing is being read any more; the store may be closed then. */
  settled(): Promise<void>
}

/** Rows that a source reads in one go. */
export const READ_AT_ONCE = 500
/** Beyond this much, reading all is cheaper than reading each by its id. */
const MOST_NAMED = 2_000

/** When it is over, however it ended: that is told to whoever asked. */
const settle = async (work: Promise<void> | undefined): Promise<void> => void (await Promise.allSettled([work]))

export function createLiveEntries<Entry extends { readonly id: ProgrammeId }>(source: Source<Entry>): LiveEntries<Entry> {
  let entries = new Map<ProgrammeId, Entry>()
  let ordered: readonly Entry[] | undefined
  let changed = new Set<ProgrammeId>()
  let changedParts = new Set<string>()
  let isStale = true
  let running: Promise<void> | undefined
  let next: Promise<void> | undefined

  const readAll = async (): Promise<void> => {
    entries = new Map((await source.readAll()).map((entry) => [entry.id, entry]))
  }
  const readNamed = async (ids: readonly ProgrammeId[]): Promise<void> => {
    for (let first = 0; first < ids.length; first += READ_AT_ONCE) {
      const part = ids.slice(first, first + READ_AT_ONCE)
      const found = await source.readNamed(part)
      for (const id of part) entries.delete(id)
      for (const entry of found) entries.set(entry.id, entry)
    }
  }
  /** Nothing is being read when this is asked, so that no entry is missing. */
  const madeOf = (parts: ReadonlySet<string>): ProgrammeId[] =>
    parts.size === 0
      ? []
      : [...entries.values()].filter((entry) => source.partsOf?.(entry).some((part) => parts.has(part))).map(({ id }) => id)
  const catchUp = async (): Promise<void> => {
    const named = new Set([...changed, ...madeOf(changedParts)])
    const wasStale = isStale || named.size > MOST_NAMED
    // What is noted from here on is read by the next call, which waits for this one.
    changed = new Set()
    changedParts = new Set()
    isStale = false
    if (!wasStale && named.size === 0) return
    try {
      await (wasStale ? readAll() : readNamed([...named]))
      ordered = undefined
    } catch (error) {
      isStale = isStale || wasStale
      changed = new Set([...named, ...changed])
      throw error
    }
  }
  const begin = (): Promise<void> => {
    running = catchUp().finally(() => {
      running = undefined
    })
    return running
  }
  /** One after another: of two that read the same programme, the later one must win. All who ask during one share the next. */
  const takeTurn = (): Promise<void> => {
    if (next === undefined && running === undefined) return begin()
    next ??= settle(running).then(() => {
      next = undefined
      return begin()
    })
    return next
  }

  return {
    async upToDate() {
      await takeTurn()
      ordered ??= [...entries.values()].sort(source.compare)
      return ordered
    },
    noteProgramme: (id) => void changed.add(id),
    notePart: (part) => void changedParts.add(part),
    noteAll: () => {
      isStale = true
    },
    settled: async () => {
      await settle(next ?? running)
    },
  }
}
