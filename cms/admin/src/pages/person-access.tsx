import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { StaffAccount } from '@ulan/contract'
import { Alert, App, Button } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../data/api-client.ts'
import { formatDateTime } from '../data/formatters.ts'
import { asProblemError } from '../data/problem-error.ts'
import { accountsQuery, sessionsOfQuery } from '../data/staff-queries.ts'
import { LinkPanel } from './link-panel.tsx'
import { SessionList } from './session-list.tsx'
import { useAccountChange } from './use-account-change.ts'
import { useProblemText } from './use-problem-text.ts'

type Props = { readonly account: StaffAccount }

/** How somebody gets in: their link, where they are signed in, their second factor, and whether they may. */
export const PersonAccess = ({ account }: Props): ReactNode => (
  <>
    {account.standing === 'blocked' ? null : <PersonLink account={account} />}
    <PersonSessions account={account} />
    <PersonStanding account={account} />
  </>
)

const PersonLink = ({ account }: Props): ReactNode => {
  const { t } = useTranslation()
  const { ofProblem } = useProblemText()
  const client = useQueryClient()
  const make = useMutation({
    mutationFn: () => api.createAccessLink(account.id),
    onSuccess: () => client.invalidateQueries({ queryKey: accountsQuery.queryKey }),
  })
  return (
    <section className="person-section">
      <h3>{t('people.linkTitle')}</h3>
      <p className="muted">
        {t('people.linkHint')}{' '}
        {account.linkExpiresAt === undefined ? null : t('people.linkOut', { at: formatDateTime(account.linkExpiresAt) })}
      </p>
      {make.isError ? <Alert type="error" showIcon title={ofProblem(asProblemError(make.error).problem)} /> : null}
      {make.isSuccess ? <LinkPanel link={make.data} name={account.name} /> : null}
      <Button loading={make.isPending} onClick={() => make.mutate()}>
        {t('people.linkNew')}
      </Button>
    </section>
  )
}

const PersonSessions = ({ account }: Props): ReactNode => {
  const { t } = useTranslation()
  const { ofProblem } = useProblemText()
  const client = useQueryClient()
  const sessions = useQuery(sessionsOfQuery(account.id))
  const end = useMutation({
    mutationFn: () => api.endSessionsOf(account.id),
    onSuccess: () => client.setQueryData(sessionsOfQuery(account.id).queryKey, []),
  })
  const error = sessions.error ?? end.error
  return (
    <section className="person-section">
      <h3>{t('sessions.title')}</h3>
      {error === null ? null : <Alert type="error" showIcon title={ofProblem(asProblemError(error).problem)} />}
      {sessions.isSuccess ? <SessionList sessions={sessions.data} /> : null}
      {sessions.data === undefined || sessions.data.length === 0 ? null : (
        <Button loading={end.isPending} onClick={() => end.mutate()}>
          {t('sessions.endAll')}
        </Button>
      )}
    </section>
  )
}

const PersonStanding = ({ account }: Props): ReactNode => {
  const { t } = useTranslation()
  const { ofProblem } = useProblemText()
  const { message, modal } = App.useApp()
  const client = useQueryClient()
  const isBlocked = account.standing === 'blocked'
  const change = useAccountChange(account, () => void message.success(t(isBlocked ? 'people.unblocked' : 'people.blocked')))
  const factorOff = useMutation({
    mutationFn: () => api.removeSecondFactorOf(account.id),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: accountsQuery.queryKey })
      await client.invalidateQueries({ queryKey: sessionsOfQuery(account.id).queryKey })
    },
  })
  const ask = (words: 'people.block' | 'people.factorOff', question: 'people.blockAsk' | 'people.factorOffAsk', act: () => void): void => {
    modal.confirm({
      title: t(words),
      content: t(question),
      okText: t(words),
      okButtonProps: { danger: true },
      cancelText: t('people.cancel'),
      onOk: act,
    })
  }
  const error = change.error ?? factorOff.error
  return (
    <section className="person-section person-actions">
      {error === null ? null : <Alert type="error" showIcon title={ofProblem(asProblemError(error).problem)} />}
      {account.hasSecondFactor ? (
        <Button loading={factorOff.isPending} onClick={() => ask('people.factorOff', 'people.factorOffAsk', () => factorOff.mutate())}>
          {t('people.factorOff')}
        </Button>
      ) : null}
      {isBlocked ? (
        <Button loading={change.isPending} onClick={() => change.mutate({ isBlocked: false })}>
          {t('people.unblock')}
        </Button>
      ) : (
        <Button
          danger
          loading={change.isPending}
          onClick={() => ask('people.block', 'people.blockAsk', () => change.mutate({ isBlocked: true }))}
        >
          {t('people.block')}
        </Button>
      )}
    </section>
  )
}
