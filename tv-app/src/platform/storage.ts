import type { AttemptStorage } from '@ulan/player'

const PREFIX = 'ulan.tv.'

/** The box's own storage; falls back to memory where a box forbids or has filled it, so that nothing on screen fails. */
export function createDeviceStorage(open: () => Storage): AttemptStorage {
  const memory = new Map<string, string>()
  const box = openQuietly(open)
  return {
    keys: () => [...new Set([...memory.keys(), ...keysOf(box)])],
    get: (key) => memory.get(key) ?? box?.getItem(PREFIX + key) ?? undefined,
    set(key, value) {
      try {
        if (value === '') box?.removeItem(PREFIX + key)
        else box?.setItem(PREFIX + key, value)
        if (value === '' || box !== undefined) memory.delete(key)
        else memory.set(key, value)
      } catch {
        memory.set(key, value) // quota or private mode: kept until the box is switched off
      }
      return !memory.has(key)
    },
  }
}

/** Keys of this page; the tablet's pages of the same address keep theirs beside them. */
function keysOf(box: Storage | undefined): readonly string[] {
  const keys = Array.from({ length: box?.length ?? 0 }, (_, index) => box?.key(index) ?? '')
  return keys.filter((key) => key.startsWith(PREFIX)).map((key) => key.slice(PREFIX.length))
}

function openQuietly(open: () => Storage): Storage | undefined {
  try {
    return open()
  } catch {
    return undefined // storage is switched off on this box
  }
}
