import { wallClockOf } from './beijing-time.ts'

const pad = (value: number): string => String(value).padStart(2, '0')

/** `2026-11-24 10:32` by the clocks of Beijing: the same in both languages (Intl has no traditional Mongolian). */
export const formatDateTime = (iso: string): string => wallClockOf(iso).replace('T', ' ')

/** `1:02:03` or `2:03`. */
export function formatDuration(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds))
  const hours = Math.floor(whole / 3600)
  const minutes = Math.floor((whole % 3600) / 60)
  return hours > 0 ? `${hours}:${pad(minutes)}:${pad(whole % 60)}` : `${minutes}:${pad(whole % 60)}`
}

const UNITS = ['B', 'KB', 'MB', 'GB', 'TB'] as const

/** `12.4 MB`, as Windows counts (1 KB = 1024 B). */
export function formatBytes(bytes: number): string {
  let value = bytes
  let unit = 0
  while (value >= 1024 && unit < UNITS.length - 1) {
    value /= 1024
    unit += 1
  }
  return `${unit === 0 || value >= 100 ? Math.round(value) : value.toFixed(1)} ${UNITS[unit]}`
}

/** Whole percent that says 100 only when all is done. */
export const formatPercent = (share: number): number => (share >= 1 ? 100 : Math.min(99, Math.floor(share * 100)))
