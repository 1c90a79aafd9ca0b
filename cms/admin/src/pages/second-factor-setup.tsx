import { useMutation } from '@tanstack/react-query'
import type { SecondFactor } from '@ulan/contract'
import { Alert, App, Button, Form, Input, QRCode } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { copyText } from '../components/copy-text.ts'
import { api } from '../data/api-client.ts'
import { asProblemError } from '../data/problem-error.ts'
import { usePasswordRules } from './use-password-rules.ts'
import { useProblemText } from './use-problem-text.ts'

type Props = { readonly factor: SecondFactor; readonly onConfirmed: () => void }

/** Scan, keep the codes for the day the phone is lost, and show that the authenticator works. */
export const SecondFactorSetup = ({ factor, onConfirmed }: Props): ReactNode => {
  const { t } = useTranslation()
  const { ofProblem } = useProblemText()
  const { required } = usePasswordRules()
  const confirm = useMutation({ mutationFn: ({ code }: { code: string }) => api.confirmSecondFactor(code), onSuccess: onConfirmed })
  return (
    <ol className="factor-steps">
      <li>
        <h3>{t('factor.scanTitle')}</h3>
        <p className="muted">{t('factor.scan')}</p>
        <QRCode value={factor.uri} size={192} bordered={false} aria-label={t('factor.qr')} />
        <p>
          {t('factor.secret')} <code className="factor-secret">{factor.secret.match(/.{1,4}/g)?.join(' ')}</code>
        </p>
      </li>
      <li>
        <h3>{t('factor.codesTitle')}</h3>
        <p className="muted">{t('factor.codes')}</p>
        <RecoveryCodes codes={factor.recoveryCodes} />
      </li>
      <li>
        <h3>{t('factor.codeTitle')}</h3>
        <Form<{ code: string }> layout="vertical" requiredMark={false} onFinish={(fields) => confirm.mutate(fields)}>
          <Form.Item name="code" label={t('factor.code')} rules={[required]}>
            <Input autoComplete="one-time-code" inputMode="numeric" maxLength={6} style={{ maxInlineSize: 200 }} />
          </Form.Item>
          {confirm.isError ? (
            <Alert type="error" showIcon style={{ marginBlockEnd: 12 }} title={ofProblem(asProblemError(confirm.error).problem)} />
          ) : null}
          <Button type="primary" htmlType="submit" loading={confirm.isPending}>
            {t('factor.confirm')}
          </Button>
        </Form>
      </li>
    </ol>
  )
}

const RecoveryCodes = ({ codes }: { readonly codes: readonly string[] }): ReactNode => {
  const { t } = useTranslation()
  const { message } = App.useApp()
  return (
    <>
      <ul className="recovery-codes">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <Button onClick={() => void copyText(codes.join('\n')).then(() => message.success(t('link.copied')))}>{t('factor.copyCodes')}</Button>
    </>
  )
}
