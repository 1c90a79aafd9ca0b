/** A time that is left, rounded as people say it; each unit has its own sentence in the locale. */
export type Remaining = {
  readonly unit: 'seconds' | 'minutes' | 'hours'
  readonly seconds: number
  readonly minutes: number
  readonly hours: number
}

/** Rounded up: nobody minds waiting less. */
export function remainingOf(seconds: number): Remaining {
  if (seconds < 60) return { unit: 'seconds', seconds: Math.max(1, Math.ceil(seconds)), minutes: 0, hours: 0 }
  const minutes = Math.ceil(seconds / 60)
  if (minutes < 60) return { unit: 'minutes', seconds: 0, minutes, hours: 0 }
  return { unit: 'hours', seconds: 0, minutes: minutes % 60, hours: Math.floor(minutes / 60) }
}

/** An estimate that says every second something else is believed by nobody: within a minute it goes by tens. */
export const estimateOf = (seconds: number): Remaining => remainingOf(seconds < 60 ? Math.ceil(seconds / 10) * 10 : seconds)
