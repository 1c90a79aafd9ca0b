import { describe, expect, it } from 'vitest'
import { createDeviceStorage } from './storage.ts'

/** A box's own storage with room for `roomTexts` texts. */
function smallBox(roomTexts: number): Storage {
  const kept = new Map<string, string>()
  return {
    get length() {
      return kept.size
    },
    clear: () => kept.clear(),
    key: (index) => [...kept.keys()][index] ?? null,
    getItem: (key) => kept.get(key) ?? null,
    removeItem: (key) => void kept.delete(key),
    setItem: (key, value) => {
      if (kept.size >= roomTexts && !kept.has(key)) throw new DOMException('full', 'QuotaExceededError')
      kept.set(key, value)
    },
  }
}

describe('createDeviceStorage', () => {
  it('keeps its texts apart from other pages’, and drops empty ones', () => {
    const box = smallBox(9)
    box.setItem('resume.x', '30')
    const storage = createDeviceStorage(() => box)
    expect([storage.set('a', '1'), storage.get('a'), storage.keys()]).toEqual([true, '1', ['a']])
    expect([storage.set('a', ''), storage.get('a'), storage.keys(), box.length]).toEqual([true, undefined, [], 1])
  })
  it('goes on in memory on a full box and without any storage, and says so', () => {
    const full = createDeviceStorage(() => smallBox(1))
    expect([full.set('a', '1'), full.set('b', '2'), [...full.keys()].sort()]).toEqual([true, false, ['a', 'b']])
    const none = createDeviceStorage(() => {
      throw new DOMException('forbidden', 'SecurityError')
    })
    expect([none.set('a', '1'), none.get('a'), none.keys()]).toEqual([false, '1', ['a']])
  })
})
