import type { Locale } from '@ulan/contract'
import type { RecordingEntry, RecordingStore } from '../storage/recording-store.ts'

/** How long another process's change may stay unseen by the public. */
const FRESH_MS = 30_000

export type RecordingLists = {
  /** As `RecordingStore.list`, asked of the database twice a minute at most. */
  read(locale: Locale): Promise<readonly RecordingEntry[]>
  /** Something was changed here. */
  forget(): void
}

/** What the public is told: every device asks for it once, and a database may have to pass over all the sounds to answer. */
export function createRecordingLists(recordings: Pick<RecordingStore, 'list'>, clock: () => Date): RecordingLists {
  const kept = new Map<Locale, { readonly atMs: number; readonly list: Promise<readonly RecordingEntry[]> }>()
  return {
    read(locale) {
      const nowMs = clock().getTime()
      const known = kept.get(locale)
      if (known !== undefined && nowMs - known.atMs < FRESH_MS) return known.list
      const list = recordings.list(locale)
      kept.set(locale, { atMs: nowMs, list })
      // Whoever asked is told of the failure; whoever asks next asks anew.
      list.catch(() => kept.delete(locale))
      return list
    },
    forget: () => kept.clear(),
  }
}
