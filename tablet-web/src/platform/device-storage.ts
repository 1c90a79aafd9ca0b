import type { AttemptStorage } from '@ulan/player'

/**
 * Text kept on this tablet. Where the browser refuses (private mode, full), it is kept for the life of the page, so that
 * nothing breaks in the viewer's hands.
 */
export function createDeviceStorage(store: Storage | undefined): AttemptStorage {
  const kept = new Map<string, string>()
  return {
    keys() {
      return [...new Set([...kept.keys(), ...storedKeys(store)])]
    },
    get(key) {
      return kept.get(key) ?? readText(store, key)
    },
    set(key, value) {
      const isStored = writeText(store, key, value) || value === ''
      if (isStored) kept.delete(key)
      else kept.set(key, value)
      return isStored
    },
  }
}

/** The browser's own storage; reading the property alone may throw where it is forbidden. */
export function openBrowserStorage(): Storage | undefined {
  try {
    return globalThis.localStorage
  } catch {
    return undefined // forbidden by the browser: memory takes its place
  }
}

function storedKeys(store: Storage | undefined): readonly string[] {
  return Array.from({ length: store?.length ?? 0 }, (_, index) => store?.key(index) ?? '')
}

function readText(store: Storage | undefined, key: string): string | undefined {
  return store?.getItem(key) ?? undefined
}

function writeText(store: Storage | undefined, key: string, value: string): boolean {
  if (store === undefined) return false
  try {
    if (value === '') store.removeItem(key)
    else store.setItem(key, value)
    return true
  } catch {
    return false // full: the caller keeps it in memory
  }
}
