import type { AttemptStorage } from './attempt-store.ts'

/** For tests: one tab's view of a device whose storage `kept` has room for `roomTexts` texts; others may share it. */
export function sharedDevice(kept: Map<string, string>, roomTexts: number): AttemptStorage {
  const memory = new Map<string, string>()
  return {
    keys: () => [...new Set([...kept.keys(), ...memory.keys()])],
    get: (key) => memory.get(key) ?? kept.get(key),
    set(key, value) {
      memory.delete(key)
      if (value === '') kept.delete(key)
      else if (kept.has(key) || kept.size < roomTexts) kept.set(key, value)
      else memory.set(key, value)
      return !memory.has(key)
    },
  }
}
