import { useQuery } from '@tanstack/react-query'
import type { ScheduleEntry } from '@ulan/contract'
import { Alert, Button, Empty, Segmented, Table, Tag } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { SearchField } from '../components/search-field.tsx'
import { oneOf } from '../data/address-fields.ts'
import { serverClock } from '../data/api-client.ts'
import { formatDateTime } from '../data/formatters.ts'
import { asProblemError } from '../data/problem-error.ts'
import { ENTRY_FILTERS, type EntryFilter, filterEntries, isOverdue } from '../data/schedule-view.ts'
import { scheduleQuery } from '../data/staff-queries.ts'
import { routeHash } from '../routes.ts'
import { useHindranceWords, useMissedWords } from './schedule-lines.tsx'
import { type AddressFields, useAddressFields } from './use-address-fields.ts'
import { useProblemText } from './use-problem-text.ts'

/** What goes out and is taken off by itself, and when; on top what should have and did not. */
export const SchedulePage = (): ReactNode => {
  const { t } = useTranslation()
  const { ofProblem } = useProblemText()
  const schedule = useQuery(scheduleQuery)
  const { fields, words, choose, search, paging } = useAddressFields('schedule')
  const filter = oneOf(ENTRY_FILTERS, fields['act']) ?? 'all'
  return (
    <>
      <div className="page-head">
        <h1 className="grow">{t('nav.schedule')}</h1>
        <Segmented<EntryFilter>
          aria-label={t('schedule.act')}
          value={filter}
          options={ENTRY_FILTERS.map((value) => ({ value, label: t(`schedule.filters.${value}`) }))}
          onChange={(act) => choose({ act: act === 'all' ? undefined : act })}
        />
        <SearchField label={t('list.searchTitle')} value={words} onSearch={search} />
      </div>
      <p className="muted">{t('schedule.pageHint')}</p>
      {schedule.isError ? (
        <Alert
          type="error"
          showIcon
          title={ofProblem(asProblemError(schedule.error).problem)}
          action={<Button onClick={() => void schedule.refetch()}>{t('action.retry', { ns: 'common' })}</Button>}
        />
      ) : (
        <ScheduleTable
          entries={filterEntries(schedule.data ?? [], filter, words)}
          isPending={schedule.isPending}
          paging={paging}
          isFiltered={filter !== 'all' || words !== ''}
        />
      )}
    </>
  )
}

type TableProps = {
  readonly entries: readonly ScheduleEntry[]
  readonly isPending: boolean
  readonly paging: AddressFields['paging']
  readonly isFiltered: boolean
}

const ScheduleTable = ({ entries, isPending, paging, isFiltered }: TableProps): ReactNode => {
  const { t } = useTranslation()
  return (
    <Table<ScheduleEntry>
      rowKey={({ programmeId, act, at }) => `${programmeId} ${act} ${at}`}
      dataSource={[...entries]}
      loading={isPending}
      pagination={paging}
      locale={{ emptyText: <Empty description={t(isFiltered ? 'list.nothing' : 'schedule.empty')} /> }}
      columns={[
        { key: 'at', title: t('schedule.time'), width: 170, render: (_, { at }) => formatDateTime(at) },
        { key: 'act', title: t('schedule.act'), width: 110, render: (_, { act }) => t(`schedule.acts.${act}`) },
        {
          key: 'title',
          title: t('list.programme'),
          render: (_, { programmeId, title }) => (
            <a href={routeHash({ page: 'programme', id: programmeId })}>{title['zh-Hans'] || t('list.untitled')}</a>
          ),
        },
        { key: 'state', title: t('list.status'), render: (_, entry) => <EntryState entry={entry} /> },
        { key: 'by', title: t('schedule.by'), width: 160, render: (_, { by }) => by?.name ?? '' },
      ]}
    />
  )
}

const EntryState = ({ entry }: { readonly entry: ScheduleEntry }): ReactNode => {
  const { t } = useTranslation()
  const words = useMissedWords()
  const hindranceWords = useHindranceWords()
  const { problem, hindrance, reason } = entry
  if (problem !== undefined) {
    return (
      <>
        <Tag color="error">{t('schedule.states.missed')}</Tag> <span className="small">{words(problem)}</span>
      </>
    )
  }
  if (hindrance !== undefined) {
    return (
      <>
        <Tag color="error">{t('schedule.states.hindered')}</Tag> <span className="small">{hindranceWords(hindrance)}</span>
      </>
    )
  }
  const isLate = isOverdue(entry, serverClock.at(Date.now()))
  return (
    <>
      <Tag color={isLate ? 'warning' : 'processing'}>{t(isLate ? 'schedule.states.late' : 'schedule.states.waiting')}</Tag>{' '}
      <span className="muted small">{reason}</span>
    </>
  )
}
