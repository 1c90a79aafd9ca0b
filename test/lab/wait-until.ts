/**
 * Reads again and again until the value is accepted, and returns it. Waiting is on a state, the pause between two looks is
 * only politeness to the machine. Throws after `timeoutMs` with the last value seen.
 */
export async function waitUntil<T>(
  what: string,
  read: () => Promise<T> | T,
  accept: (value: T) => boolean,
  timeoutMs = 60_000,
  pauseMs = 150,
): Promise<T> {
  const deadline = performance.now() + timeoutMs
  for (;;) {
    const value = await read()
    if (accept(value)) return value
    if (performance.now() > deadline) {
      throw new Error(`timed out after ${timeoutMs} ms waiting for ${what}; last seen: ${JSON.stringify(value)?.slice(0, 2000)}`)
    }
    await new Promise((resolve) => setTimeout(resolve, pauseMs))
  }
}
