import { PAGE_ROWS } from '@ulan/contract'
import { useCallback, useEffect } from 'react'
import { changedFields, type Fields, type FieldsChange, lastPage, pageOf } from '../data/address-fields.ts'
import { goTo, type PlainPage, parseRoute, replaceWith, useRoute } from '../routes.ts'

const NOTHING: Fields = {}

type Paging = {
  readonly current: number
  readonly pageSize: number
  readonly hideOnSinglePage: true
  readonly showSizeChanger: false
  readonly onChange: (page: number) => void
}
export type AddressFields = {
  readonly fields: Fields
  /** What is looked for, in `q`. */
  readonly words: string
  /** Another choice: a step on the way back. */
  readonly choose: (change: FieldsChange) => void
  /** Other words: no step of its own, since they are typed letter by letter. */
  readonly search: (words: string) => void
  /** Of a table whose page stands in the address. */
  readonly paging: Paging
}

/** What of a page is looked at, from its address. */
export function useAddressFields(page: PlainPage): AddressFields {
  const route = useRoute()
  const fields = fieldsOf(route, page)
  const choose = useCallback((change: FieldsChange) => goTo(next(page, change)), [page])
  // The same each time: a search that waits is not begun anew.
  const search = useCallback((q: string) => replaceWith(next(page, { q })), [page])
  const paging: Paging = {
    current: pageOf(fields),
    pageSize: PAGE_ROWS,
    hideOnSinglePage: true,
    showSizeChanger: false,
    onChange: (to) => choose({ page: to === 1 ? undefined : String(to) }),
  }
  return { fields, words: fields['q'] ?? '', choose, search, paging }
}

/** The last page there is, for whoever is beyond it: a link may be older than what was done since. */
export function useStayInPages(page: PlainPage, { current }: Pick<Paging, 'current'>, total: number | undefined): void {
  const last = total === undefined ? undefined : lastPage(total)
  const isBeyond = last !== undefined && current > last
  useEffect(() => {
    if (isBeyond) replaceWith(next(page, { page: last === 1 ? undefined : String(last) }))
  }, [isBeyond, last, page])
}

/** From the address as it is now: one choice right after another must not take that one back. */
const next = (page: PlainPage, change: FieldsChange) => ({
  page,
  fields: changedFields(fieldsOf(parseRoute(window.location.hash), page), change),
})

const fieldsOf = (route: ReturnType<typeof parseRoute>, page: PlainPage): Fields =>
  route.page === page && 'fields' in route ? (route.fields ?? NOTHING) : NOTHING
