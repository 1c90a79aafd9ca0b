import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { ReviewPolicy, Settings } from '@ulan/contract'
import { Alert, App, Button, Card, Checkbox, Radio } from 'antd'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../data/api-client.ts'
import { formatDateTime } from '../data/formatters.ts'
import { asProblemError } from '../data/problem-error.ts'
import { KEYS, sessionQuery, settingsChangesQuery, settingsQuery } from '../data/staff-queries.ts'
import { useProblemText } from './use-problem-text.ts'

/** Whether nothing is published without 三审三校, and whether two signatures may do; for administrators. */
export const ReviewPolicyCard = ({ settings }: { readonly settings: Settings }): ReactNode => {
  const { t } = useTranslation()
  const changed = useQuery(settingsChangesQuery(settings.rev)).data?.find(({ after }) => after.review !== undefined)
  return (
    <Card
      title={t('reviewPolicy.title')}
      className="review-policy"
      extra={
        changed === undefined ? null : (
          <span className="muted small">{t('languages.changed', { by: changed.changedBy, at: formatDateTime(changed.changedAt) })}</span>
        )
      }
    >
      <PolicyForm key={JSON.stringify(settings.review)} settings={settings} />
    </Card>
  )
}

const PolicyForm = ({ settings }: { readonly settings: Settings }): ReactNode => {
  const { t } = useTranslation()
  const { ofProblem, ofField } = useProblemText()
  const [wanted, setWanted] = useState<ReviewPolicy>(settings.review)
  const save = useSaving(settings.rev)
  const problem = save.isError ? asProblemError(save.error) : undefined
  const isUnchanged = wanted.policy === settings.review.policy && wanted.isUrgentAllowed === settings.review.isUrgentAllowed
  return (
    <>
      {problem === undefined ? null : (
        <Alert
          type="error"
          showIcon
          className="review-alert"
          title={problem.fields[0] === undefined ? ofProblem(problem.problem) : ofField(problem.fields[0])}
        />
      )}
      <Radio.Group
        className="review-checks"
        aria-label={t('reviewPolicy.title')}
        value={wanted.policy}
        onChange={({ target }) => setWanted((now) => ({ ...now, policy: target.value as ReviewPolicy['policy'] }))} // one of the two below
      >
        {(['off', 'three'] as const).map((policy) => (
          <Radio key={policy} value={policy}>
            {t(`reviewPolicy.${policy}`)}
            <span className="muted small review-policy-hint">{t(`reviewPolicy.${policy}Hint`)}</span>
          </Radio>
        ))}
      </Radio.Group>
      <Checkbox
        disabled={wanted.policy === 'off'}
        checked={wanted.isUrgentAllowed}
        onChange={({ target }) => setWanted((now) => ({ ...now, isUrgentAllowed: target.checked }))}
      >
        {t('reviewPolicy.urgent')}
      </Checkbox>
      <div className="review-actions">
        <Button type="primary" disabled={isUnchanged} loading={save.isPending} onClick={() => save.mutate(wanted)}>
          {t('reviewPolicy.save')}
        </Button>
      </div>
    </>
  )
}

function useSaving(rev: number) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const client = useQueryClient()
  return useMutation({
    mutationFn: (review: ReviewPolicy) => api.updateSettings({ rev, review }),
    onSuccess: async (saved) => {
      client.setQueryData(settingsQuery.queryKey, saved)
      void client.invalidateQueries({ queryKey: KEYS.schedule })
      // What the page offers follows from the session.
      await client.invalidateQueries({ queryKey: sessionQuery.queryKey })
      void message.success(t('reviewPolicy.saved'))
    },
  })
}
