import { useQuery } from '@tanstack/react-query'
import type { Translation } from '@ulan/contract'
import { Alert, App, Button, Input } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ColumnField } from '../components/column-field.tsx'
import { TranslatedText } from '../components/translated-text.tsx'
import { formatDateTime } from '../data/formatters.ts'
import { sessionQuery } from '../data/staff-queries.ts'
import { isDirty, isOvertaken, maySave, presentText, reviewHindrance } from '../form/translation-edit.ts'
import { useProblemText } from './use-problem-text.ts'
import { type TranslationEditing, useTranslationEdit } from './use-translation-edit.ts'

const MOST_UNITS = 2000
const HOLE = /\{\{\w+\}\}/g

/** One text: the Chinese, what there is of it, and the field beside it. */
export const TranslationEditor = ({ translation }: { readonly translation: Translation }): ReactNode => {
  const { t } = useTranslation()
  const editing = useTranslationEdit(translation)
  const mayTranslate = useQuery(sessionQuery).data?.permissions.includes('translate') === true
  return (
    <div className="translation-editor">
      <Sources translation={translation} />
      <div className="translation-work">
        {editing.isUnkept ? <Alert type="warning" showIcon title={t('editor.notKept')} /> : null}
        <Notices translation={translation} editing={editing} />
        {mayTranslate ? (
          <TextField translation={translation} editing={editing} />
        ) : (
          <TranslatedText locale={translation.locale}>{presentText(translation)}</TranslatedText>
        )}
        <Actions translation={translation} editing={editing} mayTranslate={mayTranslate} />
      </div>
    </div>
  )
}

type Props = { readonly translation: Translation; readonly editing: TranslationEditing }

/** What is to be translated, and what came before. */
const Sources = ({ translation: { chinese, locale, shipped, proposal } }: { readonly translation: Translation }): ReactNode => {
  const { t } = useTranslation()
  const holes = [...new Set(chinese.match(HOLE) ?? [])]
  return (
    <dl className="translation-sources">
      <dt>{t('translations.chinese')}</dt>
      <dd className="translation-chinese">{chinese}</dd>
      {holes.length === 0 ? null : <dd className="muted small">{t('translations.holes', { holes: holes.join(' ') })}</dd>}
      {proposal === undefined || proposal.chinese === chinese ? null : (
        <>
          <dt>{t('translations.oldChinese')}</dt>
          <dd>
            <del>{proposal.chinese}</del>
          </dd>
        </>
      )}
      {shipped === '' || proposal === undefined || proposal.text === shipped ? null : (
        <>
          <dt>{t('translations.shipped')}</dt>
          <dd>
            <TranslatedText locale={locale}>{shipped}</TranslatedText>
          </dd>
        </>
      )}
      {proposal?.proposedBy === undefined ? null : (
        <dd className="muted small">
          {t('translations.proposedBy', { by: proposal.proposedBy, at: formatDateTime(proposal.proposedAt ?? '') })}
        </dd>
      )}
      {proposal?.reviewedBy === undefined ? null : (
        <dd className="muted small">
          {t('translations.reviewedBy', { by: proposal.reviewedBy, at: formatDateTime(proposal.reviewedAt ?? '') })}
        </dd>
      )}
    </dl>
  )
}

const Notices = ({ translation, editing }: Props): ReactNode => {
  const { t } = useTranslation()
  const { ofProblem, ofField } = useProblemText()
  const { edit, problem } = editing
  if (isOvertaken(edit, translation)) {
    return (
      <Alert
        type="warning"
        showIcon
        title={t('translations.overtaken')}
        description={
          <>
            {presentText(translation) === '' ? null : (
              <p>
                <TranslatedText locale={translation.locale}>{presentText(translation)}</TranslatedText>
              </p>
            )}
            <div className="translation-actions">
              <Button onClick={editing.keepMine}>{t('translations.keepMine')}</Button>
              <Button onClick={editing.discard}>{t('translations.takeTheirs')}</Button>
            </div>
          </>
        }
      />
    )
  }
  if (problem === undefined) return null
  return (
    <Alert type="error" showIcon title={problem.fields.length === 0 ? ofProblem(problem.problem) : problem.fields.map(ofField).join(' ')} />
  )
}

const TextField = ({ translation: { id, locale }, editing }: Props): ReactNode => {
  const { t } = useTranslation()
  const { edit, change, problem } = editing
  const isInvalid = problem?.fields.some(({ path }) => path === 'text') === true
  const label = t('translations.field')
  if (locale === 'mn-Mong')
    return <ColumnField id={`text-${id}`} label={label} value={edit.mine} isInvalid={isInvalid} isOneColumn onChange={change} />
  return (
    <Input.TextArea
      id={`text-${id}`}
      lang={locale}
      aria-label={label}
      {...(isInvalid ? { status: 'error' as const } : {})}
      autoSize={{ minRows: 3, maxRows: 10 }}
      maxLength={MOST_UNITS}
      value={edit.mine}
      onChange={(event) => change(event.target.value.replace(/\r?\n/g, ' '))}
    />
  )
}

const Actions = ({ translation, editing, mayTranslate }: Props & { readonly mayTranslate: boolean }): ReactNode => {
  const { t } = useTranslation()
  const { modal } = App.useApp()
  const session = useQuery(sessionQuery).data
  const { edit, sending, send } = editing
  const member = { email: session?.email ?? '', isAdministrator: session?.role === 'administrator' }
  const hindrance = reviewHindrance(edit, translation, member)
  const mayReview = session?.permissions.includes('proofread') === true
  const askToWithdraw = (): void => {
    modal.confirm({
      title: t('translations.withdrawAsk'),
      content: t('translations.withdrawHint'),
      okText: t('translations.withdraw'),
      onOk: () => send('withdraw'),
    })
  }
  return (
    <div className="translation-actions">
      {mayTranslate ? (
        <Button
          type="primary"
          disabled={!maySave(edit, translation) || sending !== undefined}
          loading={sending === 'save'}
          onClick={() => send('save')}
        >
          {t('translations.save')}
        </Button>
      ) : null}
      {mayReview ? (
        <Button disabled={hindrance !== undefined || sending !== undefined} loading={sending === 'review'} onClick={() => send('review')}>
          {t('translations.review')}
        </Button>
      ) : null}
      {mayTranslate && isDirty(edit) ? <Button onClick={editing.discard}>{t('editor.discard')}</Button> : null}
      {mayTranslate && translation.proposal !== undefined && !isDirty(edit) ? (
        <Button type="text" danger loading={sending === 'withdraw'} onClick={askToWithdraw}>
          {t('translations.withdraw')}
        </Button>
      ) : null}
      <span className="muted small" role="status">
        {hindrance !== undefined && (mayReview || hindrance === 'unsaved') ? t(`translations.hindrance.${hindrance}`) : null}
      </span>
    </div>
  )
}
