import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Review, ReviewPath, StaffProgramme } from '@ulan/contract'
import { App, Button, Input, Modal } from 'antd'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../data/api-client.ts'
import { asProblemError } from '../data/problem-error.ts'
import { KEYS, reviewsQuery, settingsQuery } from '../data/staff-queries.ts'
import type { ProgrammeEditing } from './use-programme-edit.ts'
import { useReach } from './use-reach.ts'
import { useStanding } from './use-standing.ts'

type Props = { readonly programme: StaffProgramme; readonly editing: ProgrammeEditing; readonly latest: Review | undefined }
type Submission = { readonly path: ReviewPath; readonly reason?: string }

/** What is written is saved and then submitted as it stands, on the full path or, where there is one, on the urgent one. */
export const SubmitReview = ({ programme, editing, latest }: Props): ReactNode => {
  const { t } = useTranslation()
  const isUrgentAllowed = useQuery(settingsQuery).data?.review.isUrgentAllowed === true
  const { mayEdit } = useReach(programme)
  const { isAhead, isReviewOut } = useStanding(programme, editing)
  const submit = useSubmission(programme, editing)
  const [reason, setReason] = useState<string>()
  const isUnderWay = latest?.state === 'open' || latest?.state === 'approved'
  // What is public as it was signed needs no other review.
  if (!mayEdit || isUnderWay || (programme.status === 'published' && isReviewOut && !isAhead)) return null
  return (
    <div className="review-actions">
      <Button type="primary" loading={submit.isPending} onClick={() => submit.mutate({ path: 'full' })}>
        {t(latest === undefined ? 'review.submit' : 'review.submitAgain')}
      </Button>
      {isUrgentAllowed ? <Button onClick={() => setReason('')}>{t('review.submitUrgent')}</Button> : null}
      <Modal
        open={reason !== undefined}
        title={t('review.submitUrgent')}
        okText={t('review.submit')}
        okButtonProps={{ disabled: (reason ?? '').trim() === '' }}
        cancelText={t('review.cancel')}
        onCancel={() => setReason(undefined)}
        onOk={() => {
          submit.mutate({ path: 'urgent', reason: reason ?? '' })
          setReason(undefined)
        }}
      >
        <p className="muted">{t('review.urgentHint')}</p>
        <Input.TextArea
          aria-label={t('review.urgentReason')}
          placeholder={t('review.urgentReason')}
          autoSize={{ minRows: 3 }}
          maxLength={1000}
          value={reason ?? ''}
          onChange={({ target }) => setReason(target.value)}
        />
      </Modal>
    </div>
  )
}

function useSubmission(programme: StaffProgramme, editing: ProgrammeEditing) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const client = useQueryClient()
  return useMutation({
    mutationFn: async (submission: Submission) => {
      const outcome = await editing.save()
      return outcome.kind === 'saved' ? await api.submitForReview(outcome.programme, submission) : undefined
    },
    onSuccess: (review) => {
      if (review === undefined) return
      client.setQueryData(reviewsQuery(programme.id).queryKey, (list) => [review, ...(list ?? [])])
      void client.invalidateQueries({ queryKey: KEYS.reviewQueue })
      void client.invalidateQueries({ queryKey: KEYS.schedule })
      void message.success(t('review.submittedNow'))
    },
    onError: (caught) => editing.report(asProblemError(caught)),
  })
}
