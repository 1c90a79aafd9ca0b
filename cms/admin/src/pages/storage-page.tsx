import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { formatCount, type StorageReport } from '@ulan/contract'
import { Alert, Button, Card, Spin, Table, type TableColumnsType } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { StorageBar } from '../components/storage-bar.tsx'
import { api } from '../data/api-client.ts'
import { formatBytes, formatDateTime } from '../data/formatters.ts'
import { asProblemError } from '../data/problem-error.ts'
import { sessionQuery, storageQuery } from '../data/staff-queries.ts'
import { barParts, type KindRow, kindRows, spaceOf, TIGHT_PERCENT } from '../data/storage-view.ts'
import { LeavingSection } from './leaving-section.tsx'
import { RetentionSection } from './retention-section.tsx'
import { StoredTitles } from './stored-titles.tsx'
import { useProblemText } from './use-problem-text.ts'
import { useAgo } from './use-time-words.ts'

/** For whoever is called when the disk is full: how full, with what, what goes by itself, and what can be deleted now. */
export const StoragePage = (): ReactNode => {
  const { t } = useTranslation()
  const { ofProblem } = useProblemText()
  const storage = useQuery(storageQuery)
  if (storage.isError) return <Alert type="error" showIcon title={ofProblem(asProblemError(storage.error).problem)} />
  return (
    <>
      <div className="page-head">
        <h1 className="grow">{t('nav.storage')}</h1>
        {storage.isPending ? null : <CountState report={storage.data} />}
      </div>
      {storage.isPending ? <Spin /> : <Report report={storage.data} />}
    </>
  )
}

const Report = ({ report }: { readonly report: StorageReport }): ReactNode => {
  const { t } = useTranslation()
  const { counted } = report
  const mayDelete = useQuery(sessionQuery).data?.permissions.includes('publish') === true
  return (
    <div className="storage">
      <SpaceNotice report={report} />
      <DiskSection report={report} />
      {counted === undefined ? (
        <Alert type="info" showIcon title={t('storage.firstCount')} />
      ) : (
        <>
          <LeavingSection leaving={counted.leaving} />
          <RetentionSection />
          <StoredTitles
            heading={t('storage.unusedTitle')}
            hint={t(mayDelete ? 'storage.unusedHint' : 'storage.unusedMayNot')}
            empty={t('storage.unusedNone')}
            titles={counted.unused}
          />
          <StoredTitles
            heading={t('storage.titlesTitle')}
            hint={counted.titlesLeftOut === 0 ? undefined : t('storage.titlesLeftOut', { count: counted.titlesLeftOut })}
            empty={t('storage.titlesNone')}
            titles={counted.titles}
          />
        </>
      )}
    </div>
  )
}

/** How old the figures are, and the wish for newer ones. */
const CountState = ({ report }: { readonly report: StorageReport }): ReactNode => {
  const { t } = useTranslation()
  const client = useQueryClient()
  const count = useMutation({
    mutationFn: api.countStorage,
    onSuccess: (begun) => client.setQueryData(storageQuery.queryKey, begun),
  })
  const { counting, counted } = report
  const isCounting = count.isPending || counting !== undefined
  const ago = useAgo()
  return (
    <>
      <span className="muted small" role="status">
        {counting !== undefined
          ? t('storage.counting', { percent: Math.floor((counting.done / Math.max(1, counting.total)) * 100) })
          : counted === undefined
            ? null
            : t('storage.counted', { ago: ago(counted.at) })}
      </span>
      <Button
        title={counted === undefined ? undefined : formatDateTime(counted.at)}
        loading={isCounting}
        aria-disabled={isCounting}
        onClick={() => count.mutate()}
      >
        {t('storage.again')}
      </Button>
    </>
  )
}

const SpaceNotice = ({ report }: { readonly report: StorageReport }): ReactNode => {
  const { t } = useTranslation()
  const space = spaceOf(report)
  if (space === 'enough') return null
  return (
    <Alert
      type={space === 'full' ? 'error' : 'warning'}
      showIcon
      title={space === 'full' ? t('storage.full') : t('storage.tight', { percent: TIGHT_PERCENT })}
    />
  )
}

const DiskSection = ({ report }: { readonly report: StorageReport }): ReactNode => {
  const { t } = useTranslation()
  const { disk, place, counted } = report
  const sizes = { free: formatBytes(disk.freeBytes), total: formatBytes(disk.totalBytes) }
  const parts = barParts(report).map(({ name, bytes, share }) => ({
    ...{ name, share, size: formatBytes(bytes) },
    label: t(`storage.kind.${name}`),
  }))
  const columns: TableColumnsType<KindRow> = [
    { key: 'kind', title: t('storage.kindTitle'), width: 140, render: (_, { kind }) => t(`storage.kind.${kind}`) },
    { key: 'size', title: t('storage.size'), width: 130, align: 'end', render: (_, { bytes }) => <ByteCount bytes={bytes} /> },
    { key: 'files', title: t('storage.files'), width: 110, align: 'end', render: (_, { files }) => formatCount(files) },
    { key: 'meaning', title: t('storage.meaning'), render: (_, { kind }) => <span className="muted">{t(`storage.about.${kind}`)}</span> },
  ]
  return (
    <Card>
      <div className="storage-free">
        <strong>
          {place === 'disk'
            ? t('storage.free', sizes)
            : counted === undefined
              ? null
              : t('storage.inBucket', { bytes: formatBytes(counted.bytes) })}
        </strong>
        <span className="muted">{place === 'disk' ? t('storage.total', sizes) : t('storage.bucketDisk', sizes)}</span>
      </div>
      <StorageBar label={t('storage.bar')} parts={parts} />
      {counted === undefined ? null : (
        <Table<KindRow>
          size="small"
          style={{ marginBlockStart: 20 }}
          rowKey="kind"
          columns={columns}
          dataSource={[...kindRows(report)]}
          pagination={false}
        />
      )}
    </Card>
  )
}

/** Rounded for reading; to the byte for whoever compares it. */
const ByteCount = ({ bytes }: { readonly bytes: number }): ReactNode => <span title={`${bytes} B`}>{formatBytes(bytes)}</span>
