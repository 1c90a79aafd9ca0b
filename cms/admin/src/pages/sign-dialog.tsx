import { CHECKS_OF_STEP, type Review, type ReviewCheck, type ReviewStep } from '@ulan/contract'
import { Checkbox, Modal } from 'antd'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../data/api-client.ts'
import { useReviewChange } from './use-review-change.ts'

type Props = { readonly review: Review; readonly step: ReviewStep; readonly onClose: () => void }

/** What whoever signs confirms, each by itself: a name under it is no mere press of a button. */
export const SignDialog = ({ review, step, onClose }: Props): ReactNode => {
  const { t } = useTranslation()
  const asked: readonly ReviewCheck[] = CHECKS_OF_STEP[step]
  const [checks, setChecks] = useState<readonly ReviewCheck[]>([])
  const sign = useReviewChange(
    () => api.signReview(review, { step, contentHash: review.contentHash, checks: [...checks] }),
    t('review.signedNow'),
  )
  return (
    <Modal
      open
      title={t('review.signStep', { step: t(`review.steps.${step}`) })}
      okText={t('review.signDo')}
      okButtonProps={{ disabled: checks.length < asked.length, loading: sign.isPending }}
      cancelText={t('review.cancel')}
      onOk={() => sign.mutate(undefined, { onSettled: onClose })}
      onCancel={onClose}
    >
      <p className="muted">{t('review.signHint')}</p>
      <div className="review-checks">
        {asked.map((check) => (
          <Checkbox
            key={check}
            checked={checks.includes(check)}
            onChange={({ target }) => setChecks((now) => [...now.filter((each) => each !== check), ...(target.checked ? [check] : [])])}
          >
            {t(`review.checks.${check}`)}
          </Checkbox>
        ))}
      </div>
    </Modal>
  )
}
