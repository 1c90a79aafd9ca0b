import { useQuery } from '@tanstack/react-query'
import type { QueuedReview } from '@ulan/contract'
import { Alert, Button, Empty, Segmented, Table, Tag } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { SearchField } from '../components/search-field.tsx'
import { oneOf } from '../data/address-fields.ts'
import { isTitled } from '../data/choices.ts'
import { formatDateTime } from '../data/formatters.ts'
import { asProblemError } from '../data/problem-error.ts'
import { filterQueue, QUEUE_FILTERS, type QueueFilter, signedCount } from '../data/review-view.ts'
import { reviewQueueQuery } from '../data/staff-queries.ts'
import { routeHash } from '../routes.ts'
import { StateTag } from './review-section.tsx'
import { type AddressFields, useAddressFields } from './use-address-fields.ts'
import { useProblemText } from './use-problem-text.ts'

/** What waits for signatures: first of all, for this person's. */
export const ReviewsPage = (): ReactNode => {
  const { t } = useTranslation()
  const { ofProblem } = useProblemText()
  const queue = useQuery(reviewQueueQuery)
  const { fields, words, choose, search, paging } = useAddressFields('reviews')
  const all = queue.data ?? []
  const mine = filterQueue(all, 'mine')
  const filter = oneOf(QUEUE_FILTERS, fields['of']) ?? (mine.length > 0 ? 'mine' : 'all')
  const rows = filterQueue(all, filter).filter(({ title }) => isTitled(title, words))
  return (
    <>
      <div className="page-head">
        <h1 className="grow">{t('nav.reviews')}</h1>
        <Segmented<QueueFilter>
          aria-label={t('review.filter')}
          value={filter}
          options={[
            { value: 'mine', label: t('review.mine', { count: mine.length }) },
            { value: 'all', label: t('review.all', { count: all.length }) },
          ]}
          onChange={(of) => choose({ of })}
        />
        <SearchField label={t('list.searchTitle')} value={words} onSearch={search} />
      </div>
      <p className="muted">{t('review.queueHint')}</p>
      {queue.isError ? (
        <Alert
          type="error"
          showIcon
          title={ofProblem(asProblemError(queue.error).problem)}
          action={<Button onClick={() => void queue.refetch()}>{t('action.retry', { ns: 'common' })}</Button>}
        />
      ) : (
        <QueueTable rows={rows} isPending={queue.isPending} paging={paging} isSearched={words !== ''} />
      )}
    </>
  )
}

type TableProps = {
  readonly rows: readonly QueuedReview[]
  readonly isPending: boolean
  readonly paging: AddressFields['paging']
  readonly isSearched: boolean
}

const QueueTable = ({ rows, isPending, paging, isSearched }: TableProps): ReactNode => {
  const { t } = useTranslation()
  return (
    <Table<QueuedReview>
      rowKey={({ review }) => review.programmeId}
      dataSource={[...rows]}
      loading={isPending}
      pagination={paging}
      locale={{ emptyText: <Empty description={t(isSearched ? 'list.nothing' : 'review.empty')} /> }}
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
              {review.submittedBy.name} · {formatDateTime(review.submittedAt)}
              {review.path === 'urgent' ? <Tag color="error">{t('review.urgent')}</Tag> : null}
            </span>
          ),
        },
      ]}
    />
  )
}
