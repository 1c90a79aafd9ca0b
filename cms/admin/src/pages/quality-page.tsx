import { useQuery } from '@tanstack/react-query'
import type { QualityDay } from '@ulan/contract'
import { Alert, Button, Empty, Segmented, Statistic, Table, type TableColumnsType } from 'antd'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { asProblemError } from '../data/problem-error.ts'
import { percentText, type QualityRow, qualityRows, qualitySums } from '../data/quality-view.ts'
import { qualityQuery } from '../data/staff-queries.ts'
import { useProblemText } from './use-problem-text.ts'

const SPANS = [7, 30, 90] as const
const PAGE_ROWS = 20

/** How films play in living rooms and on tablets: how much, how soon, and how often not. Nothing tells whose device it was. */
export const QualityPage = (): ReactNode => {
  const { t } = useTranslation()
  const { ofProblem } = useProblemText()
  const [days, setDays] = useState<number>(30)
  const quality = useQuery(qualityQuery(days))
  const rows = qualityRows(quality.data?.days ?? [])
  return (
    <>
      <div className="page-head">
        <h1 className="grow">{t('nav.quality')}</h1>
        <Segmented<number>
          aria-label={t('quality.span')}
          value={days}
          onChange={setDays}
          options={SPANS.map((value) => ({ value, label: t('quality.lastDays', { number: value }) }))}
        />
      </div>
      <p className="muted">{t('quality.hint')}</p>
      {quality.error === null ? (
        <>
          <Sums rows={rows} />
          <QualityTable rows={rows} isPending={quality.isPending} />
        </>
      ) : (
        <Alert
          type="error"
          showIcon
          title={ofProblem(asProblemError(quality.error).problem)}
          action={<Button onClick={() => void quality.refetch()}>{t('action.retry', { ns: 'common' })}</Button>}
        />
      )}
    </>
  )
}

const Sums = ({ rows }: { readonly rows: readonly QualityRow[] }): ReactNode => {
  const { t } = useTranslation()
  const { plays, hours, failedShare, stalledShare } = qualitySums(rows)
  return (
    <div className="quality-sums">
      <Statistic title={t('quality.plays')} value={plays} />
      <Statistic title={t('quality.hours')} value={hours} precision={1} />
      <Statistic title={t('quality.failed')} value={percentText(failedShare)} />
      <Statistic title={t('quality.stalled')} value={percentText(stalledShare)} />
    </div>
  )
}

type TableProps = { readonly rows: readonly QualityRow[]; readonly isPending: boolean }

const QualityTable = ({ rows, isPending }: TableProps): ReactNode => {
  const { t } = useTranslation()
  const mostPlays = Math.max(1, ...rows.map(({ plays }) => plays))
  const seconds = (ms: number | undefined): string => (ms === undefined ? '—' : t('quality.seconds', { number: (ms / 1000).toFixed(1) }))
  const columns: TableColumnsType<QualityRow> = [
    { key: 'day', title: t('quality.day'), width: 130, render: (_, { day }) => day },
    { key: 'device', title: t('quality.device'), width: 90, render: (_, { device }) => t(`quality.devices.${device}`) },
    {
      key: 'plays',
      title: t('quality.plays'),
      render: (_, { plays }) => (
        <div className="quality-bar" style={{ backgroundSize: `${(plays / mostPlays) * 100}% 100%` }}>
          {plays}
        </div>
      ),
    },
    { key: 'median', title: t('quality.startMedian'), width: 130, render: (_, { startMs }) => seconds(startMs?.median) },
    { key: 'ninth', title: t('quality.startNinth'), width: 130, render: (_, { startMs }) => seconds(startMs?.ninth) },
    { key: 'starts', title: t('quality.starts'), width: 210, render: (_, { starts }) => <StartClasses starts={starts} /> },
    { key: 'failed', title: t('quality.failed'), width: 110, render: (_, { failedShare }) => percentText(failedShare) },
    { key: 'stalled', title: t('quality.stalled'), width: 110, render: (_, { stalledShare }) => percentText(stalledShare) },
  ]
  return (
    <Table<QualityRow>
      tableLayout="fixed"
      rowKey="key"
      columns={columns}
      loading={isPending}
      dataSource={[...rows]}
      pagination={{ pageSize: PAGE_ROWS, hideOnSinglePage: true, showSizeChanger: false }}
      locale={{ emptyText: <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('quality.none')} /> }}
    />
  )
}

/** How many plays began within how many seconds, as a small chart; its words are for readers. */
const StartClasses = ({ starts }: Pick<QualityDay, 'starts'>): ReactNode => {
  const { t } = useTranslation()
  const most = Math.max(1, ...starts.map(({ plays }) => plays))
  const lastMs = Math.max(...starts.map(({ withinMs = 0 }) => withinMs))
  const nameOf = ({ withinMs }: QualityDay['starts'][number]): string =>
    withinMs === undefined ? t('quality.later', { seconds: lastMs / 1000 }) : t('quality.within', { seconds: withinMs / 1000 })
  const words = starts.map((one) => `${nameOf(one)} ${one.plays}`)
  return (
    <div className="quality-classes" role="img" aria-label={words.join(', ')} title={words.join('\n')}>
      {starts.map((one) => (
        <span key={nameOf(one)} style={{ blockSize: `${(one.plays / most) * 100}%` }} />
      ))}
    </div>
  )
}
