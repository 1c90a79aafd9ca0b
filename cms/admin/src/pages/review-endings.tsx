import { useQuery } from '@tanstack/react-query'
import type { Review, StaffProgramme } from '@ulan/contract'
import { App, Button, Input, Modal } from 'antd'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../data/api-client.ts'
import { sessionQuery } from '../data/staff-queries.ts'
import { useReach } from './use-reach.ts'
import { useReviewChange } from './use-review-change.ts'

/** `isOut`: with this review the programme went out; nothing can be done about it any more. */
type Props = { readonly review: Review; readonly programme: StaffProgramme; readonly isOut: boolean }
type Ending = 'return' | 'veto'

/** Giving it back, refusing it for good, or taking it back. */
export const ReviewEndings = ({ review, programme, isOut }: Props): ReactNode => {
  const { t } = useTranslation()
  const { modal } = App.useApp()
  const permissions = useQuery(sessionQuery).data?.permissions ?? []
  const { mayEdit, isOtherRegion } = useReach(programme)
  const [ending, setEnding] = useState<Ending>()
  const withdraw = useReviewChange(() => api.withdrawReview(review), t('review.withdrawnNow'))
  const isOver = review.state === 'returned' || review.state === 'vetoed' || review.state === 'withdrawn'
  if (isOver || isOtherRegion || (isOut && programme.status === 'published')) return null
  const ask = (): void => {
    modal.confirm({
      title: t('review.withdrawAsk'),
      okText: t('review.withdraw'),
      cancelText: t('review.cancel'),
      onOk: () => withdraw.mutate(undefined),
    })
  }
  return (
    <div className="review-actions">
      {permissions.includes('review') ? <Button onClick={() => setEnding('return')}>{t('review.return')}</Button> : null}
      {permissions.includes('veto') ? (
        <Button danger onClick={() => setEnding('veto')}>
          {t('review.veto')}
        </Button>
      ) : null}
      {mayEdit && review.state !== 'void' ? (
        <Button loading={withdraw.isPending} onClick={ask}>
          {t('review.withdraw')}
        </Button>
      ) : null}
      {ending === undefined ? null : <EndingDialog review={review} ending={ending} onClose={() => setEnding(undefined)} />}
    </div>
  )
}

type DialogProps = { readonly review: Review; readonly ending: Ending; readonly onClose: () => void }

const EndingDialog = ({ review, ending, onClose }: DialogProps): ReactNode => {
  const { t } = useTranslation()
  const [reason, setReason] = useState('')
  const end = useReviewChange(
    () => (ending === 'return' ? api.returnReview(review, reason) : api.vetoReview(review, reason)),
    t(ending === 'return' ? 'review.returnedNow' : 'review.vetoedNow'),
  )
  return (
    <Modal
      open
      title={t(`review.${ending}`)}
      okText={t(`review.${ending}`)}
      okButtonProps={{ danger: ending === 'veto', disabled: reason.trim() === '', loading: end.isPending }}
      cancelText={t('review.cancel')}
      onCancel={onClose}
      onOk={() => end.mutate(undefined, { onSuccess: onClose })}
    >
      <p className="muted">{t(`review.${ending}Hint`)}</p>
      <Input.TextArea
        aria-label={t('review.reason')}
        placeholder={t('review.reason')}
        autoSize={{ minRows: 3 }}
        maxLength={1000}
        value={reason}
        onChange={({ target }) => setReason(target.value)}
      />
    </Modal>
  )
}
