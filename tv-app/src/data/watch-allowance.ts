/** What a day's films came to: the day by China's calendar, seconds seen, and seconds that a parent has added. */
export type Watched = { readonly day: string; readonly seconds: number; readonly addedSeconds: number }
/** Minutes of film a day; 0 for no limit. */
export type Allowance = 0 | 20 | 40 | 60

export const ALLOWANCES: readonly Allowance[] = [20, 40, 60, 0]
/** What a parent adds with one press. */
export const MORE_MINUTES = 20

/** The day of a clock that was never set: boxes without a battery begin at 1970, or at the day they were made. */
const UNKNOWN_DAY = 'unknown'
const OLDEST_TRUE_DAY = '2026-01-01'
const CHINA_AHEAD_MS = 8 * 3_600_000
/** A longer leap along the film is a jump to another place, and nobody has seen what lies between. */
const LONGEST_STEP_SECONDS = 3

/** China's calendar day, such as `2026-11-26`; undefined while the box has no idea of the time. */
export function chinaDay(now: Date): string | undefined {
  const day = new Date(now.getTime() + CHINA_AHEAD_MS).toISOString().slice(0, 10)
  return day < OLDEST_TRUE_DAY ? undefined : day
}

/** What counts on this day: another day begins with nothing; without a day it goes on as it was left. */
export function watchedOn(day: string | undefined, kept: Watched | undefined): Watched {
  if (kept === undefined) return { day: day ?? UNKNOWN_DAY, seconds: 0, addedSeconds: 0 }
  if (day === undefined || kept.day === day) return kept
  // The clock has been set meanwhile: what was seen before belongs to this evening.
  return kept.day === UNKNOWN_DAY ? { ...kept, day } : { day, seconds: 0, addedSeconds: 0 }
}

/** Seconds of film that are left of the day; without a limit, endlessly many. */
export function secondsLeft(minutes: Allowance, { seconds, addedSeconds }: Watched): number {
  return minutes === 0 ? Number.POSITIVE_INFINITY : Math.max(0, minutes * 60 + addedSeconds - seconds)
}

/** The same with so much more: however far the day's time was overdrawn, this is what is left then. */
export function addMore(minutes: Allowance, watched: Watched): Watched {
  const spentSeconds = Math.max(watched.seconds, minutes * 60 + watched.addedSeconds)
  return { ...watched, addedSeconds: spentSeconds + MORE_MINUTES * 60 - minutes * 60 }
}

/** Where a film is, and whether it runs. */
export type FilmMoment = { readonly isRunning: boolean; readonly positionSeconds: number }

/** Seconds of film seen between two moments, by the film itself: no clock of the box has a say in it. */
export function playedSeconds(before: FilmMoment, after: FilmMoment): number {
  const step = after.positionSeconds - before.positionSeconds
  return before.isRunning && step > 0 && step <= LONGEST_STEP_SECONDS ? step : 0
}

/** What was kept; anything else than that is nothing. */
export function parseWatched(stored: string | undefined): Watched | undefined {
  const [day = '', seconds = '', addedSeconds = ''] = stored?.split(' ') ?? []
  const watched = { day, seconds: Number.parseFloat(seconds), addedSeconds: Number.parseFloat(addedSeconds) }
  return day !== '' && watched.seconds >= 0 && watched.addedSeconds >= 0 ? watched : undefined
}

export const formatWatched = ({ day, seconds, addedSeconds }: Watched): string => `${day} ${seconds.toFixed(1)} ${addedSeconds.toFixed(1)}`

/** An allowance as kept; without one, the shortest: it is the parents who make it longer. */
export const parseAllowance = (stored: string | undefined): Allowance => ALLOWANCES.find((one) => String(one) === stored) ?? 20
