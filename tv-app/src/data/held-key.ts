/** The key of the remote that went down last, when, in ms, and what is known of this remote. */
export type HeldKey = {
  readonly keyCode: number
  readonly downAtMs: number
  readonly isUp: boolean
  /** It says when a key is let go; not every box does. */
  readonly tellsRelease: boolean
}
export type KeyPress = { readonly keyCode: number; readonly repeat: boolean }

/** Longer than a box waits before it repeats a key that is held. A release that got lost must not lock the remote. */
const LOST_AFTER_MS = 1000

export const NO_KEY: HeldKey = { keyCode: 0, downAtMs: Number.NEGATIVE_INFINITY, isUp: true, tellsRelease: false }

/**
 * Whether a press at `nowMs` is one more of a key that is held. Boxes that leave out `KeyboardEvent.repeat` are known by the
 * release that is missing, as soon as they have told of one.
 */
export function pressKey(
  held: HeldKey,
  { keyCode, repeat }: KeyPress,
  nowMs: number,
): { readonly isRepeat: boolean; readonly held: HeldKey } {
  const sinceMs = nowMs - held.downAtMs
  const isStillDown = held.tellsRelease && !held.isUp && held.keyCode === keyCode && sinceMs >= 0 && sinceMs < LOST_AFTER_MS
  return { isRepeat: repeat || isStillDown, held: { ...held, keyCode, downAtMs: nowMs, isUp: false } }
}

export const releaseKey = (held: HeldKey, keyCode: number): HeldKey => ({
  ...held,
  isUp: held.isUp || held.keyCode === keyCode,
  tellsRelease: true,
})
