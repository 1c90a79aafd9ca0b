import { useQuery } from '@tanstack/react-query'
import { isVertical, LOCALES, type Locale } from '@ulan/contract'
import { Alert, Button, Empty, Segmented, Table, type TableColumnsType } from 'antd'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { asProblemError } from '../data/problem-error.ts'
import { countRows, filterRows, type RecordingFilter, type RecordingRow, recordingRows } from '../data/recording-rows.ts'
import { recordingsQuery, spokenTextsQuery } from '../data/staff-queries.ts'
import { RecordingActions } from './recording-actions.tsx'
import { useProblemText } from './use-problem-text.ts'
import { useAgo } from './use-time-words.ts'

const FILTERS = ['all', 'missing', 'recorded'] as const satisfies readonly RecordingFilter[]
const PAGE_ROWS = 20

/** What viewers have read aloud, and what people have recorded of it: no device speaks traditional Mongolian by itself. */
export const RecordingsPage = (): ReactNode => {
  const { t } = useTranslation()
  const { ofProblem } = useProblemText()
  const [locale, setLocale] = useState<Locale>('mn-Mong')
  const texts = useQuery(spokenTextsQuery(locale))
  const recordings = useQuery(recordingsQuery(locale))
  const rows = recordingRows(texts.data ?? [], recordings.data ?? [])
  const error = texts.error ?? recordings.error
  return (
    <>
      <div className="page-head">
        <h1 className="grow">{t('nav.recordings')}</h1>
        <Segmented<Locale>
          aria-label={t('recordings.language')}
          value={locale}
          onChange={setLocale}
          options={LOCALES.map((value) => ({ value, label: t(`tracks.written.${value}`) }))}
        />
      </div>
      <p className="muted">{t('recordings.hint')}</p>
      {error === null ? (
        <RecordingTable locale={locale} rows={rows} isPending={texts.isPending || recordings.isPending} />
      ) : (
        <Alert
          type="error"
          showIcon
          title={ofProblem(asProblemError(error).problem)}
          action={
            <Button onClick={() => void Promise.all([texts.refetch(), recordings.refetch()])}>{t('action.retry', { ns: 'common' })}</Button>
          }
        />
      )}
    </>
  )
}

type TableProps = { readonly locale: Locale; readonly rows: readonly RecordingRow[]; readonly isPending: boolean }

const RecordingTable = ({ locale, rows, isPending }: TableProps): ReactNode => {
  const { t } = useTranslation()
  const [filter, setFilter] = useState<RecordingFilter>('all')
  const columns = useColumns(locale)
  return (
    <>
      <div className="page-head">
        <Segmented<RecordingFilter>
          aria-label={t('recordings.filter')}
          value={filter}
          onChange={setFilter}
          options={FILTERS.map((value) => ({ value, label: t(`recordings.show.${value}`) }))}
        />
        <span className="muted" role="status">
          {isPending ? null : t('recordings.count', countRows(rows))}
        </span>
      </div>
      <Table<RecordingRow>
        tableLayout="fixed"
        rowKey="text"
        columns={columns}
        loading={isPending}
        dataSource={[...filterRows(rows, filter)]}
        pagination={{ pageSize: PAGE_ROWS, hideOnSinglePage: true, showSizeChanger: false }}
        locale={{ emptyText: <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t(`recordings.empty.${filter}`)} /> }}
      />
    </>
  )
}

function useColumns(locale: Locale): TableColumnsType<RecordingRow> {
  const { t } = useTranslation()
  return [
    { key: 'place', title: t('recordings.place'), width: 130, render: (_, { place }) => t(`recordings.places.${place}`) },
    {
      key: 'text',
      title: t('recordings.text'),
      render: (_, { text }) => (
        <div lang={locale} className={isVertical(locale) ? 'column-text recording-column' : undefined}>
          {text}
        </div>
      ),
    },
    { key: 'recording', title: t('recordings.recording'), width: 340, render: (_, row) => <RecordingCell row={row} /> },
    { key: 'actions', title: '', width: 330, render: (_, row) => <RecordingActions locale={locale} row={row} /> },
  ]
}

const RecordingCell = ({ row: { text, recording } }: { readonly row: RecordingRow }): ReactNode => {
  const { t } = useTranslation()
  const ago = useAgo()
  if (recording === undefined) return <span className="muted">{t('recordings.none')}</span>
  return (
    <div className="recording-sound">
      {/* What it says stands beside it. */}
      {/* biome-ignore lint/a11y/useMediaCaption: the text itself is its caption */}
      <audio controls preload="none" src={recording.url} aria-label={t('recordings.playOf', { text })} />
      <span className="muted small">{t('recordings.facts', { seconds: recording.seconds, ago: ago(recording.addedAt) })}</span>
    </div>
  )
}
