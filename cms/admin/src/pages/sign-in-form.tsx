import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Form, Input } from 'antd'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../data/api-client.ts'
import { asProblemError } from '../data/problem-error.ts'
import { KEYS } from '../data/staff-queries.ts'
import { useNewsroom } from '../newsroom.ts'
import { useProblemText } from './use-problem-text.ts'

type Fields = { readonly email: string; readonly password: string; readonly code?: string }

/** E-mail and password, and a code where the account asks for one; afterwards everything that waited for a session goes on. */
export const SignInForm = (): ReactNode => {
  const { t } = useTranslation()
  const { ofProblem } = useProblemText()
  const { uploads, trackUploads } = useNewsroom()
  const client = useQueryClient()
  const [isCodeDue, setCodeDue] = useState(false)
  const signIn = useMutation({
    mutationFn: ({ email, password, code }: Fields) =>
      api.signIn({ email: email.trim(), password, ...(code === undefined ? {} : { code: code.trim() }) }),
    onSuccess: async (session) => {
      client.setQueryData(KEYS.session, session)
      uploads.retryInterrupted()
      trackUploads.retryInterrupted()
      await client.invalidateQueries({ predicate: (query) => query.queryKey[0] !== KEYS.session[0] })
    },
    onError: (error) => {
      if (asProblemError(error).problem === 'second-factor-required') setCodeDue(true)
    },
  })
  const problem = signIn.isError ? asProblemError(signIn.error).problem : undefined
  const startOver = (): void => {
    signIn.reset()
    setCodeDue(false)
  }
  return (
    <Form<Fields> layout="vertical" size="large" requiredMark={false} onFinish={(fields) => signIn.mutate(fields)}>
      {isCodeDue ? <CodeField onStartOver={startOver} /> : null}
      <PasswordFields isHidden={isCodeDue} />
      {/* That a code is due is what its field says. */}
      {problem === undefined || problem === 'second-factor-required' ? null : (
        <Alert type="error" showIcon title={ofProblem(problem)} style={{ marginBlockEnd: 20 }} />
      )}
      <Button type="primary" htmlType="submit" block loading={signIn.isPending}>
        {t('signIn.submit')}
      </Button>
    </Form>
  )
}

const PasswordFields = ({ isHidden }: { readonly isHidden: boolean }): ReactNode => {
  const { t } = useTranslation(['admin', 'problem'])
  const required = [{ required: true, message: t('fields.required', { ns: 'problem' }) }]
  return (
    <>
      <Form.Item name="email" label={t('signIn.email')} rules={required} hidden={isHidden}>
        <Input autoComplete="username" inputMode="email" autoFocus />
      </Form.Item>
      <Form.Item name="password" label={t('signIn.password')} rules={required} hidden={isHidden}>
        <Input.Password autoComplete="current-password" />
      </Form.Item>
    </>
  )
}

const CodeField = ({ onStartOver }: { readonly onStartOver: () => void }): ReactNode => {
  const { t } = useTranslation(['admin', 'problem'])
  return (
    <>
      <Form.Item
        name="code"
        label={t('signIn.code')}
        extra={t('signIn.codeHint')}
        rules={[{ required: true, message: t('fields.required', { ns: 'problem' }) }]}
      >
        <Input autoFocus autoComplete="one-time-code" maxLength={16} />
      </Form.Item>
      <Button type="link" style={{ paddingInline: 0, marginBlockEnd: 12 }} onClick={onStartOver}>
        {t('signIn.otherAccount')}
      </Button>
    </>
  )
}
