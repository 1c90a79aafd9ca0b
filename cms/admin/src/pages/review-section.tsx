import { useQuery } from '@tanstack/react-query'
import type { Review, StaffProgramme } from '@ulan/contract'
import { Alert, Button, Card, Tag } from 'antd'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatDateTime } from '../data/formatters.ts'
import { asProblemError } from '../data/problem-error.ts'
import { signedCount, stepRows, stepsToSign } from '../data/review-view.ts'
import { reviewsQuery, sessionQuery } from '../data/staff-queries.ts'
import { RemarkList } from './remark-list.tsx'
import { ReviewEndings } from './review-endings.tsx'
import { SignDialog } from './sign-dialog.tsx'
import { SubmitReview } from './submit-review.tsx'
import { useProblemText } from './use-problem-text.ts'
import type { ProgrammeEditing } from './use-programme-edit.ts'
import { useReach } from './use-reach.ts'
import { useStanding } from './use-standing.ts'

type Props = { readonly programme: StaffProgramme; readonly editing: ProgrammeEditing }

const STATE_COLOURS = {
  open: 'processing',
  approved: 'success',
  returned: 'warning',
  void: 'warning',
  vetoed: 'error',
  withdrawn: 'default',
} as const satisfies Record<Review['state'], string>

/** 三审三校 of a programme: where it stands, who signed, what is to be mended, and what this person can do about it. */
export const ReviewSection = ({ programme, editing }: Props): ReactNode => {
  const { t } = useTranslation()
  const { ofProblem } = useProblemText()
  const reviews = useQuery(reviewsQuery(programme.id))
  if (reviews.isError) {
    return (
      <Card title={t('review.title')}>
        <Alert type="error" showIcon title={ofProblem(asProblemError(reviews.error).problem)} />
      </Card>
    )
  }
  const [latest, ...earlier] = reviews.data ?? []
  return (
    <Card title={t('review.title')} loading={reviews.isPending} extra={latest === undefined ? null : <StateTag review={latest} />}>
      {latest === undefined ? (
        <p className="muted review-line">{t('review.none')}</p>
      ) : (
        <Latest review={latest} programme={programme} editing={editing} />
      )}
      <SubmitReview programme={programme} editing={editing} latest={latest} />
      {earlier.length > 0 ? <Earlier reviews={earlier} /> : null}
    </Card>
  )
}

export const StateTag = ({ review }: { readonly review: Review }): ReactNode => {
  const { t } = useTranslation()
  return <Tag color={STATE_COLOURS[review.state]}>{t(`review.states.${review.state}`)}</Tag>
}

const Latest = ({ review, programme, editing }: Props & { readonly review: Review }): ReactNode => {
  const { t } = useTranslation()
  const { isReviewOut } = useStanding(programme, editing)
  const isOut = isReviewOut && programme.status === 'published'
  return (
    <>
      <p className="muted small review-line">
        {t('review.submitted', { by: review.submittedBy.name, at: formatDateTime(review.submittedAt) })}
        {review.path === 'urgent' ? ` · ${t('review.urgentFor', { reason: review.reason ?? '' })}` : ''}
      </p>
      {review.state === 'void' ? (
        <Alert type="warning" showIcon className="review-alert" title={t(isOut ? 'review.voidAfterOut' : 'review.voidHint')} />
      ) : null}
      {review.end?.reason === undefined ? null : (
        <Alert
          type={review.state === 'vetoed' ? 'error' : 'warning'}
          showIcon
          className="review-alert"
          title={review.end.reason}
          description={t('review.endedBy', { by: review.end.by.name, at: formatDateTime(review.end.at) })}
        />
      )}
      <Steps review={review} programme={programme} />
      <RemarkList review={review} programme={programme} />
      <ReviewEndings review={review} programme={programme} isOut={isOut} />
    </>
  )
}

const Steps = ({ review, programme }: { readonly review: Review; readonly programme: StaffProgramme }): ReactNode => {
  const { t } = useTranslation()
  const session = useQuery(sessionQuery).data ?? undefined
  const { isOtherRegion } = useReach(programme)
  const [signing, setSigning] = useState<Review['openSteps'][number]>()
  const mine = session === undefined || isOtherRegion ? [] : stepsToSign(review, programme.writers ?? [], session)
  return (
    <>
      <ol className="review-steps">
        {stepRows(review).map(({ step, signature, isOpen }) => (
          <li key={step} className={signature === undefined ? undefined : 'is-signed'}>
            <span className="review-step">{t(`review.steps.${step}`)}</span>
            <span className="grow small muted">
              {signature === undefined
                ? t(review.state !== 'open' ? 'review.unsigned' : isOpen ? 'review.waits' : 'review.later')
                : t('review.signed', { by: signature.by.name, at: formatDateTime(signature.at) })}
            </span>
            {mine.includes(step) ? (
              <Button
                type="primary"
                size="small"
                onClick={() => setSigning(step)}
                aria-label={t('review.signStep', { step: t(`review.steps.${step}`) })}
              >
                {t('review.sign')}
              </Button>
            ) : null}
          </li>
        ))}
      </ol>
      {signing === undefined ? null : (
        <SignDialog review={review} step={signing} programme={programme} onClose={() => setSigning(undefined)} />
      )}
    </>
  )
}

const Earlier = ({ reviews }: { readonly reviews: readonly Review[] }): ReactNode => {
  const { t } = useTranslation()
  return (
    <details className="review-earlier">
      <summary>{t('review.earlier', { count: reviews.length })}</summary>
      <ol>
        {reviews.map((review) => (
          <li key={review.number}>
            <StateTag review={review} />
            <span className="small muted">
              {t('review.earlierLine', { at: formatDateTime(review.submittedAt), ...signedCount(review) })}
              {review.end?.reason === undefined ? '' : ` · ${review.end.by.name}：${review.end.reason}`}
            </span>
          </li>
        ))}
      </ol>
    </details>
  )
}
