import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Form, Input } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../data/api-client.ts'
import { asProblemError } from '../data/problem-error.ts'
import { KEYS } from '../data/staff-queries.ts'
import { useNewsroom } from '../newsroom.ts'
import { useProblemText } from './use-problem-text.ts'

type Fields = { readonly email: string; readonly password: string }

/** E-mail and password; afterwards everything that waited for a session goes on. */
export const SignInForm = (): ReactNode => {
  const { t } = useTranslation()
  const { ofProblem } = useProblemText()
  const { uploads, trackUploads } = useNewsroom()
  const client = useQueryClient()
  const signIn = useMutation({
    mutationFn: ({ email, password }: Fields) => api.signIn({ email: email.trim(), password }),
    onSuccess: async (session) => {
      client.setQueryData(KEYS.session, session)
      uploads.retryInterrupted()
      trackUploads.retryInterrupted()
      await client.invalidateQueries({ predicate: (query) => query.queryKey[0] !== KEYS.session[0] })
    },
  })
  const required = [{ required: true, message: t('fields.required', { ns: 'problem' }) }]
  return (
    <Form<Fields> layout="vertical" size="large" requiredMark={false} onFinish={(fields) => signIn.mutate(fields)}>
      <Form.Item name="email" label={t('signIn.email')} rules={required}>
        <Input autoComplete="username" inputMode="email" autoFocus />
      </Form.Item>
      <Form.Item name="password" label={t('signIn.password')} rules={required}>
        <Input.Password autoComplete="current-password" />
      </Form.Item>
      {signIn.isError ? (
        <Alert type="error" showIcon title={ofProblem(asProblemError(signIn.error).problem)} style={{ marginBlockEnd: 20 }} />
      ) : null}
      <Button type="primary" htmlType="submit" block loading={signIn.isPending}>
        {t('signIn.submit')}
      </Button>
    </Form>
  )
}
