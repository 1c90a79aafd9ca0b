import type { ScheduleEntry } from '@ulan/contract'
import { isTitled } from './choices.ts'

export const ENTRY_FILTERS = ['all', 'publish', 'take-down', 'missed'] as const
export type EntryFilter = (typeof ENTRY_FILTERS)[number]

/** What is to go out, or to be taken off, or was refused. */
export const filterEntries = (entries: readonly ScheduleEntry[], filter: EntryFilter, q: string): readonly ScheduleEntry[] =>
  entries.filter(
    ({ act, problem, title }) =>
      (filter === 'all' || (filter === 'missed' ? problem !== undefined : problem === undefined && act === filter)) && isTitled(title, q),
  )

/** The server looks every second: what is not done after a minute is late. */
const LATE_AFTER_MS = 60_000

export const isOverdue = ({ at, problem }: Pick<ScheduleEntry, 'at' | 'problem'>, now: Date): boolean =>
  problem === undefined && now.getTime() - Date.parse(at) > LATE_AFTER_MS
