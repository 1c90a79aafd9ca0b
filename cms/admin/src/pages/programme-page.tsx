import { useQuery } from '@tanstack/react-query'
import type { ProgrammeId, StaffProgramme } from '@ulan/contract'
import { Alert, App, Button, Form, Result, Spin } from 'antd'
import { type ReactNode, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { FieldsLock } from '../components/fields-lock.tsx'
import { asProblemError, type ProblemError } from '../data/problem-error.ts'
import { programmeQuery } from '../data/staff-queries.ts'
import { goTo, lastListRoute, routeHash } from '../routes.ts'
import { ConflictDialog } from './conflict-dialog.tsx'
import { DeleteProgramme } from './delete-programme.tsx'
import { DetailsSection } from './details-section.tsx'
import { FactsSection } from './facts-section.tsx'
import { LessonsSection } from './lessons-section.tsx'
import { ProgrammeSide } from './programme-side.tsx'
import { RightsSection } from './rights-section.tsx'
import { TextsSection } from './texts-section.tsx'
import { useProblemText } from './use-problem-text.ts'
import { type ProgrammeEditing, useProgrammeEdit } from './use-programme-edit.ts'
import { type Reach, useReach } from './use-reach.ts'

export const ProgrammePage = ({ id }: { readonly id: ProgrammeId }): ReactNode => {
  const { t } = useTranslation()
  const { ofProblem } = useProblemText()
  const programme = useQuery(programmeQuery(id))
  if (programme.data !== undefined) return <ProgrammeEditor key={id} programme={programme.data} />
  if (!programme.isError) return <Spin size="large" style={{ display: 'block', marginBlock: 120, marginInline: 'auto' }} />
  return (
    <Result
      status="warning"
      title={ofProblem(asProblemError(programme.error).problem)}
      extra={[
        <Button key="back" type="primary" onClick={() => goTo(lastListRoute())}>
          {t('editor.backToList')}
        </Button>,
        <Button key="retry" onClick={() => void programme.refetch()}>
          {t('action.retry', { ns: 'common' })}
        </Button>,
      ]}
    />
  )
}

const ProgrammeEditor = ({ programme }: { readonly programme: StaffProgramme }): ReactNode => {
  const { t } = useTranslation()
  const editing = useProgrammeEdit(programme)
  const reach = useReach(programme)
  return (
    <>
      <div className="page-head is-sticky">
        <div className="grow">
          <a className="small" href={routeHash(lastListRoute())}>
            ‹ {t('editor.backToList')}
          </a>
          <h1 className="ellipsis">{editing.form.titleChinese || t('list.untitled')}</h1>
        </div>
        <DeleteProgramme programme={programme} editing={editing} />
        {reach.mayEdit ? <SaveButton editing={editing} /> : null}
      </div>
      <ReachNotice reach={reach} />
      <EditorNotices editing={editing} />
      <div className="editor">
        <FieldsLock isLocked={!reach.mayEdit}>
          <Form component="div" layout="vertical" className="editor-form">
            <TextsSection editing={editing} />
            <DetailsSection editing={editing} />
            <FactsSection editing={editing} />
            <LessonsSection editing={editing} />
            <RightsSection editing={editing} />
          </Form>
        </FieldsLock>
        <ProgrammeSide programme={programme} editing={editing} mayEdit={reach.mayEdit} />
      </div>
      <ConflictDialog editing={editing} />
    </>
  )
}

const SaveButton = ({ editing }: { readonly editing: ProgrammeEditing }): ReactNode => {
  const { t } = useTranslation()
  const save = useSave(editing)
  return (
    <>
      <span className="muted small" role="status">
        {t(editing.isDirty ? 'editor.unsaved' : 'editor.saved')}
      </span>
      <Button type="primary" disabled={!editing.isDirty} loading={editing.isSaving} onClick={() => void save()}>
        {t('action.save', { ns: 'common' })}
      </Button>
    </>
  )
}

/** Why nothing can be changed here. */
const ReachNotice = ({ reach }: { readonly reach: Reach }): ReactNode => {
  const { t } = useTranslation()
  if (reach.mayEdit) return null
  return (
    <Alert type="info" showIcon style={{ marginBlockEnd: 16 }} title={t(reach.isOtherRegion ? 'editor.otherRegion' : 'editor.readOnly')} />
  )
}

/** Problems that a dialog of their own asks about. */
const ASKED_ELSEWHERE: ReadonlySet<ProblemError['problem']> = new Set(['stale-revision', 'sign-in-required'] as const)

const EditorNotices = ({ editing }: { readonly editing: ProgrammeEditing }): ReactNode => {
  const { t } = useTranslation()
  const { ofProblem, ofField } = useProblemText()
  const space = { marginBlockEnd: 16 }
  const { problem } = editing
  return (
    <>
      {problem !== undefined && !ASKED_ELSEWHERE.has(problem) ? (
        <Alert
          type="error"
          showIcon
          style={space}
          closable={{ onClose: editing.closeProblem, 'aria-label': t('action.close', { ns: 'common' }) }}
          title={ofProblem(problem)}
          description={editing.otherErrors.map(ofField).join(' ') || undefined}
        />
      ) : null}
      {editing.isUnkept ? <Alert type="warning" showIcon style={space} title={t('editor.notKept')} /> : null}
      {editing.isRestored ? (
        <Alert
          type="info"
          showIcon
          style={space}
          title={t('editor.restored')}
          action={
            <Button size="small" onClick={editing.discard}>
              {t('editor.discard')}
            </Button>
          }
        />
      ) : null}
      {editing.conflicts.length > 0 ? <Alert type="warning" showIcon style={space} title={t('conflict.merged')} /> : null}
    </>
  )
}

/** Saving by the button or Ctrl+S, with a word about it. */
function useSave(editing: ProgrammeEditing): () => Promise<void> {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const save = async (): Promise<void> => {
    const outcome = await editing.save()
    if (outcome.kind === 'saved') void message.success(t('editor.saved'))
  }
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (event.key.toLowerCase() !== 's' || !(event.ctrlKey || event.metaKey)) return
      event.preventDefault()
      void save()
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  })
  return save
}
