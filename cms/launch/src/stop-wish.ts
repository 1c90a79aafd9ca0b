const SAME_WISH_MS = 1_000

/**
 * Calls `stop` at the first wish to stop. One Ctrl-C comes twice, from the terminal and from npm: only a later one is the
 * wish of somebody who lost patience, and ends the process at once.
 */
export function onStopWish(stop: () => void): void {
  let stoppingSinceMs: number | undefined
  const onSignal = (): void => {
    const nowMs = performance.now()
    if (stoppingSinceMs !== undefined) {
      if (nowMs - stoppingSinceMs > SAME_WISH_MS) process.exit(1)
      return
    }
    stoppingSinceMs = nowMs
    stop()
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, onSignal)
}
