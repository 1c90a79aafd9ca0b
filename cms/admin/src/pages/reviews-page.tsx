import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { QUEUE_SHARES, type QueuedReview, type QueueShare, REVIEW_PATHS, REVIEW_STEPS, type ReviewQueuePage } from '@ulan/contract'
import { Alert, Button, Empty, Segmented, Select, Table, Tag } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { SearchField } from '../components/search-field.tsx'
import { formatDateTime } from '../data/formatters.ts'
import { asProblemError } from '../data/problem-error.ts'
import { type QueueView, queueView, signedCount } from '../data/review-view.ts'
import { ownWaitingQuery, reviewQueueQuery } from '../data/staff-queries.ts'
import { routeHash } from '../routes.ts'
import { PageStep } from './page-step.tsx'
import { StateTag } from './review-section.tsx'
import { type AddressFields, useAddressFields, useStayInPages } from './use-address-fields.ts'
import { useProblemText } from './use-problem-text.ts'

/** What waits for signatures: first of all, for this person's. */
export const ReviewsPage = (): ReactNode => {
  const { t } = useTranslation()
  const { ofProblem } = useProblemText()
  const address = useAddressFields('reviews')
  const own = useQuery(ownWaitingQuery)
  const asked = queueView(address.fields)
  const view = { ...asked, of: asked.of ?? ((own.data ?? 0) > 0 ? 'mine' : 'all') } as const
  // Whose it is follows from how many are theirs, where the address does not say.
  const isKnown = asked.of !== undefined || !own.isPending
  const queue = useQuery({ ...reviewQueueQuery(view), enabled: isKnown, placeholderData: keepPreviousData })
  useStayInPages('reviews', address.paging, queue.isPlaceholderData ? undefined : queue.data?.total)
  return (
    <>
      <div className="page-head">
        <h1 className="grow">{t('nav.reviews')}</h1>
      </div>
      <p className="muted">{t('review.queueHint')}</p>
      <QueueFilters view={view} page={queue.data} address={address} />
      {queue.isError ? (
        <Alert
          type="error"
          showIcon
          title={ofProblem(asProblemError(queue.error).problem)}
          action={<Button onClick={() => void queue.refetch()}>{t('action.retry', { ns: 'common' })}</Button>}
        />
      ) : (
        <QueueTable page={queue.data} isPending={queue.isPending} paging={address.paging} isFiltered={isFiltered(asked)} />
      )}
    </>
  )
}

const isFiltered = ({ step, path, q }: QueueView): boolean => step !== undefined || path !== undefined || q !== undefined

type FilterProps = {
  readonly view: QueueView & { readonly of: QueueShare }
  readonly page: ReviewQueuePage | undefined
  readonly address: Pick<AddressFields, 'words' | 'choose' | 'search'>
}

/** What of the queue is looked at, with how much there is of each. */
const QueueFilters = ({ view, page, address: { words, choose, search } }: FilterProps): ReactNode => {
  const { t } = useTranslation()
  return (
    <div className="list-filters">
      <Segmented<QueueShare>
        aria-label={t('review.filter')}
        value={view.of}
        options={QUEUE_SHARES.map((value) => ({ value, label: t(`review.${value}`, { count: page?.counts[value] ?? 0 }) }))}
        onChange={(of) => choose({ of })}
      />
      <SearchField className="list-search" label={t('list.searchTitle')} value={words} onSearch={search} />
      <Select
        aria-label={t('review.stepFilter')}
        className="list-filter wide"
        allowClear
        value={view.step ?? null}
        placeholder={t('review.everyStep')}
        options={REVIEW_STEPS.map((value) => ({
          value,
          label: t('review.stepWaits', { step: t(`review.steps.${value}`), count: page?.steps[value] ?? 0 }),
        }))}
        onChange={(step) => choose({ step: step ?? undefined })}
      />
      <Select
        aria-label={t('review.pathFilter')}
        className="list-filter"
        allowClear
        value={view.path ?? null}
        placeholder={t('review.everyPath')}
        options={REVIEW_PATHS.map((value) => ({ value, label: t(`review.paths.${value}`) }))}
        onChange={(path) => choose({ path: path ?? undefined })}
      />
    </div>
  )
}

type TableProps = {
  readonly page: ReviewQueuePage | undefined
  readonly isPending: boolean
  readonly paging: AddressFields['paging']
  readonly isFiltered: boolean
}

const QueueTable = ({ page, isPending, paging, isFiltered }: TableProps): ReactNode => {
  const { t } = useTranslation()
  return (
    <Table<QueuedReview>
      rowKey={({ review }) => review.programmeId}
      dataSource={page?.items ?? []}
      loading={isPending}
      pagination={{
        ...paging,
        total: page?.total ?? 0,
        showTotal: (count) => t('list.total', { count }),
        itemRender: (_page, kind, element) => <PageStep kind={kind}>{element}</PageStep>,
      }}
      locale={{ emptyText: <Empty description={t(isFiltered ? 'list.nothing' : 'review.empty')} /> }}
      columns={[
        {
          key: 'title',
          title: t('review.programme'),
          render: (_, { review, title }) => (
            <a href={routeHash({ page: 'programme', id: review.programmeId })}>{title['zh-Hans'] || t('list.untitled')}</a>
          ),
        },
        { key: 'state', title: t('review.state'), render: (_, { review }) => <StateTag review={review} /> },
        {
          key: 'count',
          title: t('review.progress'),
          render: (_, { review }) => t('review.count', signedCount(review)),
        },
        {
          key: 'mine',
          title: t('review.mySteps'),
          render: (_, { mySteps }) =>
            mySteps.map((step) => (
              <Tag key={step} color="processing">
                {t(`review.steps.${step}`)}
              </Tag>
            )),
        },
        {
          key: 'submitted',
          title: t('review.submittedAt'),
          render: (_, { review }) => (
            <span className="small">
              {review.submittedBy.name} · {formatDateTime(review.submittedAt)}{' '}
              {review.path === 'urgent' ? <Tag color="error">{t('review.urgent')}</Tag> : null}
            </span>
          ),
        },
      ]}
    />
  )
}
