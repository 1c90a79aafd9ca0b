import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { AssetUse, ProgrammeId, StoredTitle } from '@ulan/contract'
import { Alert, App, Button, Card, Table, type TableColumnsType } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../data/api-client.ts'
import { formatBytes, formatDateTime } from '../data/formatters.ts'
import { asProblemError } from '../data/problem-error.ts'
import { forgetProgramme, sessionQuery, storageQuery } from '../data/staff-queries.ts'
import { onlyDraftOf, partRows, withoutTitle } from '../data/storage-view.ts'
import { routeHash } from '../routes.ts'
import { StatusTag } from './status-tags.tsx'
import { useProblemText } from './use-problem-text.ts'

const PAGE_ROWS = 10

type Props = {
  readonly heading: string
  readonly hint: string | undefined
  readonly empty: string
  readonly titles: readonly StoredTitle[]
}

/** Titles by their size, with what they are made of, who has them, and the way out for those that nobody needs. */
export const StoredTitles = ({ heading, hint, empty, titles }: Props): ReactNode => {
  const { t } = useTranslation()
  const { ofProblem, ofField } = useProblemText()
  const mayDelete = useQuery(sessionQuery).data?.permissions.includes('publish') === true
  const deletion = useTitleDeletion()
  const columns: TableColumnsType<StoredTitle> = [
    { key: 'file', title: t('storage.file'), ellipsis: true, render: (_, title) => <FileCell title={title} /> },
    { key: 'uses', title: t('storage.usedBy'), width: 300, render: (_, { uses }) => <UsesCell uses={uses} /> },
    { key: 'parts', title: t('storage.parts'), width: 260, render: (_, title) => <PartsCell title={title} /> },
    { key: 'size', title: t('storage.size'), width: 110, align: 'end', render: (_, { bytes }) => <strong>{formatBytes(bytes)}</strong> },
    ...(mayDelete
      ? [
          {
            key: 'action',
            title: t('storage.action'),
            width: 170,
            render: (_: unknown, title: StoredTitle) => <DeleteCell title={title} ask={deletion.ask} />,
          },
        ]
      : []),
  ]
  return (
    <Card title={heading}>
      {hint === undefined || titles.length === 0 ? null : (
        <p className="muted small" style={{ marginBlockStart: 0 }}>
          {hint}
        </p>
      )}
      {deletion.problem === undefined ? null : (
        <Alert
          type="error"
          showIcon
          style={{ marginBlockEnd: 12 }}
          title={ofProblem(deletion.problem.problem)}
          description={deletion.problem.fields.map(ofField).join(' ') || undefined}
        />
      )}
      {titles.length === 0 ? (
        <span className="muted">{empty}</span>
      ) : (
        <Table<StoredTitle>
          size="small"
          tableLayout="fixed"
          rowKey="assetId"
          columns={columns}
          dataSource={[...titles]}
          pagination={{ pageSize: PAGE_ROWS, hideOnSinglePage: true, showSizeChanger: false }}
        />
      )}
    </Card>
  )
}

const FileCell = ({ title }: { readonly title: StoredTitle }): ReactNode => (
  <>
    <div className="ellipsis" title={title.fileName}>
      {title.fileName}
    </div>
    <span className="muted small">{formatDateTime(title.createdAt)}</span>
  </>
)

const UsesCell = ({ uses }: { readonly uses: readonly AssetUse[] }): ReactNode => {
  const { t } = useTranslation()
  if (uses.length === 0) return <span className="muted">{t('storage.unusedBy')}</span>
  return (
    <div className="storage-uses">
      {uses.map(({ kind, id, title, status }) =>
        kind === 'series' ? (
          <span key={id}>{t('storage.series', { title })}</span>
        ) : (
          <span key={id}>
            <a href={routeHash({ page: 'programme', id: id as ProgrammeId })}>{title || t('list.untitled')}</a>{' '}
            {status === undefined ? null : <StatusTag status={status} />}
          </span>
        ),
      )}
    </div>
  )
}

const PartsCell = ({ title }: { readonly title: StoredTitle }): ReactNode => {
  const { t } = useTranslation()
  return (
    <div className="storage-parts small">
      {partRows(title).map(({ kind, bytes }) => (
        <span key={kind}>
          <i className={`storage-dot is-${kind}`} />
          {t(`storage.kind.${kind}`)} {formatBytes(bytes)}
        </span>
      ))}
    </div>
  )
}

type DeleteProps = { readonly title: StoredTitle; readonly ask: (title: StoredTitle) => void }

const DeleteCell = ({ title, ask }: DeleteProps): ReactNode => {
  const { t } = useTranslation()
  const isDraft = onlyDraftOf(title) !== undefined
  if (title.uses.length > 0 && !isDraft) return null
  return (
    <Button danger size="small" onClick={() => ask(title)}>
      {t(isDraft ? 'storage.deleteWithDraft' : 'storage.delete')}
    </Button>
  )
}

type Deletion = { readonly ask: (title: StoredTitle) => void; readonly problem: ReturnType<typeof asProblemError> | undefined }

function useTitleDeletion(): Deletion {
  const { t } = useTranslation()
  const { message, modal } = App.useApp()
  const client = useQueryClient()
  const deletion = useMutation({
    mutationFn: async (title: StoredTitle) => {
      const draft = onlyDraftOf(title)
      if (draft !== undefined) {
        const id = draft.id as ProgrammeId // a programme's, by its kind
        await api.deleteProgramme({ id, rev: draft.rev })
        forgetProgramme(client, id)
      }
      await api.deleteAsset(title.assetId)
    },
    onSuccess: (_, { assetId }) => {
      client.setQueryData(storageQuery.queryKey, (report) => report && withoutTitle(report, assetId))
      void message.success(t('storage.deleted'))
    },
  })
  const ask = (title: StoredTitle): void => {
    const draft = onlyDraftOf(title)
    modal.confirm({
      title: t('storage.deleteAsk', { fileName: title.fileName }),
      content: [
        t('storage.deleteHint', { bytes: formatBytes(title.bytes) }),
        ...(draft === undefined ? [] : [t('storage.deleteDraftHint', { title: draft.title || t('list.untitled') })]),
      ].join(''),
      okText: t('storage.deleteConfirm'),
      okButtonProps: { danger: true },
      onOk: () => deletion.mutate(title),
    })
  }
  return { ask, problem: deletion.isError ? asProblemError(deletion.error) : undefined }
}
