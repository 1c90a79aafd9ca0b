import { useMutation, useQueryClient } from '@tanstack/react-query'
import { LEAST_PASSWORD_CHARACTERS } from '@ulan/contract'
import { Alert, App, Button, Card, Form, Input } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../data/api-client.ts'
import { asProblemError } from '../data/problem-error.ts'
import { ownSessionsQuery } from '../data/staff-queries.ts'
import { usePasswordRules } from './use-password-rules.ts'
import { useProblemText } from './use-problem-text.ts'

type Fields = { readonly password: string; readonly newPassword: string }

export const PasswordCard = (): ReactNode => {
  const { t } = useTranslation()
  const { ofProblem } = useProblemText()
  const { required, longEnough } = usePasswordRules()
  const { message } = App.useApp()
  const [form] = Form.useForm<Fields>()
  const client = useQueryClient()
  const change = useMutation({
    mutationFn: (fields: Fields) => api.changePassword(fields),
    onSuccess: async () => {
      form.resetFields()
      void message.success(t('password.changed'))
      await client.invalidateQueries({ queryKey: ownSessionsQuery.queryKey })
    },
  })
  return (
    <Card title={t('password.title')}>
      <Form<Fields> form={form} layout="vertical" requiredMark={false} onFinish={(fields) => change.mutate(fields)}>
        <Form.Item name="password" label={t('password.now')} rules={[required]}>
          <Input.Password autoComplete="current-password" maxLength={256} />
        </Form.Item>
        <Form.Item
          name="newPassword"
          label={t('password.next')}
          extra={t('password.hint', { min: LEAST_PASSWORD_CHARACTERS })}
          rules={[required, longEnough]}
        >
          <Input.Password autoComplete="new-password" maxLength={256} />
        </Form.Item>
        {change.isError ? (
          <Alert type="error" showIcon style={{ marginBlockEnd: 12 }} title={ofProblem(asProblemError(change.error).problem)} />
        ) : null}
        <Button htmlType="submit" loading={change.isPending}>
          {t('password.change')}
        </Button>
      </Form>
    </Card>
  )
}
