import { ArrowDownOutlined, ArrowUpOutlined, CloseOutlined } from '@ant-design/icons'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { ProgrammeId, RailEntry } from '@ulan/contract'
import { Button, Form, Select } from 'antd'
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
export const RailEntries = ({ label, entries, onChange }: Props): ReactNode => (
  <Form.Item label={label} htmlFor="rail-search">
    <EntrySearch entries={entries} onAdd={(entry) => onChange([...entries, entry])} />
    <ol className="rail-entries" aria-label={label}>
      {entries.map((entry, at) => (
        <EntryLine
          key={`${entry.kind} ${entry.id}`}
          entry={entry}
          isFirst={at === 0}
          isLast={at === entries.length - 1}
          others={entries}
          onMove={(step) => onChange(moved(entries, at, at + step))}
          onRemove={() => onChange(entries.filter((one) => one !== entry))}
        />
      ))}
    </ol>
  </Form.Item>
)

type LineProps = {
  readonly entry: RailEntry
  readonly isFirst: boolean
  readonly isLast: boolean
  readonly others: readonly RailEntry[]
  readonly onMove: (step: -1 | 1) => void
  readonly onRemove: () => void
}

const EntryLine = ({ entry, isFirst, isLast, others, onMove, onRemove }: LineProps): ReactNode => {
  const { t } = useTranslation()
  const { title, status } = useEntry(entry, others)
  return (
    <li>
      <span className="grow ellipsis">
        {entry.kind === 'series' ? <span className="muted">{t('series.title')} </span> : null}
        {title} {status === undefined || status === 'published' ? null : <StatusTag status={status} />}
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

/** All of a rail are asked for at once. */
function useEntry(entry: RailEntry, all: readonly RailEntry[]) {
  const { t } = useTranslation()
  const ids = all.flatMap((one): ProgrammeId[] => (one.kind === 'programme' ? [one.id] : []))
  const isSeries = entry.kind === 'series'
  const named = { ...programmesQuery({ ids: ids.slice(0, 100), rows: 100 }), placeholderData: keepPreviousData }
  const programmes = useQuery({ ...named, enabled: ids.length > 0 }).data?.items
  const series = useQuery(seriesQuery).data?.find(({ id }) => id === entry.id)
  const programme = isSeries ? undefined : programmes?.find(({ id }) => id === entry.id)
  const found = isSeries ? series : programme
  return { title: found === undefined ? t('list.untitled') : chineseName(found.title) || t('list.untitled'), status: programme?.status }
}

type SearchProps = { readonly entries: readonly RailEntry[]; readonly onAdd: (entry: RailEntry) => void }

/** By words of the title; what is in already is not offered again. */
const EntrySearch = ({ entries, onAdd }: SearchProps): ReactNode => {
  const { t } = useTranslation()
  const [typed, setTyped] = useState('')
  const q = useDeferredValue(typed.trim())
  const programmes = useQuery({ ...programmesQuery(q === '' ? {} : { q }), placeholderData: keepPreviousData })
  const series = useQuery(seriesQuery).data ?? []
  const isNew = (entry: RailEntry): boolean => !entries.some((one) => isSameEntry(one, entry))
  const found: { readonly entry: RailEntry; readonly label: string }[] = [
    ...series
      .filter(({ title }) => Object.values(title).some((text) => text?.includes(q)))
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
