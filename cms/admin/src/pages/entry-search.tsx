import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query'
import type { ProgrammeId, ProgrammeStatus, RailEntry } from '@ulan/contract'
import { Select } from 'antd'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { chineseName } from '../data/choices.ts'
import { isSameEntry } from '../data/home-edit.ts'
import { programmesQuery, seriesQuery } from '../data/staff-queries.ts'
import { usePaused } from './use-paused.ts'

export type EntryWords = { readonly title: string; readonly status?: ProgrammeStatus; readonly isGone: boolean }

const ASKED_AT_ONCE = 100

/** What each is called, as far as it is known yet; programmes are asked for a hundred at once, in an order that is always the same. */
export function useEntryWords(entries: readonly RailEntry[]): (entry: RailEntry) => EntryWords {
  const { t } = useTranslation()
  const ids = entries.flatMap((one): ProgrammeId[] => (one.kind === 'programme' ? [one.id] : [])).sort()
  const parts = Array.from({ length: Math.ceil(ids.length / ASKED_AT_ONCE) }, (_, at) =>
    ids.slice(at * ASKED_AT_ONCE, (at + 1) * ASKED_AT_ONCE),
  )
  const asked = useQueries({
    // Those that were known stay so while another one is picked.
    queries: parts.map((part) => ({ ...programmesQuery({ ids: part, rows: ASKED_AT_ONCE }), placeholderData: keepPreviousData })),
  })
  const series = useQuery(seriesQuery).data
  return ({ kind, id }) => {
    const programme = asked.flatMap(({ data }) => data?.items ?? []).find((one) => one.id === id)
    const found = kind === 'series' ? series?.find((one) => one.id === id) : programme
    const isKnown =
      kind === 'series' ? series !== undefined : asked.every(({ isSuccess, isPlaceholderData }) => isSuccess && !isPlaceholderData)
    const title = found === undefined ? (isKnown ? id : t('list.loading')) : chineseName(found.title) || t('list.untitled')
    return { title, isGone: isKnown && found === undefined, ...(programme && { status: programme.status }) }
  }
}

type Props = { readonly id: string; readonly entries: readonly RailEntry[]; readonly onAdd: (entry: RailEntry) => void }

/** Looks for programmes and series by words of their titles; what is in already is not offered again. */
export const EntrySearch = ({ id, entries, onAdd }: Props): ReactNode => {
  const { t } = useTranslation()
  const [typed, setTyped] = useState('')
  const q = usePaused(typed.trim())
  const programmes = useQuery({
    ...programmesQuery({ rows: ASKED_AT_ONCE, ...(q === '' ? {} : { q }) }),
    placeholderData: keepPreviousData,
  })
  const series = useQuery(seriesQuery).data ?? []
  // What was found for other words would move under the hand when the answer comes.
  const isSearching = typed.trim() !== q || programmes.isPlaceholderData || programmes.isPending
  const isNew = (entry: RailEntry): boolean => !entries.some((one) => isSameEntry(one, entry))
  const found: { readonly entry: RailEntry; readonly label: string }[] = [
    ...series
      .filter(({ title }) => Object.values(title).some((text) => text?.toLowerCase().includes(q.toLowerCase())))
      .map(({ id: seriesId, title }) => ({
        entry: { kind: 'series' as const, id: seriesId },
        label: `${t('series.title')} ${chineseName(title)}`,
      })),
    ...(programmes.data?.items ?? []).map(({ id: programmeId, title }) => ({
      entry: { kind: 'programme' as const, id: programmeId },
      label: chineseName(title) || t('list.untitled'),
    })),
  ].filter(({ entry }) => isNew(entry))
  return (
    <Select
      id={id}
      showSearch={{ searchValue: typed, onSearch: setTyped, filterOption: false }}
      value={null}
      placeholder={t('home.search')}
      loading={isSearching}
      notFoundContent={t(isSearching ? 'list.loading' : 'list.nothing')}
      options={(isSearching ? [] : found).map(({ entry, label }) => ({ value: `${entry.kind} ${entry.id}`, label }))}
      onChange={(value: string | null) => {
        const chosen = found.find(({ entry }) => `${entry.kind} ${entry.id}` === value)
        if (chosen !== undefined) onAdd(chosen.entry)
        setTyped('')
      }}
    />
  )
}
