import type { LocalText } from './locale.ts'

type TimeUnit = 'hours' | 'minutes' | 'seconds'
type Ago = 'justNow' | 'minutesAgo' | 'hoursAgo' | 'yesterday' | 'daysAgo'
/** Texts that formatters put numbers into; `calendar.json` holds them. */
type FormatKey = `calendar:${'date' | TimeUnit | Ago}`
/** Says a text in a reader's locale; what a client says its own texts with will do. */
export type FormatWords = (key: FormatKey, values?: Readonly<Record<string, string | number>>) => LocalText

const MINUTE_SECONDS = 60
const HOUR_SECONDS = 3600
const DAY_SECONDS = 86_400
/** All of China keeps one time, UTC+8; a box that never learned its zone must not show another day. */
const CHINA_OFFSET_SECONDS = 8 * HOUR_SECONDS
/** Older than this many days, the date says more. */
const DAYS_IN_WORDS = 7

const dayNumber = (atMs: number): number => Math.floor((atMs / 1000 + CHINA_OFFSET_SECONDS) / DAY_SECONDS)

/** The day of an instant in China, such as 2026年11月24日. `Intl` has no traditional Mongolian, and browsers have no Mongolian at all. */
export function formatDate(iso: string, words: FormatWords): LocalText {
  const day = new Date(Date.parse(iso) + CHINA_OFFSET_SECONDS * 1000)
  return words('calendar:date', { year: day.getUTCFullYear(), month: day.getUTCMonth() + 1, day: day.getUTCDate() })
}

/** The time of day in China, such as 9:05; `atMs` since 1970, UTC. Digits read the same in all scripts. */
export function formatTimeOfDay(atMs: number): string {
  const minutes = Math.floor((atMs / 1000 + CHINA_OFFSET_SECONDS) / MINUTE_SECONDS)
  return `${Math.floor(minutes / 60) % 24}:${String(minutes % 60).padStart(2, '0')}`
}

/** How long ago an instant was: minutes, hours, yesterday, days, and from a week on its date. What lies ahead by a clock's error is just now. */
export function formatAgo(iso: string, nowMs: number, words: FormatWords): LocalText {
  const atMs = Date.parse(iso)
  const seconds = Math.floor((nowMs - atMs) / 1000)
  if (seconds < MINUTE_SECONDS) return words('calendar:justNow')
  if (seconds < HOUR_SECONDS) return words('calendar:minutesAgo', { number: Math.floor(seconds / MINUTE_SECONDS) })
  const days = dayNumber(nowMs) - dayNumber(atMs)
  if (days === 0) return words('calendar:hoursAgo', { number: Math.floor(seconds / HOUR_SECONDS) })
  if (days === 1) return words('calendar:yesterday')
  return days < DAYS_IN_WORDS ? words('calendar:daysAgo', { number: days }) : formatDate(iso, words)
}

/** A length of time in words, such as 1 小时 5 分钟; parts that are nothing are left out, and whoever hears it needs no clock. */
export function formatDuration(seconds: number, words: FormatWords): LocalText {
  const whole = Number.isFinite(seconds) ? Math.max(0, Math.round(seconds)) : 0
  const parts: [TimeUnit, number][] = [
    ['hours', Math.floor(whole / HOUR_SECONDS)],
    ['minutes', Math.floor((whole % HOUR_SECONDS) / MINUTE_SECONDS)],
    ['seconds', whole % MINUTE_SECONDS],
  ]
  const told = parts.filter(([unit, number]) => number > 0 || (whole === 0 && unit === 'seconds'))
  const texts = told.map(([unit, number]) => words(`calendar:${unit}`, { number }))
  // One length, one language: where a unit has no word, all of it is said in Chinese.
  const locale = texts.every((text) => text.locale === texts[0]?.locale) ? texts[0]?.locale : undefined
  return { text: texts.map(({ text }) => text).join(' '), locale: locale ?? 'zh-Hans' }
}

const twoDigits = (value: number): string => String(value).padStart(2, '0')

/** A place in a film, or its length: seconds as `m:ss`, from an hour on `h:mm:ss`; unknown or negative times are `0:00`. */
export function formatClock(seconds: number): string {
  const whole = Number.isFinite(seconds) ? Math.max(0, Math.floor(seconds)) : 0
  const hours = Math.floor(whole / HOUR_SECONDS)
  const minutes = Math.floor((whole % HOUR_SECONDS) / MINUTE_SECONDS)
  const rest = twoDigits(whole % MINUTE_SECONDS)
  return hours > 0 ? `${hours}:${twoDigits(minutes)}:${rest}` : `${minutes}:${rest}`
}
