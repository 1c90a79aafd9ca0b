import type { ProgrammeId, SeriesId } from '@ulan/contract'

/** Pages of which there is one, so that its name says all. */
const PLAIN_PAGES = ['search', 'settings', 'diagnostics', 'welcome', 'kids'] as const

export type Route =
  | { readonly page: 'home' }
  | { readonly page: 'programme'; readonly id: ProgrammeId }
  | { readonly page: 'series'; readonly id: SeriesId }
  /** `unattended`: how many films in a row began by themselves up to this one. */
  | { readonly page: 'play'; readonly id: ProgrammeId; readonly fromStart: boolean; readonly unattended?: number }
  | { readonly page: 'quiz'; readonly id: ProgrammeId }
  | { readonly page: 'search' }
  | { readonly page: 'settings' }
  | { readonly page: 'diagnostics' }
  | { readonly page: 'welcome' }
  /** `film`: the one that the day's time ended in. */
  | { readonly page: 'kids'; readonly film?: ProgrammeId }

export const HOME: Route = { page: 'home' }
export const SEARCH: Route = { page: 'search' }
export const SETTINGS_ROUTE: Route = { page: 'settings' }
export const DIAGNOSTICS_ROUTE: Route = { page: 'diagnostics' }
/** Children's mode: what parents set, and where it ends. */
export const KIDS_ROUTE: Route = { page: 'kids' }
/** Where a box begins that nobody has used. */
export const WELCOME_ROUTE: Route = { page: 'welcome' }

/** The address of a route, for the location's hash: a reload, or a link from elsewhere, opens the same page. */
export function formatRoute(route: Route): string {
  if (route.page === 'home') return '#/'
  return 'id' in route ? `#/${route.page}/${encodeURIComponent(route.id)}` : `#/${route.page}`
}

/** The route of a hash; anything unknown is home. */
export function parseRoute(hash: string): Route {
  const [page, id] = hash.replace(/^#\/?/, '').split('/').map(decodePart)
  const plain = PLAIN_PAGES.find((one) => one === page)
  if (plain !== undefined) return { page: plain }
  if (id === undefined || id === '') return HOME
  if (page === 'series') return { page, id: id as SeriesId } // a wrong id is the server's to refuse
  if (page === 'programme' || page === 'quiz') return { page, id: id as ProgrammeId } // likewise
  return page === 'play' ? { page, id: id as ProgrammeId, fromStart: false } : HOME // likewise
}

function decodePart(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return '' // a broken escape is an unknown page
  }
}

/** Where the focus was on a page of a hero and rails, and which rails these were. */
export type BrowseMemory = {
  readonly section: number
  readonly indexes: readonly number[]
  readonly hero: number
  readonly keys?: readonly string[]
}
/** The focus of the search page: the key it is on, or came from, by row and column of the pad, and the result likewise. */
export type SearchFocus = {
  readonly area: 'pad' | 'results'
  readonly row: number
  readonly column: number
  readonly result: number
}
export type SearchMemory = { readonly letters: string; readonly focus: SearchFocus }
/** The setting that has the focus, by its place, and the first that is in view. */
export type SettingsMemory = { readonly setting: number; readonly firstInView: number }
/** What a page was like when it was left, kept while later pages are open. */
export type PageMemory = BrowseMemory | SearchMemory | SettingsMemory

export type Visit = { readonly route: Route; readonly memory?: PageMemory }
/** Visits from first to current; never empty. */
export type Trail = readonly [Visit, ...Visit[]]

/** The trail of an app opened at `route`: home lies underneath, so that Back never leads nowhere. */
export const startTrail = (route: Route): Trail => (route.page === 'home' ? [{ route }] : [{ route: HOME }, { route }])

export const currentVisit = (trail: Trail): Visit => trail[trail.length - 1] ?? trail[0]

/** Opens a page on top; the page left behind remembers its focus. */
export function openVisit(trail: Trail, route: Route, memory?: PageMemory): Trail {
  const [first, ...rest] = remember(trail, memory)
  return [first, ...rest, { route }]
}

/** Puts a page in place of the current one, as the next episode does. Home begins anew: nothing lies under it. */
export function replaceVisit(trail: Trail, route: Route): Trail {
  if (route.page === 'home') return startTrail(route)
  const [first, ...rest] = trail
  return rest.length === 0 ? [{ route }] : [first, ...rest.slice(0, -1), { route }]
}

/** One step back; undefined on the first page. */
export function closeVisit(trail: Trail): Trail | undefined {
  const [first, ...rest] = trail
  return rest.length === 0 ? undefined : [first, ...rest.slice(0, -1)]
}

/** The same trail, its current page as it is now. */
function remember(trail: Trail, memory: PageMemory | undefined): Trail {
  if (memory === undefined) return trail
  const [first, ...rest] = trail
  const last = rest.at(-1)
  return last === undefined ? [{ ...first, memory }] : [first, ...rest.slice(0, -1), { ...last, memory }]
}
