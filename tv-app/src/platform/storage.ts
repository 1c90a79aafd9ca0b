import type { KeyValueStorage } from '@ulan/player'

const PREFIX = 'ulan.tv.'

/** The box's own storage; falls back to memory where a box forbids or has filled it, so that nothing on screen fails. */
export function createDeviceStorage(open: () => Storage): KeyValueStorage {
  const memory = new Map<string, string>()
  const box = openQuietly(open)
  return {
    get: (key) => memory.get(key) ?? box?.getItem(PREFIX + key) ?? undefined,
    set(key, value) {
      try {
        box?.setItem(PREFIX + key, value)
        memory.delete(key)
      } catch {
        memory.set(key, value) // quota or private mode: kept until the box is switched off
      }
    },
  }
}

function openQuietly(open: () => Storage): Storage | undefined {
  try {
    return open()
  } catch {
    return undefined // storage is switched off on this box
  }
}
