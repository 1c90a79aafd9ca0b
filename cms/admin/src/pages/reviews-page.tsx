import { useQuery } from '@tanstack/react-query'
import type { QueuedReview } from '@ulan/contract'
import { Alert, Button, Empty, Segmented, Table, Tag } from 'antd'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatDateTime } from '../data/formatters.ts'
import { asProblemError } from '../data/problem-error.ts'
import { filterQueue, type QueueFilter, signedCount } from '../data/review-view.ts'
import { reviewQueueQuery } from '../data/staff-queries.ts'
import { routeHash } from '../routes.ts'
import { StateTag } from './review-section.tsx'
import { useProblemText } from './use-problem-text.ts'

/** What waits for signatures: first of all, for this person's. */
export const ReviewsPage = (): ReactNode => {
  const { t } = useTranslation()
  const { ofProblem } = useProblemText()
  const queue = useQuery(reviewQueueQuery)
  const [chosen, setChosen] = useState<QueueFilter>()
  const all = queue.data ?? []
  const mine = filterQueue(all, 'mine')
  const filter = chosen ?? (mine.length > 0 ? 'mine' : 'all')
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
          onChange={setChosen}
        />
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
        <QueueTable rows={filterQueue(all, filter)} isPending={queue.isPending} />
      )}
    </>
  )
}

const QueueTable = ({ rows, isPending }: { readonly rows: readonly QueuedReview[]; readonly isPending: boolean }): ReactNode => {
  const { t } = useTranslation()
  return (
    <Table<QueuedReview>
      rowKey={({ review }) => review.programmeId}
      dataSource={[...rows]}
      loading={isPending}
      pagination={{ pageSize: 20, hideOnSinglePage: true }}
      locale={{ emptyText: <Empty description={t('review.empty')} /> }}
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
