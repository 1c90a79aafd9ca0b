/** When something opened under the viewer's thumb, and when a press was last ignored because of it; ms. */
export type PressSettle = { readonly openedAtMs: number; readonly ignoredAtMs: number }

const SETTLE_MS = 500
/** Longer than the pause between two repeats of a key held down. */
const HELD_GAP_MS = 250

export const startSettle = (nowMs: number): PressSettle => ({ openedAtMs: nowMs, ignoredAtMs: Number.NEGATIVE_INFINITY })

/**
 * Whether a press at `nowMs` was meant for what has just opened. One within half a second was meant for what was there
 * before, and so is each that follows an ignored one without a pause: the key is still held. A clock set back ends it.
 */
export function takePress(settle: PressSettle, nowMs: number): { readonly isMeant: boolean; readonly settle: PressSettle } {
  const isSoon = (sinceMs: number, limitMs: number): boolean => nowMs - sinceMs >= 0 && nowMs - sinceMs < limitMs
  const isMeant = !isSoon(settle.openedAtMs, SETTLE_MS) && !isSoon(settle.ignoredAtMs, HELD_GAP_MS)
  return { isMeant, settle: isMeant ? settle : { ...settle, ignoredAtMs: nowMs } }
}
