import type { Beacon } from '@ulan/contract'
import type { KeyValueStorage } from '@ulan/player'

/**
 * How films play, told once each. Boxes are switched off at the wall in the midst of a film: what was kept of it until then
 * is told with the next one.
 */
export type PlayReports = {
  /** Of a film that goes on. */
  keep(beacon: Beacon): void
  /** Of one that is over. */
  tell(beacon: Beacon): void
}

const KEY = 'play'

export function createPlayReports(box: KeyValueStorage, send: (beacon: Beacon) => void): PlayReports {
  let isFirst = true
  const tellKept = (): void => {
    const kept = isFirst ? parseKept(box.get(KEY)) : undefined
    isFirst = false
    if (kept !== undefined) send(kept)
  }
  return {
    keep(beacon) {
      tellKept()
      box.set(KEY, JSON.stringify(beacon))
    },
    tell(beacon) {
      tellKept()
      box.set(KEY, '')
      send(beacon)
    },
  }
}

/** Only this app writes it, and the server reads every word of it again. */
function parseKept(text = ''): Beacon | undefined {
  if (text === '') return undefined
  try {
    return JSON.parse(text) as Beacon // as `keep` wrote it
  } catch {
    // Cut short with the power: there is nothing to tell.
    return undefined
  }
}
