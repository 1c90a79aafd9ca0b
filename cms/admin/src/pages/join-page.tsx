import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type Invitation, LEAST_PASSWORD_CHARACTERS } from '@ulan/contract'
import { Alert, Button, Form, Input, Result, Spin } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../data/api-client.ts'
import { asProblemError } from '../data/problem-error.ts'
import { invitationQuery, KEYS } from '../data/staff-queries.ts'
import { goTo } from '../routes.ts'
import { DoorPage } from './sign-in-page.tsx'
import { usePasswordRules } from './use-password-rules.ts'
import { useProblemText } from './use-problem-text.ts'

type Props = { readonly token: string }

/** Behind a link that an administrator handed on: whose account it is, and the password to choose. */
export const JoinPage = ({ token }: Props): ReactNode => {
  const { t } = useTranslation()
  const { ofProblem } = useProblemText()
  const invitation = useQuery(invitationQuery(token))
  if (invitation.isPending) return <Spin size="large" style={{ display: 'block', marginBlockStart: '30vh' }} />
  if (invitation.isSuccess) {
    return (
      <DoorPage subtitle={t('join.title')}>
        <JoinForm token={token} invitation={invitation.data} />
      </DoorPage>
    )
  }
  const { problem } = asProblemError(invitation.error)
  const isGone = problem === 'not-found'
  return (
    <Result
      status="warning"
      title={isGone ? t('join.gone') : ofProblem(problem)}
      subTitle={isGone ? t('join.goneHint') : undefined}
      extra={
        isGone ? (
          <Button onClick={() => goTo({ page: 'programmes' })}>{t('join.toSignIn')}</Button>
        ) : (
          <Button onClick={() => void invitation.refetch()}>{t('action.retry', { ns: 'common' })}</Button>
        )
      }
    />
  )
}

type Fields = { readonly password: string; readonly again: string }

const JoinForm = ({ token, invitation }: Props & { readonly invitation: Invitation }): ReactNode => {
  const { t } = useTranslation()
  const { ofProblem } = useProblemText()
  const { required, longEnough } = usePasswordRules()
  const client = useQueryClient()
  const join = useMutation({
    mutationFn: async ({ password }: Fields) => {
      await api.choosePassword(token, password)
      // With a second factor the password alone does not open the door: then it asks as it always does.
      return await api.signIn({ email: invitation.email, password }).catch(() => null)
    },
    onSuccess: (session) => {
      client.setQueryData(KEYS.session, session)
      goTo({ page: 'programmes' })
    },
  })
  return (
    <Form<Fields> layout="vertical" size="large" requiredMark={false} onFinish={(fields) => join.mutate(fields)}>
      <h2 className="join-welcome">{t('join.welcome', { name: invitation.name })}</h2>
      <p>{t('join.about', { role: t(`role.${invitation.role}`), email: invitation.email })}</p>
      {/* Password managers keep a password by its address. */}
      <input
        type="email"
        name="email"
        autoComplete="username"
        className="visually-hidden"
        readOnly
        tabIndex={-1}
        aria-hidden
        value={invitation.email}
      />
      <Form.Item
        name="password"
        label={t('join.password')}
        extra={t('password.hint', { min: LEAST_PASSWORD_CHARACTERS })}
        rules={[required, longEnough]}
      >
        <Input.Password autoFocus autoComplete="new-password" maxLength={256} />
      </Form.Item>
      <Form.Item
        name="again"
        label={t('join.again')}
        dependencies={['password']}
        rules={[
          required,
          ({ getFieldValue }) => ({
            validator: (_, value) =>
              value === getFieldValue('password') ? Promise.resolve() : Promise.reject(new Error(t('join.differ'))),
          }),
        ]}
      >
        <Input.Password autoComplete="new-password" maxLength={256} />
      </Form.Item>
      {join.isError ? (
        <Alert type="error" showIcon style={{ marginBlockEnd: 20 }} title={ofProblem(asProblemError(join.error).problem)} />
      ) : null}
      <Button type="primary" htmlType="submit" block loading={join.isPending}>
        {t('join.submit')}
      </Button>
    </Form>
  )
}
