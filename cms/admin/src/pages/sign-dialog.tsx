import { useQuery } from '@tanstack/react-query'
import { CHECKS_OF_STEP, type LawReference, type Review, type ReviewCheck, type ReviewStep, type StaffProgramme } from '@ulan/contract'
import { Checkbox, Modal } from 'antd'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../data/api-client.ts'
import { citedArticles } from '../data/review-view.ts'
import { lawsQuery } from '../data/staff-queries.ts'
import { useReviewChange } from './use-review-change.ts'

type Props = { readonly review: Review; readonly step: ReviewStep; readonly programme: StaffProgramme; readonly onClose: () => void }

/** What whoever signs confirms, each by itself: a name under it is no mere press of a button. */
export const SignDialog = ({ review, step, programme, onClose }: Props): ReactNode => {
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
      {step === 'proof-1' ? <CitedLaws laws={programme.laws} /> : null}
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

/** The articles that a programme cites, word by word as the library has them, to be held against what is said and shown. */
const CitedLaws = ({ laws }: { readonly laws: readonly LawReference[] }): ReactNode => {
  const { t } = useTranslation()
  const library = useQuery(lawsQuery)
  if (laws.length === 0) return <p className="review-line">{t('review.noLaws')}</p>
  return (
    <dl className="cited">
      {citedArticles(laws, library.data ?? []).map(({ key, title, article, text, amended }) => (
        <div key={key}>
          <dt>
            {title} {article} {amended === undefined ? null : <span className="muted small">{t('review.amended', { day: amended })}</span>}
          </dt>
          <dd>{text ?? (library.isPending ? '' : t('review.articleGone'))}</dd>
        </div>
      ))}
    </dl>
  )
}
