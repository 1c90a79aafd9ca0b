const FIRST_MS = 5_000
const MOST_MS = 600_000
const FIRST_HEX_DIGITS = 8

/**
 * Pause in ms before an attempt is sent again after `tries` failures: doubling from 5 s to 10 minutes, less up to half of
 * it by the attempt's own random id, so that a village does not come back in one moment.
 */
export function resendPauseMs(id: string, tries: number): number {
  const whole = Math.min(MOST_MS, FIRST_MS * 2 ** (tries - 1))
  const share = Number.parseInt(id.slice(0, FIRST_HEX_DIGITS), 16) / 16 ** FIRST_HEX_DIGITS
  return Math.round(whole * (1 - share / 2))
}
