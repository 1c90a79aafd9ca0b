import type { ProgrammeId } from '@ulan/contract'
import { useMemo, useSyncExternalStore } from 'react'
import { type Fields, fieldsSearch, oneOf, parseFields } from './data/address-fields.ts'
import { type ListView, listViewSearch, parseListView } from './data/list-view.ts'

export type Route =
  | { readonly page: 'programmes'; readonly view?: ListView }
  | { readonly page: 'programme'; readonly id: ProgrammeId }
  /** Added subtitles of a programme's film, by the file that they were first. */
  | { readonly page: 'cues'; readonly id: ProgrammeId; readonly trackId: string }
  /** A link that somebody was given to choose their password with; opened without a session. */
  | { readonly page: 'join'; readonly token: string }
  | { readonly page: PlainPage; readonly fields?: Fields }

const PLAIN_PAGES = [
  'home',
  'series',
  'recordings',
  'translations',
  'quality',
  'storage',
  'settings',
  'people',
  'account',
  'audit',
  'reviews',
  'schedule',
  'trash',
] as const
/** A page without a view of its own kind; what of it is looked at stands in its fields. */
export type PlainPage = (typeof PLAIN_PAGES)[number]

/** Reads the part of an address after `#`; anything unknown is the list of programmes. */
export function parseRoute(hash: string): Route {
  const [path = '', search = ''] = hash.replace(/^#?\/?/, '').split('?')
  const [page, id, part, trackId] = path.split('/')
  if (page === 'programmes' && part === 'cues' && id !== undefined && /^[a-z0-9-]+$/.test(id) && /^[0-9a-f]{32}$/.test(trackId ?? ''))
    return { page: 'cues', id: id as ProgrammeId, trackId: trackId ?? '' } // as below
  if (page === 'programmes' && id !== undefined && /^[a-z0-9-]+$/.test(id)) return { page: 'programme', id: id as ProgrammeId } // shape checked here, existence by the server
  if (page === 'join' && id !== undefined && /^[\w-]{43}$/.test(id)) return { page, token: id }
  const plain = oneOf(PLAIN_PAGES, page)
  if (plain === undefined) return listRoute(page === 'programmes' ? parseListView(search) : {})
  return { page: plain, ...(search !== '' && { fields: parseFields(search) }) }
}

const listRoute = (view: ListView): Route => (Object.keys(view).length === 0 ? { page: 'programmes' } : { page: 'programmes', view })

export function routeHash(route: Route): string {
  if (route.page === 'programme') return `#/programmes/${route.id}`
  if (route.page === 'cues') return `#/programmes/${route.id}/cues/${route.trackId}`
  if (route.page === 'programmes') {
    const search = listViewSearch(route.view ?? {})
    return search === '' ? '#/programmes' : `#/programmes?${search}`
  }
  if (route.page === 'join') return `#/join/${route.token}`
  const search = fieldsSearch(route.fields ?? {})
  return search === '' ? `#/${route.page}` : `#/${route.page}?${search}`
}

export function goTo(route: Route): void {
  window.location.hash = routeHash(route)
}

/** The same without a step of its own on the way back: for what changes with every letter. */
export function replaceWith(route: Route): void {
  window.location.replace(routeHash(route))
}

let lastList: Route = { page: 'programmes' }
/** Whoever comes back from a programme finds the list as they left it. */
export const lastListRoute = (): Route => lastList
export const rememberList = (view: ListView): void => {
  lastList = listRoute(view)
}

export function useRoute(): Route {
  const hash = useSyncExternalStore(listen, () => window.location.hash)
  return useMemo(() => parseRoute(hash), [hash])
}

function listen(changed: () => void): () => void {
  window.addEventListener('hashchange', changed)
  return () => window.removeEventListener('hashchange', changed)
}
