import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { AuditRecord } from '@ulan/contract'
import problems from '@ulan/contract/locales/zh-Hans/problem.json'
import { Empty, Table, type TableColumnsType, Tag } from 'antd'
import { type ReactNode, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import words from '../../locales/zh-Hans/admin.json'
import { type AuditAction, auditLink, programmesIn } from '../data/audit-view.ts'
import { chineseName } from '../data/choices.ts'
import { formatDateTime } from '../data/formatters.ts'
import { accountsQuery, programmesQuery, seriesQuery } from '../data/staff-queries.ts'

const OUTCOME_COLOUR = { done: 'success', refused: 'warning', unknown: 'error' } as const

type Props = { readonly records: readonly AuditRecord[]; readonly isPending: boolean }

export const AuditTable = ({ records, isPending }: Props): ReactNode => {
  const { t } = useTranslation()
  const columns = useColumns(records)
  return (
    <Table<AuditRecord>
      size="middle"
      tableLayout="fixed"
      rowKey="seq"
      columns={columns}
      loading={isPending}
      dataSource={[...records]}
      pagination={false}
      locale={{ emptyText: <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('audit.empty')} /> }}
    />
  )
}

/** A server that is newer may name what this page has no words for. */
const isKnown = (action: string): action is AuditAction => action in words.audit.actions
type ProblemKey = Exclude<keyof typeof problems, 'fields'>
const isProblem = (name: string | undefined): name is ProblemKey => name !== undefined && name !== 'fields' && name in problems

function useColumns(records: readonly AuditRecord[]): TableColumnsType<AuditRecord> {
  const { t } = useTranslation(['admin', 'problem'])
  const names = useTargetNames(records)
  return [
    { key: 'at', title: t('audit.at'), width: 170, render: (_, { at }) => formatDateTime(at) },
    {
      key: 'by',
      title: t('audit.by'),
      width: 230,
      render: (_, { by, address }) => (
        <>
          {by.name} <span className="muted small">{t(`role.${by.role}`)}</span>
          <div className="muted small ellipsis">
            {by.email} · {address}
          </div>
        </>
      ),
    },
    {
      key: 'action',
      title: t('audit.action'),
      width: 190,
      render: (_, { action }) => t(isKnown(action) ? `audit.actions.${action}` : 'audit.other'),
    },
    { key: 'target', title: t('audit.target'), render: (_, record) => <Target record={record} names={names} /> },
    {
      key: 'outcome',
      title: t('audit.outcome'),
      width: 260,
      render: (_, { outcome, problem }) => (
        <>
          <Tag color={OUTCOME_COLOUR[outcome]}>{t(`audit.outcomes.${outcome}`)}</Tag>
          {isProblem(problem) ? <div className="muted small">{t(problem, { ns: 'problem' })}</div> : null}
        </>
      ),
    },
  ]
}

/** By the name that people know it by; what has none is told by the deed alone. */
const Target = ({ record, names }: { readonly record: AuditRecord; readonly names: ReadonlyMap<string, string> }): ReactNode => {
  const name = record.target === undefined ? undefined : names.get(record.target)
  if (name === undefined) return null
  const href = auditLink(record)
  return href === undefined ? <span className="ellipsis">{name}</span> : <a href={href}>{name}</a>
}

function useTargetNames(records: readonly AuditRecord[]): ReadonlyMap<string, string> {
  const ids = programmesIn(records)
  const programmes = useQuery({ ...programmesQuery({ ids, rows: 100 }), enabled: ids.length > 0, placeholderData: keepPreviousData }).data
    ?.items
  const series = useQuery(seriesQuery).data
  const accounts = useQuery(accountsQuery).data
  return useMemo(
    () =>
      new Map<string, string>([
        ...[...(programmes ?? []), ...(series ?? [])].map(({ id, title }) => [id, chineseName(title)] as const),
        ...(accounts ?? []).map(({ id, name }) => [id, name] as const),
      ]),
    [programmes, series, accounts],
  )
}
