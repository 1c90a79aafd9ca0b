import type { ScheduleEntry } from '@ulan/contract'

/** The server looks every second: what is not done after a minute is late. */
const LATE_AFTER_MS = 60_000

export const isOverdue = ({ at, problem }: Pick<ScheduleEntry, 'at' | 'problem'>, now: Date): boolean =>
  problem === undefined && now.getTime() - Date.parse(at) > LATE_AFTER_MS
