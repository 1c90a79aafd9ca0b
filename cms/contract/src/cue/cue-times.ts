const CLOCK = /^(?:(\d{1,4}):)?(\d{1,2}):(\d{1,2})(?:[.,](\d{1,9}))?$/

/** Milliseconds of the digits after a decimal point: `5` is half a second, `123456` is rounded. */
export const fractionMs = (digits: string): number => Math.round(Number(`0.${digits}`) * 1000)

/**
 * `H:MM:SS.mmm` in milliseconds, as WebVTT, SRT and ASS write it: hours may be missing, a comma is a point, digits may be
 * few. Undefined for anything else, minutes or seconds above 59 included.
 */
export function readClock(text: string): number | undefined {
  const [, hours = '0', minutes = '', seconds = '', fraction = '0'] = CLOCK.exec(text) ?? []
  if (minutes === '' || Number(minutes) > 59 || Number(seconds) > 59) return undefined
  return (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000 + fractionMs(fraction)
}

/** The longest form of WebVTT §4.3, `HH:MM:SS.mmm`, which hls.js and old boxes all read. */
export function writeClock(ms: number): string {
  const two = (value: number): string => String(value).padStart(2, '0')
  const seconds = Math.floor(ms / 1000)
  const clock = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60].map(two).join(':')
  return `${clock}.${String(ms % 1000).padStart(3, '0')}`
}

export type TimingLine = { readonly startMs: number; readonly endMs: number; readonly rest: string }

/** Characters that no time contains; `-->` may touch them, and old tools shorten the arrow. */
const TIMING = /^[ \t]*([\d:.,]+)[ \t]*-{1,3}>[ \t]*([\d:.,]+)(?:[ \t]+(.*))?$/s

/** `start --> end rest`, or undefined when the line is not that. The end may lie before the start. */
export function readTimingLine(line: string): TimingLine | undefined {
  const [, start = '', end = '', rest = ''] = TIMING.exec(line) ?? []
  const startMs = readClock(start)
  const endMs = readClock(end)
  return startMs === undefined || endMs === undefined ? undefined : { startMs, endMs, rest }
}
