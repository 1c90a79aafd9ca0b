import type { Locale, ProgrammeStatus, RegionCode, SeriesId, StaffListQuery } from '@ulan/contract'
import { oneOf } from './address-fields.ts'
import { KINDS } from './choices.ts'

/** What somebody looks at in the list of programmes; it stands in the address, so that it can be sent to a colleague. */
export type ListView = Partial<Pick<StaffListQuery, 'status' | 'kind' | 'regionCode' | 'seriesId' | 'untitled' | 'q'>> & {
  /** From 1, which is left out. */
  readonly page?: number
}

export const STATUSES = ['draft', 'published', 'taken-down'] as const satisfies readonly ProgrammeStatus[]
export const LANGUAGES = ['zh-Hans', 'mn-Mong', 'mn-Cyrl'] as const satisfies readonly Locale[]
const MOST_LETTERS = 100
const MOST_PAGES = 1_000_000

/** Reads the part of an address after `?`; what is not understood is left out. */
export function parseListView(search: string): ListView {
  const given = new URLSearchParams(search)
  const text = (name: string, shape: RegExp): string | undefined => given.get(name)?.match(shape)?.[0]
  const page = Number(text('page', /^[1-9]\d{0,6}$/) ?? 1)
  return tidy({
    status: oneOf(STATUSES, given.get('status')),
    kind: oneOf(KINDS, given.get('kind')),
    regionCode: text('regionCode', /^\d{6}$/) as RegionCode | undefined, // shape checked here, existence by the server
    seriesId: text('seriesId', /^[a-z0-9][a-z0-9-]{1,62}$/) as SeriesId | undefined, // as above
    untitled: oneOf(LANGUAGES, given.get('untitled')),
    q: given.get('q')?.slice(0, MOST_LETTERS),
    page: page === 1 ? undefined : Math.min(page, MOST_PAGES),
  })
}

/** Another choice of some of it; undefined: none. */
export type ListChange = { readonly [Name in keyof ListView]?: ListView[Name] | undefined }

/** Without what is empty, so that equal views are equal texts. */
const tidy = (view: ListChange): ListView =>
  Object.fromEntries(Object.entries(view).filter(([, value]) => value !== undefined && value !== '')) as ListView // only undefined was left out

/** The part of an address after `?`; empty for the whole list. */
export const listViewSearch = (view: ListView): string =>
  new URLSearchParams(Object.entries(tidy(view)).map(([name, value]) => [name, String(value)])).toString()

/** Another choice; what is chosen anew begins at its first page. */
export const changedView = (view: ListView, change: ListChange): ListView => tidy({ ...view, page: undefined, ...change })

/** Whether anything is left out of the list. */
export const isFiltered = ({ page: _page, ...filters }: ListView): boolean => Object.keys(filters).length > 0
