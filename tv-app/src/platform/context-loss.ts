import type { KeyValueStorage } from '@ulan/player'

type Canvas = {
  addEventListener(name: 'webglcontextlost' | 'webglcontextrestored', then: (event: Pick<Event, 'preventDefault'>) => void): void
}
export type ContextPorts = {
  /** Starts the app anew on the page it is on. */
  readonly reload: () => void
  readonly later: (milliseconds: number, then: () => void) => unknown
  readonly nowMs: () => number
  readonly memory: KeyValueStorage
}

const LOST_KEY = 'contextLostAt'
/** A box that wants memory for something else gives the context back within a second or two, if at all. */
const GIVEN_BACK_WITHIN_MS = 3000
/** A box that takes it away at each start must not start without end. */
const AGAIN_WITHIN_MS = 60_000

/**
 * Starts the app anew when the box takes its drawing context away, as boxes do when they are short of memory or change the
 * signal of the panel: every texture is gone with it, and Lightning has no way to make them again. The page is in the
 * address, and how far a film was watched is in storage.
 */
export function recoverContext(canvas: Canvas, { reload, later, nowMs, memory }: ContextPorts): void {
  let isAgain = false
  canvas.addEventListener('webglcontextlost', (event) => {
    // It is given back only to whoever says that they wait for it.
    event.preventDefault()
    const sinceMs = nowMs() - Number(memory.get(LOST_KEY) ?? Number.NaN)
    isAgain = sinceMs >= 0 && sinceMs < AGAIN_WITHIN_MS
    memory.set(LOST_KEY, String(nowMs()))
    later(isAgain ? AGAIN_WITHIN_MS : GIVEN_BACK_WITHIN_MS, reload)
  })
  canvas.addEventListener('webglcontextrestored', () => {
    if (!isAgain) reload()
  })
}
