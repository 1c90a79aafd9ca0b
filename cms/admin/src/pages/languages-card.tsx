import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { BASE_LOCALE, type LanguagePolicy, type Settings } from '@ulan/contract'
import { Alert, App, Button, Card } from 'antd'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { LanguageLine } from '../components/language-line.tsx'
import { api } from '../data/api-client.ts'
import { formatDateTime } from '../data/formatters.ts'
import { asProblemError } from '../data/problem-error.ts'
import { KEYS, settingsChangesQuery, settingsQuery } from '../data/staff-queries.ts'
import { canMove, isSamePolicy, type LanguageRow, move, offer, policyOf, requireTitle, rowsOf } from '../form/language-rows.ts'
import { useProblemText } from './use-problem-text.ts'

/** Which languages viewers may choose, in which order, and whose titles a programme must have; for administrators. */
export const LanguagesCard = ({ settings }: { readonly settings: Settings }): ReactNode => {
  const { t } = useTranslation()
  const changed = useQuery(settingsChangesQuery(settings.rev)).data?.find(({ after }) => after.languages !== undefined)
  return (
    <Card
      title={t('languages.title')}
      style={{ maxInlineSize: 560, marginBlockStart: 24 }}
      extra={
        changed === undefined ? null : (
          <span className="muted small">{t('languages.changed', { by: changed.changedBy, at: formatDateTime(changed.changedAt) })}</span>
        )
      }
    >
      <p className="muted" style={{ marginBlockStart: 0 }}>
        {t('languages.hint')}
      </p>
      <LanguagesForm key={JSON.stringify(settings.languages)} settings={settings} />
    </Card>
  )
}

const LanguagesForm = ({ settings: { rev, languages } }: { readonly settings: Settings }): ReactNode => {
  const { t } = useTranslation()
  const { ofProblem } = useProblemText()
  const [rows, setRows] = useState<readonly LanguageRow[]>(() => rowsOf(languages))
  const save = useSaving(rev)
  const wanted = policyOf(rows)
  const isUnchanged = isSamePolicy(wanted, languages)
  return (
    <>
      {save.isError ? (
        <Alert type="error" showIcon style={{ marginBlockEnd: 12 }} title={ofProblem(asProblemError(save.error).problem)} />
      ) : null}
      <ol className="languages">
        {rows.map((row) => (
          <LanguageLine
            key={row.locale}
            row={row}
            isFixed={row.locale === BASE_LOCALE}
            canMove={(step) => canMove(rows, row.locale, step)}
            onMove={(step) => setRows(move(rows, row.locale, step))}
            onOffer={(isOffered) => setRows(offer(rows, row.locale, isOffered))}
            onRequire={(isRequired) => setRows(requireTitle(rows, row.locale, isRequired))}
          />
        ))}
      </ol>
      <p className="muted small">{t('languages.requiredHint')}</p>
      <div className="languages-actions">
        <Button type="primary" disabled={isUnchanged} loading={save.isPending} onClick={() => save.mutate(wanted)}>
          {t('languages.save')}
        </Button>
        <Button disabled={isUnchanged || save.isPending} onClick={() => setRows(rowsOf(languages))}>
          {t('languages.undo')}
        </Button>
      </div>
    </>
  )
}

function useSaving(rev: number) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const client = useQueryClient()
  return useMutation({
    mutationFn: (languages: LanguagePolicy) => api.updateSettings({ rev, languages }),
    onSuccess: (saved) => {
      client.setQueryData(settingsQuery.queryKey, saved)
      void client.invalidateQueries({ queryKey: KEYS.schedule })
      void message.success(t('languages.saved'))
    },
  })
}
