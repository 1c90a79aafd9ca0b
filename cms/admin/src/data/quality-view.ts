import type { QualityDay } from '@ulan/contract'

/** A day and device of the table, with what is worked out of it. */
export type QualityRow = QualityDay & {
  readonly key: string
  /** Plays that ended in a failure, of all; 0 to 1. */
  readonly failedShare: number
  /** Time that films stood still, of the time they were watched and stood; 0 to 1. */
  readonly stalledShare: number
}

/** From the first to the last day, and nothing of days without plays. */
export const qualityRows = (days: readonly QualityDay[]): readonly QualityRow[] =>
  days.map((day) => {
    const { ends, plays, stalledSeconds, watchedSeconds } = day
    const failed = ends.network + ends.media + ends.gone + ends.unsupported
    return {
      ...day,
      key: `${day.day} ${day.device}`,
      failedShare: shareOf(failed, plays),
      stalledShare: shareOf(stalledSeconds, stalledSeconds + watchedSeconds),
    }
  })

/** All days together: what a glance is to tell. */
export function qualitySums(days: readonly QualityDay[]): {
  readonly plays: number
  readonly hours: number
  readonly failedShare: number
  readonly stalledShare: number
} {
  const sum = (of: (day: QualityDay) => number): number => days.reduce((total, day) => total + of(day), 0)
  const plays = sum((day) => day.plays)
  const watched = sum((day) => day.watchedSeconds)
  const stalled = sum((day) => day.stalledSeconds)
  return {
    plays,
    hours: watched / 3600,
    failedShare: shareOf(
      sum(({ ends }) => ends.network + ends.media + ends.gone + ends.unsupported),
      plays,
    ),
    stalledShare: shareOf(stalled, stalled + watched),
  }
}

const shareOf = (part: number, all: number): number => (all === 0 ? 0 : part / all)

/** A share as people read it: 0.4 %, 12 %; never a hundred decimals, never 0 for what happened. */
export function percentText(share: number): string {
  const percent = share * 100
  if (percent === 0) return '0 %'
  if (percent < 0.1) return '< 0.1 %'
  return `${percent < 10 ? percent.toFixed(1) : percent.toFixed(0)} %`
}
