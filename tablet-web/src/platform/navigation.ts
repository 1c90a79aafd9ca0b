import { useSyncExternalStore } from 'react'
import { hashOf, parentOf, parseRoute, type Route } from '../routes.ts'

/** How deep in this app's own history each entry is; kept in the entry, so that it survives a reload. */
type EntryState = { readonly depth: number } | null
type ScrollPlace = { readonly x: number; readonly y: number }
/** A screen that was opened: the same address opened again is another visit. */
export type Visit = { readonly number: number; readonly route: Route }

const places = new Map<string, ScrollPlace>()
let depth = 0
let wentBack = false
let visit: Visit = { number: 0, route: parseRoute('') }

/** Follows the address for the life of the page. Call once, before the first screen is drawn. */
export function startNavigation(): void {
  history.scrollRestoration = 'manual'
  depth = readDepth() ?? 0
  visit = { number: 0, route: parseRoute(location.hash) }
  history.replaceState({ depth } satisfies EntryState, '')
  // Runs before React hears of the change: listeners are called in the order they were added.
  globalThis.addEventListener('hashchange', () => {
    const known = readDepth()
    wentBack = known !== undefined && known < depth
    depth = known ?? depth + 1
    if (known === undefined) history.replaceState({ depth } satisfies EntryState, '')
    visit = { number: visit.number + 1, route: parseRoute(location.hash) }
  })
  globalThis.addEventListener('scroll', () => places.set(location.hash, { x: scrollX, y: scrollY }), { passive: true })
}

function readDepth(): number | undefined {
  const state = history.state as EntryState // only this file writes it
  return state?.depth
}

/** The screen the address asked for when it was opened; what a screen writes into it later (`keepAddress`) opens nothing. */
export function useVisit(): Visit {
  return useSyncExternalStore(
    (listener) => {
      globalThis.addEventListener('hashchange', listener)
      return () => globalThis.removeEventListener('hashchange', listener)
    },
    () => visit,
  )
}

/** Puts a freshly drawn screen where its viewer left it, or at its beginning. */
export function placeScroll(): void {
  const place = wentBack ? places.get(location.hash) : undefined
  scrollTo(place?.x ?? 0, place?.y ?? 0)
}

/** One screen back; from a screen opened by a link from outside, to the one above it. */
export function goBack(route: Route): void {
  if (depth > 0) history.back()
  else replaceRoute(parentOf(route))
}

/** Opens a screen in place of the present one, so that Back does not return to it. */
export function replaceRoute(route: Route): void {
  depth -= 1
  location.replace(hashOf(route))
}

/** Writes down where the viewer is without opening anything, so that Back and a reload lead to just there. */
export function keepAddress(route: Route): void {
  if (location.hash !== hashOf(route)) history.replaceState(history.state, '', hashOf(route))
}
