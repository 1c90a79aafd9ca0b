import { PAGE_ROWS } from '@ulan/contract'

/** What of a page is looked at, as it stands in its address after `?`: it can be sent to a colleague, and undone by the way back. */
export type Fields = Readonly<Record<string, string>>
export type FieldsChange = Readonly<Record<string, string | undefined>>

const MOST_FIELDS = 20
const MOST_LETTERS = 100

/** Reads an address; whoever uses a field looks whether it makes sense. */
export const parseFields = (search: string): Fields =>
  tidy(
    Object.fromEntries([...new URLSearchParams(search)].slice(0, MOST_FIELDS).map(([name, value]) => [name, value.slice(0, MOST_LETTERS)])),
  )

/** The part of an address after `?`; empty where all is looked at. Equal fields are equal texts. */
export const fieldsSearch = (fields: Fields): string => new URLSearchParams(Object.entries(fields).sort(byName)).toString()

const byName = ([one]: readonly [string, string], [other]: readonly [string, string]): number => (one < other ? -1 : 1)

/** Places within a list, which another choice begins anew. */
const PLACES = { page: undefined, before: undefined } as const

/** Another choice of some of it. */
export const changedFields = (fields: Fields, change: FieldsChange): Fields => tidy({ ...fields, ...PLACES, ...change })

const tidy = (fields: FieldsChange): Fields =>
  Object.fromEntries(Object.entries(fields).filter((pair): pair is [string, string] => pair[1] !== undefined && pair[1] !== ''))

/** One of what there is to choose from; undefined for anything else. */
export const oneOf = <T extends string>(known: readonly T[], value: string | null | undefined): T | undefined =>
  known.find((one) => one === value)

/** The last page of so many rows; there is always one. */
export const lastPage = (total: number): number => Math.max(1, Math.ceil(total / PAGE_ROWS))

/** A number from 1; 1 for anything else. */
export function pageOf({ page }: Fields): number {
  return /^[1-9]\d{0,5}$/.test(page ?? '') ? Number(page) : 1
}
