/** Anybody may ask whether the server is ready, so that asking must cost next to nothing. */
const KEPT_MS = 3_000

/** Tells what `look` sees, and lets it look at most once in a few seconds. */
export function createMediaCheck(look: () => Promise<boolean>, clock: () => Date): () => Promise<boolean> {
  let last: { readonly atMs: number; readonly isThere: Promise<boolean> } | undefined
  return () => {
    const nowMs = clock().getTime()
    if (last === undefined || Math.abs(nowMs - last.atMs) >= KEPT_MS) last = { atMs: nowMs, isThere: look() }
    return last.isThere
  }
}
