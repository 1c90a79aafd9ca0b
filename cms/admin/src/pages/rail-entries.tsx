import { ArrowDownOutlined, ArrowUpOutlined, CloseOutlined } from '@ant-design/icons'
import type { RailEntry } from '@ulan/contract'
import { Button, Form, Tag } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { moved } from '../data/home-edit.ts'
import { EntrySearch, type EntryWords, useEntryWords } from './entry-search.tsx'
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
      <EntrySearch id="rail-search" entries={entries} onAdd={(entry) => onChange([...entries, entry])} />
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
      <EntryName title={title} isGone={isGone} isSeries={isSeries} {...(status && { status })} />
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

/** What a thing in a rail is called, and what keeps it from viewers. */
export const EntryName = ({ title, status, isGone, isSeries }: EntryWords & Pick<LineProps, 'isSeries'>): ReactNode => {
  const { t } = useTranslation()
  return (
    <span className="grow ellipsis">
      {isSeries ? <span className="muted">{t('series.title')} </span> : null}
      {title} {status === undefined || status === 'published' ? null : <StatusTag status={status} />}
      {isGone ? <Tag color="error">{t('home.gone')}</Tag> : null}
    </span>
  )
}
