import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Settings } from '@ulan/contract'
import { Alert, App, Button, Form, Input, Spin } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../data/api-client.ts'
import { asProblemError } from '../data/problem-error.ts'
import { settingsQuery } from '../data/staff-queries.ts'
import { EncodingPolicyCard } from './encoding-policy-card.tsx'
import { LanguagesCard } from './languages-card.tsx'
import { ReviewPolicyCard } from './review-policy-card.tsx'
import { useProblemText } from './use-problem-text.ts'

const FIELDS = ['organiser', 'filingNumber', 'licenceNumber'] as const
type Imprint = Pick<Settings, (typeof FIELDS)[number]>

/** What is set for the installation as a whole; only administrators come here. */
export const SettingsPage = (): ReactNode => {
  const { t } = useTranslation()
  const { ofProblem } = useProblemText()
  const settings = useQuery(settingsQuery)
  if (settings.isError) return <Alert type="error" showIcon title={ofProblem(asProblemError(settings.error).problem)} />
  return (
    <>
      <div className="page-head">
        <h1 className="grow">{t('nav.settings')}</h1>
      </div>
      {settings.isPending ? (
        <Spin />
      ) : (
        <>
          <ImprintForm key={FIELDS.map((name) => settings.data[name]).join('\n')} settings={settings.data} />
          <ReviewPolicyCard settings={settings.data} />
          <LanguagesCard settings={settings.data} />
        </>
      )}
      <EncodingPolicyCard />
    </>
  )
}

/** What the installation says of itself on its front page. */
const ImprintForm = ({ settings }: { readonly settings: Settings }): ReactNode => {
  const { t } = useTranslation()
  const { ofProblem } = useProblemText()
  const { message } = App.useApp()
  const client = useQueryClient()
  const save = useMutation({
    mutationFn: (fields: Imprint) => api.updateSettings({ ...fields, rev: settings.rev }),
    onSuccess: (saved) => {
      client.setQueryData(settingsQuery.queryKey, saved)
      void message.success(t('settings.saved'))
    },
  })
  return (
    <Form<Imprint> layout="vertical" style={{ maxInlineSize: 560 }} initialValues={settings} onFinish={(fields) => save.mutate(fields)}>
      <p className="muted">{t('settings.hint')}</p>
      {save.isError ? (
        <Alert type="error" showIcon style={{ marginBlockEnd: 12 }} title={ofProblem(asProblemError(save.error).problem)} />
      ) : null}
      {FIELDS.map((name) => (
        <Form.Item key={name} name={name} label={t(`settings.${name}`)}>
          <Input maxLength={200} />
        </Form.Item>
      ))}
      <Button type="primary" htmlType="submit" loading={save.isPending}>
        {t('settings.save')}
      </Button>
    </Form>
  )
}
