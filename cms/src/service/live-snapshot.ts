import type { Logger } from 'pino'
import { buildSnapshot, fingerprintLines, type Snapshot } from '../domain/snapshot/build-snapshot.ts'
import type { Catalogue } from '../domain/snapshot/catalogue.ts'
import { type CatalogueChange, type LoadNeeds, loadCatalogue, reloadCatalogue } from './load-catalogue.ts'

export type LiveSnapshotNeeds = LoadNeeds & {
  readonly logger: Logger
  /** Short text for the content of these lines, the same in every process. */
  fingerprint(lines: readonly string[]): string
}

export type LiveSnapshot = {
  current(): Snapshot
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
  let catalogue = await loadCatalogue(needs)
  let snapshot = buildSnapshot(catalogue, needs.fingerprint(fingerprintLines(catalogue)))
  let pending: CatalogueChange[] = []
  let waiters: Waiter[] = []
  let isBuilding = false
  let building = Promise.resolve()
  let catalogueIsStale = false

  const switchTo = (next: Catalogue): void => {
    if (next === catalogue) return
    catalogue = next
    const id = needs.fingerprint(fingerprintLines(next))
    if (id === snapshot.id) return
    snapshot = buildSnapshot(next, id)
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
        switchTo(await reloadCatalogue(needs, catalogue, changes))
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
