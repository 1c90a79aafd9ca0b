/** Screens of the tablet, one address each, so that Back, reload and a shared link work. */
export type Route =
  | { readonly screen: 'home' }
  | { readonly screen: 'search'; readonly query: string }
  | { readonly screen: 'programme' | 'series' | 'quiz'; readonly id: string }
  | { readonly screen: 'player'; readonly id: string; readonly isFromStart: boolean }

const ID = /^[a-z0-9][a-z0-9-]{1,62}$/

/** Reads the fragment of an address; anything unknown is home. */
export function parseRoute(hash: string): Route {
  const [screen = '', id = '', option] = hash.replace(/^#?\/?/, '').split('/')
  if (screen === 'search') return { screen, query: decodePart(id) }
  if (!ID.test(id)) return { screen: 'home' }
  switch (screen) {
    case 'programme':
    case 'series':
    case 'quiz':
      return { screen, id }
    case 'play':
      return { screen: 'player', id, isFromStart: option === 'start' }
    default:
      return { screen: 'home' }
  }
}

function decodePart(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return '' // an address cut off in the middle of an escape: an empty question
  }
}

/** The fragment for a route: what `parseRoute` reads. */
export function hashOf(route: Route): string {
  switch (route.screen) {
    case 'home':
      return '#/'
    case 'search':
      // A lone half of a character, which a keyboard may send for a moment, has no escape.
      return route.query === '' ? '#/search' : `#/search/${encodeURIComponent(route.query.toWellFormed())}`
    case 'player':
      return route.isFromStart ? `#/play/${route.id}/start` : `#/play/${route.id}`
    default:
      return `#/${route.screen}/${route.id}`
  }
}

/** Where Back leads when a screen was opened from outside, without anything before it. */
export function parentOf(route: Route): Route {
  return route.screen === 'player' || route.screen === 'quiz' ? { screen: 'programme', id: route.id } : { screen: 'home' }
}
