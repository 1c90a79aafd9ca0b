import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { Alert, App, Button, Input, Select } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import words from '../../locales/zh-Hans/admin.json'
import type { FieldsChange } from '../data/address-fields.ts'
import { api } from '../data/api-client.ts'
import { type AuditAction, type AuditFilter, auditFilterOf, auditQuery } from '../data/audit-view.ts'
import { asProblemError } from '../data/problem-error.ts'
import { saveFile } from '../data/save-file.ts'
import { accountsQuery, auditPageQuery } from '../data/staff-queries.ts'
import { AuditTable } from './audit-table.tsx'
import { useAddressFields } from './use-address-fields.ts'
import { useProblemText } from './use-problem-text.ts'

const ACTIONS = Object.keys(words.audit.actions) as AuditAction[] // keys of that very object

/** Who did what: for inspectors, administrators, and publishers. */
export const AuditPage = (): ReactNode => {
  const { t } = useTranslation()
  const { ofProblem } = useProblemText()
  const { fields, choose } = useAddressFields('audit')
  const filter = auditFilterOf(fields, ACTIONS)
  const before = /^\d{1,15}$/.test(fields['before'] ?? '') ? Number(fields['before']) : undefined
  const page = useQuery({ ...auditPageQuery(auditQuery(filter, before)), placeholderData: keepPreviousData })
  const next = page.data?.next
  return (
    <>
      <div className="page-head">
        <h1 className="grow">{t('nav.audit')}</h1>
        <ExportButton />
      </div>
      <p className="muted">{t('audit.hint')}</p>
      <AuditFilters filter={filter} onFilter={choose} />
      {page.isError ? (
        <Alert
          type="error"
          showIcon
          title={ofProblem(asProblemError(page.error).problem)}
          action={<Button onClick={() => void page.refetch()}>{t('action.retry', { ns: 'common' })}</Button>}
        />
      ) : (
        <AuditTable records={page.data?.items ?? []} isPending={page.isPending} />
      )}
      <div className="audit-pages">
        {before === undefined ? null : <Button onClick={() => choose({})}>{t('audit.newest')}</Button>}
        {next === undefined ? null : (
          <Button loading={page.isPlaceholderData} onClick={() => choose({ before: String(next) })}>
            {t('audit.more')}
          </Button>
        )}
      </div>
    </>
  )
}

type FilterProps = { readonly filter: AuditFilter; readonly onFilter: (change: FieldsChange) => void }

const AuditFilters = ({ filter, onFilter }: FilterProps): ReactNode => {
  const { t } = useTranslation()
  const accounts = useQuery(accountsQuery).data ?? []
  return (
    <div className="page-head">
      <Select
        aria-label={t('audit.by')}
        style={{ inlineSize: 200 }}
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        value={filter.by ?? null}
        placeholder={t('audit.everybody')}
        options={accounts.map(({ id, name, email }) => ({ value: id, label: `${name} ${email}` }))}
        onChange={(by) => onFilter({ by: by ?? undefined })}
      />
      <Select
        aria-label={t('audit.action')}
        style={{ inlineSize: 200 }}
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        value={filter.action ?? null}
        placeholder={t('audit.everything')}
        options={ACTIONS.map((value) => ({ value, label: t(`audit.actions.${value}`) }))}
        onChange={(action) => onFilter({ action: action ?? undefined })}
      />
      {(['from', 'until'] as const).map((end) => (
        <label key={end} className="audit-day" htmlFor={`audit-${end}`}>
          {t(`audit.${end}`)}
          <Input id={`audit-${end}`} type="date" value={filter[end] ?? ''} onChange={(event) => onFilter({ [end]: event.target.value })} />
        </label>
      ))}
    </div>
  )
}

/** The whole log in one file, each entry with its hash, as `verify-audit` reads it. */
const ExportButton = (): ReactNode => {
  const { t } = useTranslation()
  const { ofProblem } = useProblemText()
  const { message } = App.useApp()
  const take = useMutation({
    mutationFn: api.exportAudit,
    onSuccess: (entries) => {
      const lines = entries.map((entry) => `${JSON.stringify(entry)}\n`)
      saveFile(`audit-${new Date().toISOString().slice(0, 10)}.jsonl`, lines.join(''))
      void message.success(t('audit.exported', { count: entries.length }))
    },
    onError: (error) => void message.error(ofProblem(asProblemError(error).problem)),
  })
  return (
    <Button loading={take.isPending} onClick={() => take.mutate()}>
      {t('audit.export')}
    </Button>
  )
}
