import { formatTimeOfDay, type LocalText } from '@ulan/contract'

/** No box was switched on before: one that says so has lost its clock. */
const EARLIEST_MS = Date.UTC(2024, 0, 1)

/** The time of day in China; undefined where the box does not know it. */
export function timeOfDay(now: Date): LocalText | undefined {
  const ms = now.getTime()
  return ms >= EARLIEST_MS ? { text: formatTimeOfDay(ms), locale: 'zh-Hans' } : undefined
}
