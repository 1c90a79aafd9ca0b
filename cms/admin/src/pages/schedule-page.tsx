import { useQuery } from '@tanstack/react-query'
import type { ScheduleEntry } from '@ulan/contract'
import { Alert, Button, Empty, Table, Tag } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { serverClock } from '../data/api-client.ts'
import { formatDateTime } from '../data/formatters.ts'
import { asProblemError } from '../data/problem-error.ts'
import { isOverdue } from '../data/schedule-view.ts'
import { scheduleQuery } from '../data/staff-queries.ts'
import { routeHash } from '../routes.ts'
import { useMissedWords } from './schedule-lines.tsx'
import { useProblemText } from './use-problem-text.ts'

/** What goes out and is taken off by itself, and when; on top what should have and did not. */
export const SchedulePage = (): ReactNode => {
  const { t } = useTranslation()
  const { ofProblem } = useProblemText()
  const schedule = useQuery(scheduleQuery)
  return (
    <>
      <div className="page-head">
        <h1 className="grow">{t('nav.schedule')}</h1>
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
        <ScheduleTable entries={schedule.data ?? []} isPending={schedule.isPending} />
      )}
    </>
  )
}

const ScheduleTable = ({ entries, isPending }: { readonly entries: readonly ScheduleEntry[]; readonly isPending: boolean }): ReactNode => {
  const { t } = useTranslation()
  return (
    <Table<ScheduleEntry>
      rowKey={({ programmeId, act, at }) => `${programmeId} ${act} ${at}`}
      dataSource={[...entries]}
      loading={isPending}
      pagination={{ pageSize: 20, hideOnSinglePage: true }}
      locale={{ emptyText: <Empty description={t('schedule.empty')} /> }}
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
  const { problem, reason } = entry
  if (problem !== undefined) {
    return (
      <>
        <Tag color="error">{t('schedule.states.missed')}</Tag> <span className="small">{words(problem)}</span>
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
