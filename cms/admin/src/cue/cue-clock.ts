import { readClock, writeClock } from '@ulan/contract/cue-times'

/** A time as it stands in the file and in the fields: `00:01:02.500`. */
export const clockText = (ms: number): string => writeClock(Math.max(0, Math.round(ms)))

/** Milliseconds of a typed time, also with a Chinese keyboard's colons, and of seconds alone; undefined for anything else. */
export function typedMs(typed: string): number | undefined {
  const plain = typed.normalize('NFKC').replaceAll('。', '.').trim()
  return readClock(/^\d{1,2}(?:[.,]\d{1,3})?$/.test(plain) ? `0:${plain}` : plain)
}
