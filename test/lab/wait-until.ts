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
      throw new Error(`timed out after ${timeoutMs} ms waiting for ${what}; last seen: ${shorten(JSON.stringify(value))}`)
    }
    await new Promise((resolve) => setTimeout(resolve, pauseMs))
  }
}

/** Of a record the beginning tells most, of a log the end. */
function shorten(text: string | undefined): string | undefined {
  return text === undefined || text.length <= 3000 ? text : `${text.slice(0, 1000)} … ${text.slice(-2000)}`
}
