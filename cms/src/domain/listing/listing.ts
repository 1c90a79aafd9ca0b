import { coversRegion, LOCALES, type Locale, type StaffListQuery, type StaffProgrammePage } from '@ulan/contract'
import type { KeptProgramme } from '../programme/kept-programme.ts'
import { joinedWords, wordsOfQuery } from '../search/searchable-text.ts'

/** What a list of programmes is chosen and put in order by. */
export type Listed = Pick<KeptProgramme, 'id' | 'status' | 'kind' | 'regionCode' | 'episodeOf' | 'assetId' | 'updatedAt'> & {
  /** Its titles and the name of its film's file, folded, without spaces, a line each. */
  readonly words: string
  readonly untitled: readonly Locale[]
}

/** The members of a programme that a list is made of. */
export type ListedFrom = Pick<KeptProgramme, 'id' | 'status' | 'kind' | 'regionCode' | 'episodeOf' | 'assetId' | 'updatedAt' | 'title'>

export function listedOf(programme: ListedFrom, fileName: string | undefined): Listed {
  const { id, status, kind, regionCode, episodeOf, assetId, updatedAt, title } = programme
  const isMissing = (locale: Locale): boolean => (title[locale] ?? '') === ''
  const texts = [...LOCALES.map((locale) => title[locale]), fileName]
  return {
    id,
    status,
    kind,
    updatedAt,
    ...(regionCode && { regionCode }),
    ...(episodeOf && { episodeOf }),
    ...(assetId && { assetId }),
    words: joinedWords(texts),
    untitled: LOCALES.filter(isMissing),
  }
}

/** Newest change first. */
export const byChange = (one: Listed, other: Listed): number => compare(other.updatedAt, one.updatedAt) || compare(one.id, other.id)

const compare = (one: string, other: string): number => (one < other ? -1 : Number(one > other))

/** Before every season and number. */
const NO_PLACE = { season: 0, episode: 0 } as const

export function byPlace(one: Listed, other: Listed): number {
  const [first, second] = [one.episodeOf ?? NO_PLACE, other.episodeOf ?? NO_PLACE]
  return first.season - second.season || first.episode - second.episode || compare(one.id, other.id)
}

/** A page of what fits, by id, in order, and how much there is of it. */
export type Selection = Omit<StaffProgrammePage, 'items'> & { readonly ids: readonly KeptProgramme['id'][] }

/** Of all, newest change first, those that fit the query. A page beyond the last is empty. */
export function selectPage(all: readonly Listed[], query: StaffListQuery): Selection {
  const fitting = all.filter(fits(query))
  const wanted = query.status === undefined ? fitting : fitting.filter(({ status }) => status === query.status)
  const ordered = query.seriesId === undefined ? wanted : [...wanted].sort(byPlace)
  const first = (query.page - 1) * query.rows
  const counts = { draft: 0, published: 0, 'taken-down': 0 }
  for (const { status } of fitting) counts[status] += 1
  return { ids: ordered.slice(first, first + query.rows).map(({ id }) => id), total: wanted.length, counts }
}

/** Whether one fits all that is asked but the status. */
function fits({ kind, regionCode, seriesId, untitled, q = '', ids }: StaffListQuery): (listed: Listed) => boolean {
  const words = wordsOfQuery(q)
  const named = ids && new Set(ids)
  return (listed) =>
    (kind === undefined || listed.kind === kind) &&
    (regionCode === undefined || coversRegion(regionCode, listed.regionCode)) &&
    (seriesId === undefined || listed.episodeOf?.seriesId === seriesId) &&
    (untitled === undefined || listed.untitled.includes(untitled)) &&
    (named === undefined || named.has(listed.id)) &&
    words.every((word) => listed.words.includes(word))
}
