/** All of China keeps UTC+8, without summer time since 1991: whatever clock a computer shows, the newsroom works by this one. */
const OFFSET_MS = 8 * 3_600_000

const DATE_LENGTH = 10
const MINUTE_LENGTH = 16

/** `2026-12-04T08:00` by the clocks of Beijing, as an input of the type `datetime-local` takes it. */
export const wallClockOf = (iso: string): string => new Date(Date.parse(iso) + OFFSET_MS).toISOString().slice(0, MINUTE_LENGTH)

/** The instant of such a text in UTC, as ISO 8601; undefined for what is none. */
export function instantOfWallClock(wall: string): string | undefined {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(wall)) return undefined
  const at = Date.parse(`${wall}:00+08:00`)
  return Number.isNaN(at) ? undefined : new Date(at).toISOString()
}

/** The start of a day in Beijing, `2026-12-04`, or of one some days later. */
export const startOfDay = (day: string, daysLater = 0): Date => new Date(Date.parse(`${day}T00:00:00+08:00`) + daysLater * 86_400_000)

/** Days on which law is taught (宪法法律实施; 国家安全法 art. 14), by month and day. */
const LAW_DAYS = { constitution: '12-04', security: '04-15' } as const
export type QuickTime = 'tomorrow' | keyof typeof LAW_DAYS

/** Eight in the morning of the next such day. */
export function quickTimes(now: Date): readonly { readonly name: QuickTime; readonly wall: string }[] {
  const today = wallClockOf(now.toISOString())
  const tomorrow = wallClockOf(new Date(now.getTime() + 86_400_000).toISOString()).slice(0, DATE_LENGTH)
  const year = Number(today.slice(0, 4))
  const next = (monthAndDay: string): string =>
    [year, year + 1].map((one) => `${String(one)}-${monthAndDay}T08:00`).find((wall) => wall > today) ?? ''
  return [
    { name: 'tomorrow', wall: `${tomorrow}T08:00` },
    { name: 'constitution', wall: next(LAW_DAYS.constitution) },
    { name: 'security', wall: next(LAW_DAYS.security) },
  ]
}
