import { describe, expect, it } from 'vitest'
import { createDeviceStorage } from './device-storage.ts'
import { columnScrollPx } from './page-flow.ts'
import { readLight, readLocale, writeLight, writeLocale } from './viewer-choice.ts'

/** The browser's storage with room for `roomTexts` texts. */
function smallStorage(roomTexts: number): Storage {
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
  it('keeps texts, and drops empty ones', () => {
    const browser = smallStorage(9)
    const storage = createDeviceStorage(browser)
    storage.set('a', '1')
    expect([storage.get('a'), browser.getItem('a'), storage.get('b')]).toEqual(['1', '1', undefined])
    storage.set('a', '')
    expect([storage.get('a'), browser.length]).toEqual([undefined, 0])
  })
  it('goes on in memory when the tablet is full, and without any storage', () => {
    const full = createDeviceStorage(smallStorage(1))
    expect([full.set('a', '1'), full.set('b', '2')]).toEqual([true, false])
    expect([full.get('a'), full.get('b')]).toEqual(['1', '2'])
    expect([...full.keys()].sort()).toEqual(['a', 'b'])
    const none = createDeviceStorage(undefined)
    expect([none.set('a', '1'), none.get('a'), none.keys()]).toEqual([false, '1', ['a']])
  })
})

describe('viewer choices', () => {
  it('stay on the tablet', () => {
    const storage = createDeviceStorage(smallStorage(9))
    expect([readLight(storage), readLocale(storage)]).toEqual(['day', undefined])
    writeLight(storage, 'sun')
    writeLocale(storage, 'mn-Mong')
    expect([readLight(storage), readLocale(storage)]).toEqual(['sun', 'mn-Mong'])
  })
})

describe('columnScrollPx', () => {
  it('moves right for a turn forward, by pixels, lines or pages', () => {
    expect(columnScrollPx({ deltaX: 0, deltaY: 120, deltaMode: 0 }, 1280)).toBe(120)
    expect(columnScrollPx({ deltaX: 0, deltaY: 3, deltaMode: 1 }, 1280)).toBe(120)
    expect(columnScrollPx({ deltaX: 0, deltaY: -1, deltaMode: 2 }, 1280)).toBe(-1280)
    expect(columnScrollPx({ deltaX: 0, deltaY: 5, deltaMode: 9 }, 1280)).toBe(5)
  })
  it('leaves sideways movements to the browser', () => {
    expect(columnScrollPx({ deltaX: 40, deltaY: 10, deltaMode: 0 }, 1280)).toBe(0)
  })
})
