import { afterEach, describe, expect, test } from 'vitest'
import { openLook } from './device-services.ts'
import { currentLook, type Look, USUAL_LOOK, wearLook } from './look.ts'
import { createDeviceStorage } from './platform/storage.ts'

const WEAK_EYES: Look = { textSize: 'huge', isHighContrast: true }

/** The page's own element, as far as a look touches it. */
function pageOf() {
  const names = new Set<string>()
  return { names, classList: { toggle: (name: string, isOn?: boolean) => (isOn === true ? names.add(name) : names.delete(name)) } }
}

describe('the look that a box remembers', () => {
  afterEach(() => wearLook(USUAL_LOOK))

  test('is worn at once, by what is drawn and by the page under it, and found again', () => {
    const storage = createDeviceStorage(() => {
      throw new Error('forbidden on this box') // kept in memory until it is switched off
    })
    const page = pageOf()
    const change = openLook(storage, page)
    expect(currentLook()).toEqual(USUAL_LOOK)
    change(WEAK_EYES)
    expect(currentLook()).toEqual(WEAK_EYES)
    expect([...page.names]).toEqual(['high-contrast'])
    wearLook(USUAL_LOOK)
    openLook(storage, page)
    expect(currentLook()).toEqual(WEAK_EYES)
    change(USUAL_LOOK)
    openLook(storage, page)
    expect(currentLook()).toEqual(USUAL_LOOK)
    expect(page.names.size).toBe(0)
  })
})
