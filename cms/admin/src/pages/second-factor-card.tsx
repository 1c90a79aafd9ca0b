import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { SecondFactor } from '@ulan/contract'
import { Alert, App, Button, Card, Form, Input, Tag } from 'antd'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../data/api-client.ts'
import { asProblemError } from '../data/problem-error.ts'
import { ownSessionsQuery, sessionQuery } from '../data/staff-queries.ts'
import { SecondFactorSetup } from './second-factor-setup.tsx'
import { usePasswordRules } from './use-password-rules.ts'
import { useProblemText } from './use-problem-text.ts'

/** An authenticator beside the password: begun and ended with the password, begun to count with a first code. */
export const SecondFactorCard = ({ isOn }: { readonly isOn: boolean }): ReactNode => {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const client = useQueryClient()
  const [begun, setBegun] = useState<SecondFactor>()
  const isChanged = async (words: 'factor.confirmed' | 'factor.removed'): Promise<void> => {
    setBegun(undefined)
    void message.success(t(words))
    // The session is another one from here on.
    await Promise.all([sessionQuery, ownSessionsQuery].map(({ queryKey }) => client.invalidateQueries({ queryKey })))
  }
  return (
    <Card title={t('factor.title')} extra={<Tag color={isOn ? 'success' : 'default'}>{t(isOn ? 'people.on' : 'people.off')}</Tag>}>
      <p className="muted">{t(isOn ? 'factor.isOn' : 'factor.hint')}</p>
      {begun === undefined ? (
        <PasswordProof
          key={String(isOn)}
          words={isOn ? 'factor.remove' : 'factor.begin'}
          act={async (password) => {
            if (!isOn) return setBegun(await api.beginSecondFactor(password))
            await api.removeSecondFactor(password)
            await isChanged('factor.removed')
          }}
        />
      ) : (
        <SecondFactorSetup factor={begun} onConfirmed={() => void isChanged('factor.confirmed')} />
      )}
    </Card>
  )
}

type ProofProps = { readonly words: 'factor.remove' | 'factor.begin'; readonly act: (password: string) => Promise<void> }

/** Somebody else at an open desk has no password. */
const PasswordProof = ({ words, act }: ProofProps): ReactNode => {
  const { t } = useTranslation()
  const { ofProblem } = useProblemText()
  const { required } = usePasswordRules()
  const [isAsking, setAsking] = useState(false)
  const prove = useMutation({ mutationFn: act })
  if (!isAsking) return <Button onClick={() => setAsking(true)}>{t(words)}</Button>
  return (
    <Form<{ password: string }> layout="vertical" requiredMark={false} onFinish={({ password }) => prove.mutate(password)}>
      <Form.Item name="password" label={t('factor.password')} rules={[required]}>
        <Input.Password autoFocus autoComplete="current-password" maxLength={256} />
      </Form.Item>
      {prove.isError ? (
        <Alert type="error" showIcon style={{ marginBlockEnd: 12 }} title={ofProblem(asProblemError(prove.error).problem)} />
      ) : null}
      <Button type="primary" danger={words === 'factor.remove'} htmlType="submit" loading={prove.isPending}>
        {t(words === 'factor.remove' ? words : 'factor.next')}
      </Button>
    </Form>
  )
}
