import { useSyncExternalStore } from 'react'
import { hashOf, parentOf, parseRoute, type Route } from '../routes.ts'

/** How deep in this app's own history each entry is; kept in the entry, so that it survives a reload. */
type EntryState = { readonly depth: number } | null
type ScrollPlace = { readonly x: number; readonly y: number }

const places = new Map<string, ScrollPlace>()
let depth = 0
let wentBack = false

/** Follows the address for the life of the page. Call once, before the first screen is drawn. */
export function startNavigation(): void {
  history.scrollRestoration = 'manual'
  depth = readDepth() ?? 0
  history.replaceState({ depth } satisfies EntryState, '')
  // Runs before React hears of the change: listeners are called in the order they were added.
  globalThis.addEventListener('hashchange', () => {
    const known = readDepth()
    wentBack = known !== undefined && known < depth
    depth = known ?? depth + 1
    if (known === undefined) history.replaceState({ depth } satisfies EntryState, '')
  })
  globalThis.addEventListener('scroll', () => places.set(location.hash, { x: scrollX, y: scrollY }), { passive: true })
}

function readDepth(): number | undefined {
  const state = history.state as EntryState // only this file writes it
  return state?.depth
}

/** The screen the address asks for. */
export function useRoute(): Route {
  const hash = useSyncExternalStore(
    (listener) => {
      globalThis.addEventListener('hashchange', listener)
      return () => globalThis.removeEventListener('hashchange', listener)
    },
    () => location.hash,
  )
  return parseRoute(hash)
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
