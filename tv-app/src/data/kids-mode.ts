import type { KeyValueStorage } from '@ulan/player'
import { currentVisit, KIDS_ROUTE, type Route, replaceVisit, type Trail } from '../routes.ts'

/**
 * Children's mode as the start needs to know it: whether it is on, and which pages are then a parent's. What is asked,
 * counted and kept for it comes with the pages that do so (`kids-box.ts`).
 */
export type KidsMode = {
  isOn(): boolean
  turn(isOn: boolean): void
  /** True since a parent entered the PIN, until somebody leaves the parents' pages. */
  isUnlocked(): boolean
  unlock(): void
  /** A page has come onto the screen. */
  arrive(page: Route['page']): void
  /** The trail that may be gone: the question of the PIN stands in place of a parent's page. */
  gate(trail: Trail): Trail
  readonly storage: KeyValueStorage
}

/** The loader, which asks for the home screen before this code is there, reads it too. */
const KIDS_KEY = 'kids'
const SETTING_PAGES: readonly Route['page'][] = ['settings', 'diagnostics']

/** Children's mode as this box was left. */
export function createKidsMode(storage: KeyValueStorage): KidsMode {
  let isUnlocked = false
  const isOn = (): boolean => storage.get(KIDS_KEY) === 'on'
  return {
    isOn,
    turn: (on) => storage.set(KIDS_KEY, on ? 'on' : ''),
    isUnlocked: () => isUnlocked,
    unlock() {
      isUnlocked = true
    },
    arrive(page) {
      if (page !== 'kids' && !SETTING_PAGES.includes(page)) isUnlocked = false
    },
    gate(trail) {
      const isShut = isOn() && !isUnlocked && SETTING_PAGES.includes(currentVisit(trail).route.page)
      return isShut ? replaceVisit(trail, KIDS_ROUTE) : trail
    },
    storage,
  }
}
