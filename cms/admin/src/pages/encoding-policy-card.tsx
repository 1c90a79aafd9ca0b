import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { EncodingPolicy } from '@ulan/contract'
import { Alert, Card, Spin, Switch } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../data/api-client.ts'
import { asProblemError } from '../data/problem-error.ts'
import { encodingPolicyQuery } from '../data/staff-queries.ts'
import { useProblemText } from './use-problem-text.ts'

const WISHES = ['av1', 'hdr'] as const

/** What is made of films from now on, besides what everybody gets; for administrators. */
export const EncodingPolicyCard = (): ReactNode => {
  const { t } = useTranslation()
  const { ofProblem } = useProblemText()
  const client = useQueryClient()
  const policy = useQuery(encodingPolicyQuery)
  const save = useMutation({
    mutationFn: (next: EncodingPolicy) => api.updateEncodingPolicy(next),
    onSuccess: (saved) => client.setQueryData(encodingPolicyQuery.queryKey, saved),
  })
  const error = policy.error ?? save.error
  return (
    <Card title={t('encodingPolicy.title')} style={{ maxInlineSize: 560, marginBlockStart: 24 }}>
      <p className="muted">{t('encodingPolicy.hint')}</p>
      {error === null ? null : <Alert type="error" showIcon title={ofProblem(asProblemError(error).problem)} />}
      {policy.data === undefined ? (
        <Spin />
      ) : (
        WISHES.map((wish) => (
          <div key={wish} style={{ display: 'flex', gap: 12, alignItems: 'start', marginBlockStart: 12 }}>
            <Switch
              id={`policy-${wish}`}
              checked={policy.data[wish]}
              loading={save.isPending}
              onChange={(isOn) => save.mutate({ ...policy.data, [wish]: isOn })}
            />
            <label htmlFor={`policy-${wish}`}>
              {t(`encodingPolicy.${wish}`)}
              <div className="muted">{t(`encodingPolicy.${wish}Hint`)}</div>
            </label>
          </div>
        ))
      )}
    </Card>
  )
}
