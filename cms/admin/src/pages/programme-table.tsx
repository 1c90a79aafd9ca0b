import type { StaffProgramme, StaffProgrammePage } from '@ulan/contract'
import { PAGE_ROWS } from '@ulan/contract'
import { Button, Empty, Table, type TableColumnsType } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { PosterThumb } from '../components/poster-thumb.tsx'
import { formatDateTime } from '../data/formatters.ts'
import { changedView, isFiltered, type ListView } from '../data/list-view.ts'
import { useNewsroom, useUploads } from '../newsroom.ts'
import { goTo, routeHash } from '../routes.ts'
import { PageStep } from './page-step.tsx'
import { AssetState, StatusTag } from './status-tags.tsx'
import { useAgo } from './use-time-words.ts'

type Props = { readonly view: ListView; readonly page: StaffProgrammePage | undefined; readonly isPending: boolean }

/** A page of the list; each row opens its programme. */
export const ProgrammeTable = ({ view, page, isPending }: Props): ReactNode => {
  const { t } = useTranslation()
  const columns = useColumns()
  return (
    <Table<StaffProgramme>
      className="clickable-rows"
      tableLayout="fixed"
      rowKey="id"
      columns={columns}
      loading={isPending}
      dataSource={page?.items ?? []}
      pagination={{
        current: view.page ?? 1,
        pageSize: PAGE_ROWS,
        total: page?.total ?? 0,
        hideOnSinglePage: true,
        showSizeChanger: false,
        showTotal: (count) => t('list.total', { count }),
        onChange: (number) => {
          goTo({ page: 'programmes', view: changedView(view, { page: number === 1 ? undefined : number }) })
          window.scrollTo({ top: 0 })
        },
        itemRender: (_page, kind, element) => <PageStep kind={kind}>{element}</PageStep>,
      }}
      onRow={({ id }) => ({ onClick: () => goTo({ page: 'programme', id }) })}
      locale={{ emptyText: <NothingHere view={view} isPending={isPending} /> }}
    />
  )
}

/** Why the list is empty, and what to do. */
const NothingHere = ({ view, isPending }: Pick<Props, 'view' | 'isPending'>): ReactNode => {
  const { t } = useTranslation()
  const { status, ...others } = view
  // The words of a filter that leaves nothing, above all of one that came by a link, may be out of sight.
  const isSought = isFiltered(others) || status !== undefined
  if (isPending) return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('list.loading')} />
  return (
    <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t(isSought ? 'list.nothing' : 'list.empty')}>
      {isSought ? <Button onClick={() => goTo({ page: 'programmes' })}>{t('list.showAll')}</Button> : null}
    </Empty>
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
      render: (_, { status, isChanged, licence }) => (
        <StatusTag status={status} isChanged={status === 'published' && isChanged} licence={licence} />
      ),
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
