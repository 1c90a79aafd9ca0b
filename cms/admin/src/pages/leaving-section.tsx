import type { Leaving } from '@ulan/contract'
import { Card, Table, type TableColumnsType } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { formatBytes, formatDateTime } from '../data/formatters.ts'

const PAGE_ROWS = 5

/** What goes by itself, and when. */
export const LeavingSection = ({ leaving }: { readonly leaving: readonly Leaving[] }): ReactNode => {
  const { t } = useTranslation()
  const bytes = leaving.reduce((sum, one) => sum + one.bytes, 0)
  const columns: TableColumnsType<Leaving> = [
    { key: 'file', title: t('storage.file'), ellipsis: true, render: (_, { fileName }) => fileName },
    { key: 'what', title: t('storage.kindTitle'), width: 180, render: (_, { what }) => t(`storage.leavingWhat.${what}`) },
    { key: 'size', title: t('storage.size'), width: 130, align: 'end', render: (_, one) => formatBytes(one.bytes) },
    { key: 'at', title: '', width: 220, render: (_, { at }) => t('storage.leavingAt', { at: formatDateTime(at) }) },
  ]
  return (
    <Card title={t('storage.leavingTitle')} extra={leaving.length === 0 ? null : t('storage.leavingSum', { bytes: formatBytes(bytes) })}>
      {leaving.length === 0 ? (
        <span className="muted">{t('storage.leavingNone')}</span>
      ) : (
        <Table<Leaving>
          size="small"
          rowKey={({ assetId, what, at, bytes: size }) => `${assetId} ${what} ${at} ${size}`}
          columns={columns}
          dataSource={[...leaving]}
          pagination={{ pageSize: PAGE_ROWS, hideOnSinglePage: true, showSizeChanger: false }}
        />
      )}
    </Card>
  )
}
