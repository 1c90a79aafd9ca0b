import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Retention } from '@ulan/contract'
import { Alert, App, Button, Card, InputNumber, Radio, Space } from 'antd'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../data/api-client.ts'
import { formatBytes, formatDateTime } from '../data/formatters.ts'
import { asProblemError } from '../data/problem-error.ts'
import { retentionQuery, sessionQuery } from '../data/staff-queries.ts'
import { useProblemText } from './use-problem-text.ts'

const MOST_DAYS = 3_650
/** What is offered to whoever thinks of it for the first time. */
const USUAL_DAYS = 365
const LEAST_FAILED_DAYS = 30

/** How long masters are kept, what that means, and what a change would take away. */
export const RetentionSection = (): ReactNode => {
  const { t } = useTranslation()
  const { ofProblem } = useProblemText()
  const retention = useQuery(retentionQuery())
  const mayChange = useQuery(sessionQuery).data?.permissions.includes('administer') === true
  const { data } = retention
  return (
    <Card
      title={t('retention.title')}
      extra={
        data?.changedAt === undefined ? null : (
          <span className="muted small">{t('retention.changed', { by: data.changedBy, at: formatDateTime(data.changedAt) })}</span>
        )
      }
    >
      {retention.isError ? <Alert type="error" showIcon title={ofProblem(asProblemError(retention.error).problem)} /> : null}
      {data === undefined ? null : mayChange ? <RetentionForm key={data.rev} retention={data} /> : <Standing retention={data} />}
    </Card>
  )
}

const Standing = ({ retention: { masterDays } }: { readonly retention: Retention }): ReactNode => {
  const { t } = useTranslation()
  return (
    <>
      <p style={{ marginBlockStart: 0 }}>{masterDays === 0 ? t('retention.standsForever') : t('retention.stands', { days: masterDays })}</p>
      {masterDays === 0 ? null : <Consequences days={masterDays} />}
    </>
  )
}

const RetentionForm = ({ retention }: { readonly retention: Retention }): ReactNode => {
  const { t } = useTranslation()
  const { ofProblem } = useProblemText()
  const { masterDays, rev } = retention
  const [isLimited, setLimited] = useState(masterDays > 0)
  const [days, setDays] = useState(masterDays || USUAL_DAYS)
  const wanted = isLimited ? days : 0
  const due = useQuery({ ...retentionQuery(wanted), enabled: wanted > 0 }).data?.due
  const { save, ask } = useSaving(rev, wanted, due)
  return (
    <div className="retention">
      {save.isError ? <Alert type="error" showIcon title={ofProblem(asProblemError(save.error).problem)} /> : null}
      <Radio.Group value={isLimited} onChange={(event) => setLimited(event.target.value === true)}>
        <Space orientation="vertical">
          <Radio value={false}>{t('retention.forever')}</Radio>
          <Radio value={true}>{t('retention.after')}</Radio>
        </Space>
      </Radio.Group>
      {isLimited ? (
        <>
          <InputNumber
            aria-label={t('retention.days')}
            min={1}
            max={MOST_DAYS}
            precision={0}
            value={days}
            suffix={t('retention.unit')}
            onChange={(value) => setDays(value ?? USUAL_DAYS)}
            style={{ inlineSize: 160 }}
          />
          <Consequences days={days} />
          <DueNotice due={due} />
        </>
      ) : (
        <span className="muted">{t('retention.keepHint')}</span>
      )}
      <Button type="primary" danger={wanted > 0} disabled={wanted === masterDays} loading={save.isPending} onClick={ask}>
        {t('retention.save')}
      </Button>
    </div>
  )
}

function useSaving(rev: number, wanted: number, due: Retention['due'] | undefined) {
  const { t } = useTranslation()
  const { message, modal } = App.useApp()
  const client = useQueryClient()
  const save = useMutation({
    mutationFn: () => api.updateRetention({ rev, masterDays: wanted }),
    onSuccess: (saved) => {
      client.setQueryData(retentionQuery().queryKey, saved)
      void message.success(t('retention.saved'))
    },
  })
  const ask = (): void => {
    // Keeping more needs no second thought.
    if (wanted === 0) {
      save.mutate()
      return
    }
    modal.confirm({
      title: t('retention.ask', { days: wanted }),
      content: t('retention.askHint', { count: due?.masters ?? 0, bytes: formatBytes(due?.bytes ?? 0) }),
      okText: t('retention.confirm'),
      okButtonProps: { danger: true },
      onOk: () => save.mutate(),
    })
  }
  return { save, ask }
}

const Consequences = ({ days }: { readonly days: number }): ReactNode => {
  const { t } = useTranslation()
  return (
    <div>
      {t('retention.consequences')}
      <ul className="retention-list">
        <li>{t('retention.cannotEncode')}</li>
        <li>{t('retention.canAdd')}</li>
        <li>{t('retention.failed', { days: Math.max(days, LEAST_FAILED_DAYS) })}</li>
        <li>{t('retention.grace')}</li>
      </ul>
    </div>
  )
}

const DueNotice = ({ due }: { readonly due: Retention['due'] | undefined }): ReactNode => {
  const { t } = useTranslation()
  if (due === undefined) return null
  return (
    <Alert
      type={due.masters === 0 ? 'info' : 'warning'}
      showIcon
      title={due.masters === 0 ? t('retention.dueNone') : t('retention.due', { count: due.masters, bytes: formatBytes(due.bytes) })}
    />
  )
}
