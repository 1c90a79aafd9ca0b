import { SearchOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import type { StaffProgramme } from '@ulan/contract'
import { Alert, Button, Empty, Input, Segmented, Table, type TableColumnsType } from 'antd'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DropZone } from '../components/drop-zone.tsx'
import { PosterThumb } from '../components/poster-thumb.tsx'
import { formatDateTime } from '../data/formatters.ts'
import { asProblemError } from '../data/problem-error.ts'
import { countByStatus, filterProgrammes, type StatusFilter } from '../data/programme-rows.ts'
import { programmesQuery, sessionQuery } from '../data/staff-queries.ts'
import { useNewsroom, useUploads } from '../newsroom.ts'
import { goTo, routeHash } from '../routes.ts'
import { RefusedFiles } from './refused-files.tsx'
import { AssetState, StatusTag } from './status-tags.tsx'
import { useDropWords } from './use-drop-words.ts'
import { useFileIntake } from './use-file-intake.ts'
import { useProblemText } from './use-problem-text.ts'
import { useAgo } from './use-time-words.ts'

const FILTERS = ['all', 'draft', 'published', 'taken-down'] as const satisfies readonly StatusFilter[]
const PAGE_ROWS = 20

export const ProgrammesPage = (): ReactNode => {
  const { t } = useTranslation()
  const problemText = useProblemText()
  const dropWords = useDropWords(true)
  const intake = useFileIntake()
  const [status, setStatus] = useState<StatusFilter>('all')
  const [search, setSearch] = useState('')
  const programmes = useQuery(programmesQuery)
  const all = programmes.data ?? []
  const counts = countByStatus(all)
  const mayEdit = useQuery(sessionQuery).data?.permissions.includes('edit') === true
  const columns = useColumns()
  return (
    <>
      <div className="page-head">
        <h1 className="grow">{t('nav.programmes')}</h1>
        <Input
          type="search"
          prefix={<SearchOutlined aria-hidden />}
          style={{ inlineSize: 260 }}
          placeholder={t('list.search')}
          aria-label={t('list.search')}
          onChange={(event) => setSearch(event.target.value)}
        />
      </div>
      {mayEdit ? (
        <DropZone
          words={dropWords}
          isTall={programmes.isSuccess && all.length === 0}
          isMultiple
          onFiles={(files) => void intake.take(files)}
        />
      ) : null}
      <RefusedFiles files={intake.refused} onClose={intake.forget} />
      <InterruptedNotice />
      {programmes.isError ? (
        <Alert
          type="error"
          showIcon
          style={{ marginBlockEnd: 16 }}
          title={problemText.ofProblem(asProblemError(programmes.error).problem)}
          action={<Button onClick={() => void programmes.refetch()}>{t('action.retry', { ns: 'common' })}</Button>}
        />
      ) : null}
      <div className="list-filters">
        <Segmented<StatusFilter>
          value={status}
          onChange={setStatus}
          options={FILTERS.map((value) => ({ value, label: `${t(`status.${value}`)} ${counts[value]}` }))}
        />
        <a href={routeHash({ page: 'trash' })}>{t('trash.open')}</a>
      </div>
      <Table<StaffProgramme>
        className="clickable-rows"
        tableLayout="fixed"
        rowKey="id"
        columns={columns}
        loading={programmes.isPending}
        dataSource={[...filterProgrammes(all, status, search)]}
        pagination={{
          pageSize: PAGE_ROWS,
          hideOnSinglePage: true,
          showSizeChanger: false,
          itemRender: (_page, kind, element) => <PageStep kind={kind}>{element}</PageStep>,
        }}
        onRow={({ id }) => ({ onClick: () => goTo({ page: 'programme', id }) })}
        locale={{ emptyText: <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('list.empty')} /> }}
      />
    </>
  )
}

/** The arrows beside the page numbers name themselves to those who do not see them. */
const PageStep = ({ kind, children }: { readonly kind: string; readonly children: ReactNode }): ReactNode => {
  const { t } = useTranslation()
  if (kind !== 'prev' && kind !== 'next') return children
  return (
    <button type="button" className="ant-pagination-item-link" aria-label={t(kind === 'prev' ? 'list.previous' : 'list.next')}>
      {kind === 'prev' ? '‹' : '›'}
    </button>
  )
}

function useColumns(): TableColumnsType<StaffProgramme> {
  const { t } = useTranslation()
  const uploads = useUploads()
  const ago = useAgo()
  return [
    { key: 'title', title: t('list.programme'), render: (_, programme) => <TitleCell programme={programme} /> },
    { key: 'kind', title: t('field.kind'), width: 120, render: (_, { kind }) => t(`kind.${kind}`) },
    {
      key: 'status',
      title: t('list.status'),
      width: 120,
      render: (_, { status, isChanged }) => <StatusTag status={status} isChanged={status === 'published' && isChanged} />,
    },
    {
      key: 'asset',
      title: t('list.video'),
      width: 190,
      render: (_, { id, asset }) => <AssetState asset={asset} upload={uploads.find((upload) => upload.programmeId === id)} />,
    },
    {
      key: 'updated',
      title: t('list.updated'),
      width: 160,
      render: (_, { updatedAt }) => (
        <span className="muted" title={formatDateTime(updatedAt)}>
          {ago(updatedAt)}
        </span>
      ),
    },
  ]
}

const TitleCell = ({ programme }: { readonly programme: StaffProgramme }): ReactNode => {
  const { t } = useTranslation()
  const mongolian = programme.title['mn-Mong'] ?? ''
  // Drafts without a title yet are told apart by the file on its way to them.
  const { pending } = useNewsroom()
  const upload = useUploads().find(({ programmeId }) => programmeId === programme.id)
  const sentFileName = (upload ?? pending.forProgramme(programme.id))?.fileName
  return (
    <div className="title-cell">
      <PosterThumb url={(programme.posters ?? programme.asset?.posters)?.small} />
      <span className="column-text" lang="mn-Mong">
        {mongolian}
      </span>
      <div style={{ minInlineSize: 0 }}>
        <a href={routeHash({ page: 'programme', id: programme.id })} style={{ color: 'inherit' }}>
          <strong className="ellipsis">{programme.title['zh-Hans'] || t('list.untitled')}</strong>
        </a>
        <div className="muted small ellipsis">
          {programme.isSample ? `${t('list.sample')} · ` : ''}
          {programme.asset?.fileName ?? sentFileName ?? ''}
        </div>
      </div>
    </div>
  )
}

/** Uploads that a closed window cut short: the browser may not reopen a file by itself. */
const InterruptedNotice = (): ReactNode => {
  const { t } = useTranslation()
  const { pending } = useNewsroom()
  const active = new Set(useUploads().map((upload) => upload.programmeId))
  const cut = pending.list().filter((entry) => !active.has(entry.programmeId))
  if (cut.length === 0) return null
  const lines = cut.map((entry) => (
    <div key={entry.programmeId}>
      {t('upload.cut', { fileName: entry.fileName, percent: Math.floor((100 * entry.sentBytes) / entry.sizeBytes) })}
    </div>
  ))
  return <Alert type="warning" showIcon title={lines} style={{ marginBlockEnd: 16 }} />
}
