import type { Logger } from 'pino'
import { homeAt, isOver, type Validity } from '../domain/home/home-at.ts'
import { licensedAt } from '../domain/publish/licence.ts'
import { buildSnapshot, fingerprintLines, type Snapshot } from '../domain/snapshot/build-snapshot.ts'
import type { Catalogue } from '../domain/snapshot/catalogue.ts'
import { type CatalogueChange, type LoadedCatalogue, type LoadNeeds, loadCatalogue, reloadCatalogue } from './load-catalogue.ts'

export type LiveSnapshotNeeds = LoadNeeds & {
  readonly logger: Logger
  clock(): Date
  /** Short text for the content of these lines, the same in every process. */
  fingerprint(lines: readonly string[]): string
}

export type LiveSnapshot = {
  current(): Snapshot
  /** Home and what is published as they are stored, whatever the time. */
  stored(): Pick<LoadedCatalogue, 'home' | 'programmes'>
  /** Lets rails, and programmes by their licences, come and go by the time; cheap, so that it can be called each second. */
  followTime(): void
  /** Resolves once a snapshot that holds these changes is the current one. */
  refresh(changes: readonly CatalogueChange[]): Promise<void>
  /** Same without waiting; a failure is logged and the next change tries everything again. */
  note(changes: readonly CatalogueChange[]): void
  /** Resolves when nothing is being read any more; the store may be closed then. */
  settled(): Promise<void>
  /** Called after each switch to another snapshot. */
  onSwitch(listener: (snapshot: Snapshot) => void): void
}

type Waiter = { readonly resolve: () => void; readonly reject: (error: unknown) => void }

/** Keeps the current snapshot; changes that arrive while one is being built share the next one. */
export async function startLiveSnapshot(needs: LiveSnapshotNeeds): Promise<LiveSnapshot> {
  const listeners: ((snapshot: Snapshot) => void)[] = []
  let loaded = await loadCatalogue(needs)
  let shown = shownAt(loaded, needs.clock().getTime())
  let snapshot = buildSnapshot(shown.catalogue, needs.fingerprint(fingerprintLines(shown.catalogue)))
  let pending: CatalogueChange[] = []
  let waiters: Waiter[] = []
  let isBuilding = false
  let building = Promise.resolve()
  let catalogueIsStale = false

  const switchTo = (next: LoadedCatalogue): void => {
    const nowMs = needs.clock().getTime()
    if (next === loaded && !isOver(shown, nowMs)) return
    loaded = next
    shown = shownAt(next, nowMs)
    const id = needs.fingerprint(fingerprintLines(shown.catalogue))
    if (id === snapshot.id) return
    snapshot = buildSnapshot(shown.catalogue, id)
    for (const listener of listeners) listener(snapshot)
  }

  const buildAll = async (): Promise<void> => {
    isBuilding = true
    while (pending.length > 0) {
      const changes = pending
      const waiting = waiters
      pending = []
      waiters = []
      try {
        switchTo(await reloadCatalogue(needs, loaded, changes))
        for (const waiter of waiting) waiter.resolve()
      } catch (error) {
        // What these changes named is unknown now, so the next build reads everything.
        catalogueIsStale = true
        for (const waiter of waiting) waiter.reject(error)
      }
    }
    isBuilding = false
  }
  const refresh = (changes: readonly CatalogueChange[]): Promise<void> =>
    new Promise((resolve, reject) => {
      pending.push(...changes)
      if (catalogueIsStale) pending.push({ kind: 'all' })
      catalogueIsStale = false
      waiters.push({ resolve, reject })
      if (!isBuilding) building = buildAll()
    })

  return {
    current: () => snapshot,
    stored: () => loaded,
    // Also while something is being read, which may take until the store is there again.
    followTime: () => switchTo(loaded),
    refresh,
    note: (changes) => {
      refresh(changes).catch((error: unknown) => needs.logger.error({ err: error }, 'snapshot not rebuilt'))
    },
    settled: () => building,
    onSwitch: (listener) => {
      listeners.push(listener)
    },
  }
}

/** What of a stored catalogue is shown at an instant (ms since 1970), and until when that stays so. */
function shownAt({ home, ...all }: LoadedCatalogue, nowMs: number): Validity & { readonly catalogue: Catalogue } {
  const { rails, changesAtMs } = homeAt(home, nowMs)
  const licensed = licensedAt(all.programmes, nowMs)
  return {
    catalogue: { ...all, programmes: licensed.programmes, rails },
    sinceMs: nowMs,
    changesAtMs: Math.min(changesAtMs, licensed.changesAtMs),
  }
}
