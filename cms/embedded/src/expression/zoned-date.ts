import { type BsonDocument, type BsonValue, isNumeric, toNumber } from '../value/bson-value.ts'
import { CommandFailure, refuse } from '../value/failure.ts'

const formatters = new Map<string, Intl.DateTimeFormat>()
const FIXED_OFFSET = /^([+-])(\d{2}):?(\d{2})?$/
const MINUTE_MS = 60_000
const DAY_MS = 86_400_000

function formatterFor(zone: string): Intl.DateTimeFormat {
  const known = formatters.get(zone)
  if (known !== undefined) return known
  try {
    const made = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
      era: 'short',
    })
    formatters.set(zone, made)
    return made
  } catch {
    throw new CommandFailure('BadValue', `unrecognized time zone identifier: '${zone}'`)
  }
}

function offsetMs(atMs: number, zone: string): number {
  if (zone === 'UTC' || zone === 'GMT' || zone === 'Z') return 0
  const fixed = FIXED_OFFSET.exec(zone)
  if (fixed !== null) return (fixed[1] === '-' ? -1 : 1) * (Number(fixed[2]) * 60 + Number(fixed[3] ?? 0)) * MINUTE_MS
  const parts = Object.fromEntries(
    formatterFor(zone)
      .formatToParts(atMs)
      .map((part) => [part.type, part.value]),
  )
  const year = parts['era'] === 'BC' ? 1 - Number(parts['year']) : Number(parts['year'])
  const local = new Date(0)
  local.setUTCFullYear(year, Number(parts['month']) - 1, Number(parts['day']))
  local.setUTCHours(Number(parts['hour']), Number(parts['minute']), Number(parts['second']))
  return local.getTime() - Math.floor(atMs / 1000) * 1000
}

/** The wall clock of a zone as a date whose UTC fields read like it. */
function toLocal(date: Date, zone: string): Date {
  return new Date(date.getTime() + offsetMs(date.getTime(), zone))
}

function fromLocal(local: Date, zone: string): Date {
  const guess = local.getTime() - offsetMs(local.getTime(), zone)
  return new Date(local.getTime() - offsetMs(guess, zone))
}

function dateOf(value: BsonValue, operator: string): Date {
  if (!(value instanceof Date) || Number.isNaN(value.getTime())) throw new CommandFailure('BadValue', `${operator} needs a date`)
  return value
}

function textOf(value: BsonValue, fallback: string, what: string): string {
  if (value === undefined || value === null) return fallback
  if (typeof value !== 'string') throw new CommandFailure('TypeMismatch', `${what} must be a string`)
  return value
}

function padded(value: number, width: number): string {
  return String(value).padStart(width, '0')
}

const FORMATS: Readonly<Record<string, (local: Date) => string>> = {
  Y: (local) => padded(local.getUTCFullYear(), 4),
  m: (local) => padded(local.getUTCMonth() + 1, 2),
  d: (local) => padded(local.getUTCDate(), 2),
  H: (local) => padded(local.getUTCHours(), 2),
  M: (local) => padded(local.getUTCMinutes(), 2),
  S: (local) => padded(local.getUTCSeconds(), 2),
  L: (local) => padded(local.getUTCMilliseconds(), 3),
  j: (local) => padded(Math.floor((local.getTime() - Date.UTC(local.getUTCFullYear(), 0, 1)) / DAY_MS) + 1, 3),
  u: (local) => String(local.getUTCDay() || 7),
  '%': () => '%',
}

/** `$dateToString`; format letters that are not here are refused by name. */
export function dateToString(fields: BsonDocument): BsonValue {
  const { date, onNull = null } = fields
  if (date === undefined || date === null) return onNull
  const zone = textOf(fields['timezone'], 'UTC', 'timezone')
  const format = textOf(fields['format'], '%Y-%m-%dT%H:%M:%S.%LZ', 'format')
  const local = toLocal(dateOf(date, '$dateToString'), zone)
  return format.replace(/%(.?)/g, (_all, letter: string) => {
    const show = Object.hasOwn(FORMATS, letter) ? FORMATS[letter] : undefined
    if (show === undefined) throw refuse('format letter of $dateToString', `%${letter}`)
    return show(local)
  })
}

const FIXED_UNITS: Readonly<Record<string, number>> = { hour: 60 * MINUTE_MS, minute: MINUTE_MS, second: 1000, millisecond: 1, day: DAY_MS }
const WEEK_DAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday']

function truncateLocal(local: Date, unit: string, startOfWeek: string): Date {
  const year = local.getUTCFullYear()
  if (unit === 'year') return new Date(Date.UTC(year, 0, 1))
  if (unit === 'month') return new Date(Date.UTC(year, local.getUTCMonth(), 1))
  if (unit === 'quarter') return new Date(Date.UTC(year, Math.floor(local.getUTCMonth() / 3) * 3, 1))
  if (unit === 'week') {
    const first = WEEK_DAYS.findIndex((day) => day.startsWith(startOfWeek.toLowerCase()))
    const day = Math.floor(local.getTime() / DAY_MS) * DAY_MS
    return new Date(day - ((local.getUTCDay() - Math.max(0, first) + 7) % 7) * DAY_MS)
  }
  const size = Object.hasOwn(FIXED_UNITS, unit) ? FIXED_UNITS[unit] : undefined
  if (size === undefined) throw refuse('unit of $dateTrunc', unit)
  return new Date(Math.floor(local.getTime() / size) * size)
}

/** `$dateTrunc` to one whole unit of a zone's own clock. */
export function dateTruncate(fields: BsonDocument): BsonValue {
  const { date, binSize } = fields
  if (date === undefined || date === null) return null
  if (binSize !== undefined && !(isNumeric(binSize) && toNumber(binSize) === 1)) throw refuse('binSize of $dateTrunc', String(binSize))
  const zone = textOf(fields['timezone'], 'UTC', 'timezone')
  const local = toLocal(dateOf(date, '$dateTrunc'), zone)
  return fromLocal(truncateLocal(local, textOf(fields['unit'], '', 'unit'), textOf(fields['startOfWeek'], 'sunday', 'startOfWeek')), zone)
}
