import { ArrowDownOutlined, ArrowUpOutlined, CloseOutlined } from '@ant-design/icons'
import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query'
import type { ProgrammeId, ProgrammeStatus, RailEntry } from '@ulan/contract'
import { Button, Form, Select, Tag } from 'antd'
import { type ReactNode, useDeferredValue, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { chineseName } from '../data/choices.ts'
import { isSameEntry, moved } from '../data/home-edit.ts'
import { programmesQuery, seriesQuery } from '../data/staff-queries.ts'
import { StatusTag } from './status-tags.tsx'

type Props = {
  readonly label: string
  readonly entries: readonly RailEntry[]
  readonly onChange: (entries: readonly RailEntry[]) => void
}

/** Programmes and series put in by hand, in their order, and the search for more. */
export const RailEntries = ({ label, entries, onChange }: Props): ReactNode => {
  const describe = useEntryWords(entries)
  return (
    <Form.Item label={label} htmlFor="rail-search">
      <EntrySearch entries={entries} onAdd={(entry) => onChange([...entries, entry])} />
      <ol className="rail-entries" aria-label={label}>
        {entries.map((entry, at) => (
          <EntryLine
            key={`${entry.kind} ${entry.id}`}
            {...describe(entry)}
            isSeries={entry.kind === 'series'}
            isFirst={at === 0}
            isLast={at === entries.length - 1}
            onMove={(step) => onChange(moved(entries, at, at + step))}
            onRemove={() => onChange(entries.filter((one) => one !== entry))}
          />
        ))}
      </ol>
    </Form.Item>
  )
}

type EntryWords = { readonly title: string; readonly status?: ProgrammeStatus; readonly isGone: boolean }
type LineProps = EntryWords & {
  readonly isSeries: boolean
  readonly isFirst: boolean
  readonly isLast: boolean
  readonly onMove: (step: -1 | 1) => void
  readonly onRemove: () => void
}

const EntryLine = ({ title, status, isGone, isSeries, isFirst, isLast, onMove, onRemove }: LineProps): ReactNode => {
  const { t } = useTranslation()
  return (
    <li>
      <span className="grow ellipsis">
        {isSeries ? <span className="muted">{t('series.title')} </span> : null}
        {title} {status === undefined || status === 'published' ? null : <StatusTag status={status} />}
        {isGone ? <Tag color="error">{t('home.gone')}</Tag> : null}
      </span>
      <Button size="small" icon={<ArrowUpOutlined />} disabled={isFirst} aria-label={t('home.up', { title })} onClick={() => onMove(-1)} />
      <Button
        size="small"
        icon={<ArrowDownOutlined />}
        disabled={isLast}
        aria-label={t('home.down', { title })}
        onClick={() => onMove(1)}
      />
      <Button size="small" icon={<CloseOutlined />} aria-label={t('home.removeOf', { title })} onClick={onRemove} />
    </li>
  )
}

const ASKED_AT_ONCE = 100

/** What each is called, as far as it is known yet; programmes are asked for a hundred at once, in an order that is always the same. */
function useEntryWords(entries: readonly RailEntry[]): (entry: RailEntry) => EntryWords {
  const { t } = useTranslation()
  const ids = entries.flatMap((one): ProgrammeId[] => (one.kind === 'programme' ? [one.id] : [])).sort()
  const parts = Array.from({ length: Math.ceil(ids.length / ASKED_AT_ONCE) }, (_, at) =>
    ids.slice(at * ASKED_AT_ONCE, (at + 1) * ASKED_AT_ONCE),
  )
  const asked = useQueries({ queries: parts.map((part) => programmesQuery({ ids: part, rows: ASKED_AT_ONCE })) })
  const series = useQuery(seriesQuery).data
  return ({ kind, id }) => {
    const programme = asked.flatMap(({ data }) => data?.items ?? []).find((one) => one.id === id)
    const found = kind === 'series' ? series?.find((one) => one.id === id) : programme
    const isKnown = kind === 'series' ? series !== undefined : asked.every(({ isSuccess }) => isSuccess)
    const title = found === undefined ? (isKnown ? id : t('list.loading')) : chineseName(found.title) || t('list.untitled')
    return { title, isGone: isKnown && found === undefined, ...(programme && { status: programme.status }) }
  }
}

type SearchProps = { readonly entries: readonly RailEntry[]; readonly onAdd: (entry: RailEntry) => void }

/** By words of the title; what is in already is not offered again. */
const EntrySearch = ({ entries, onAdd }: SearchProps): ReactNode => {
  const { t } = useTranslation()
  const [typed, setTyped] = useState('')
  const q = useDeferredValue(typed.trim())
  const programmes = useQuery({
    ...programmesQuery({ rows: ASKED_AT_ONCE, ...(q === '' ? {} : { q }) }),
    placeholderData: keepPreviousData,
  })
  const series = useQuery(seriesQuery).data ?? []
  const isNew = (entry: RailEntry): boolean => !entries.some((one) => isSameEntry(one, entry))
  const found: { readonly entry: RailEntry; readonly label: string }[] = [
    ...series
      .filter(({ title }) => Object.values(title).some((text) => text?.toLowerCase().includes(q.toLowerCase())))
      .map(({ id, title }) => ({ entry: { kind: 'series' as const, id }, label: `${t('series.title')} ${chineseName(title)}` })),
    ...(programmes.data?.items ?? []).map(({ id, title }) => ({
      entry: { kind: 'programme' as const, id },
      label: chineseName(title) || t('list.untitled'),
    })),
  ].filter(({ entry }) => isNew(entry))
  return (
    <Select
      id="rail-search"
      showSearch={{ searchValue: typed, onSearch: setTyped, filterOption: false }}
      value={null}
      placeholder={t('home.search')}
      loading={programmes.isFetching}
      notFoundContent={t('list.nothing')}
      options={found.map(({ entry, label }) => ({ value: `${entry.kind} ${entry.id}`, label }))}
      onChange={(value: string | null) => {
        const chosen = found.find(({ entry }) => `${entry.kind} ${entry.id}` === value)
        if (chosen !== undefined) onAdd(chosen.entry)
        setTyped('')
      }}
    />
  )
}
