import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Session, StaffSessionId } from '@ulan/contract'
import { Alert, Card, Spin } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../data/api-client.ts'
import { asProblemError } from '../data/problem-error.ts'
import { ownSessionsQuery, sessionQuery } from '../data/staff-queries.ts'
import { PasswordCard } from './password-card.tsx'
import { useRegionName } from './people-table.tsx'
import { SecondFactorCard } from './second-factor-card.tsx'
import { SessionList } from './session-list.tsx'
import { useProblemText } from './use-problem-text.ts'

/** One's own account: who one is here, password, second factor, and where one is signed in. */
export const AccountPage = (): ReactNode => {
  const { t } = useTranslation()
  const session = useQuery(sessionQuery).data
  return (
    <>
      <div className="page-head">
        <h1 className="grow">{t('account.title')}</h1>
      </div>
      {session === undefined || session === null ? <Spin /> : <AccountCards session={session} />}
    </>
  )
}

const AccountCards = ({ session }: { readonly session: Session }): ReactNode => {
  const { t } = useTranslation()
  const regionName = useRegionName()
  return (
    <div className="account-cards">
      <Card title={session.name}>
        <div>{session.email}</div>
        <div>{t('account.role', { role: t(`role.${session.role}`) })}</div>
        <div>{t('account.region', { region: regionName(session.regionCode) })}</div>
      </Card>
      <SecondFactorCard isOn={session.hasSecondFactor} />
      <PasswordCard />
      <SessionsCard />
    </div>
  )
}

const SessionsCard = (): ReactNode => {
  const { t } = useTranslation()
  const { ofProblem } = useProblemText()
  const client = useQueryClient()
  const sessions = useQuery(ownSessionsQuery)
  const end = useMutation({
    mutationFn: (id: StaffSessionId) => api.endSession(id),
    onSuccess: (_, id) => client.setQueryData(ownSessionsQuery.queryKey, (list) => list?.filter((one) => one.id !== id)),
  })
  const error = sessions.error ?? end.error
  return (
    <Card title={t('sessions.title')}>
      <p className="muted">{t('sessions.hint')}</p>
      {error === null ? null : <Alert type="error" showIcon title={ofProblem(asProblemError(error).problem)} />}
      {sessions.isSuccess ? (
        <SessionList sessions={sessions.data} endingId={end.isPending ? end.variables : undefined} onEnd={(id) => end.mutate(id)} />
      ) : null}
    </Card>
  )
}
