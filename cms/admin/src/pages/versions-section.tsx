import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { ProgrammeVersion, StaffProgramme } from '@ulan/contract'
import { Alert, App, Button, Card, Segmented, Tag } from 'antd'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../data/api-client.ts'
import { formatDateTime } from '../data/formatters.ts'
import { asProblemError } from '../data/problem-error.ts'
import { rememberProgramme, versionsQuery } from '../data/staff-queries.ts'
import { diffContents, versionBefore } from '../data/version-diff.ts'
import { CompareDialog } from './compare-dialog.tsx'
import { useLeftOutWords } from './use-left-out-words.ts'
import { useProblemText } from './use-problem-text.ts'
import type { ProgrammeEditing } from './use-programme-edit.ts'
import { useReach } from './use-reach.ts'

type Props = { readonly programme: StaffProgramme; readonly editing: ProgrammeEditing }

/** As many as are looked for nearly always; the others are a press away. */
const SHOWN_AT_ONCE = 5

/** What went out of a programme, by whom and with whose signatures; what each changed, and the way back to it. */
export const VersionsSection = ({ programme, editing }: Props): ReactNode => {
  const { t } = useTranslation()
  const { ofProblem } = useProblemText()
  const versions = useQuery({ ...versionsQuery(programme), placeholderData: (before) => before })
  const [seen, setSeen] = useState<ProgrammeVersion>()
  if (programme.versionNumber === undefined) return null
  const [shown, earlier] = [versions.data?.slice(0, SHOWN_AT_ONCE) ?? [], versions.data?.slice(SHOWN_AT_ONCE) ?? []]
  const lines = (list: readonly ProgrammeVersion[]): ReactNode => (
    <ol className="versions">
      {list.map((version) => (
        <VersionLine key={version.number} version={version} programme={programme} onCompare={() => setSeen(version)} />
      ))}
    </ol>
  )
  return (
    <Card title={t('versions.title')} loading={versions.isPending}>
      {versions.isError ? <Alert type="error" showIcon title={ofProblem(asProblemError(versions.error).problem)} /> : null}
      {lines(shown)}
      {earlier.length === 0 ? null : (
        <details className="review-earlier">
          <summary>{t('versions.earlier', { count: earlier.length })}</summary>
          {lines(earlier)}
        </details>
      )}
      {seen === undefined ? null : (
        <VersionDialog
          version={seen}
          versions={versions.data ?? []}
          programme={programme}
          editing={editing}
          onClose={() => setSeen(undefined)}
        />
      )}
    </Card>
  )
}

type LineProps = { readonly version: ProgrammeVersion; readonly programme: StaffProgramme; readonly onCompare: () => void }

const VersionLine = ({ version, programme, onCompare }: LineProps): ReactNode => {
  const { t } = useTranslation()
  const { number, publishedBy, reviewNumber } = version
  const isShown = programme.status === 'published' && number === programme.versionNumber
  const at = formatDateTime(version.publishedAt)
  return (
    <li>
      <span className="version-name">
        {t('versions.number', { number })} {isShown ? <Tag color="success">{t('versions.shown')}</Tag> : null}
      </span>
      <Button size="small" onClick={onCompare} aria-label={t('versions.compareOf', { number })}>
        {t('versions.compare')}
      </Button>
      <span className="muted small version-facts">
        {publishedBy === undefined ? t('versions.at', { at }) : t('versions.by', { at, by: publishedBy.name })}
        {reviewNumber === undefined ? '' : ` · ${t('versions.signed', { number: reviewNumber })}`}
      </span>
    </li>
  )
}

type DialogProps = Props & {
  readonly version: ProgrammeVersion
  readonly versions: readonly ProgrammeVersion[]
  readonly onClose: () => void
}
type Against = 'draft' | 'before'

/** A version beside what is worked on now, or beside the one before it, and the way back to it. */
const VersionDialog = ({ version, versions, programme, editing, onClose }: DialogProps): ReactNode => {
  const { t } = useTranslation()
  const former = versionBefore(versions, version.number)
  const [against, setAgainst] = useState<Against>('draft')
  const isWithFormer = against === 'before' && former !== undefined
  const choices = [
    { value: 'draft' as const, label: t('versions.againstDraft') },
    { value: 'before' as const, label: t('versions.againstBefore'), disabled: former === undefined },
  ]
  return (
    <CompareDialog
      title={t('versions.number', { number: version.number })}
      before={isWithFormer ? former.content : version.content}
      after={isWithFormer ? version.content : programme}
      head={<Segmented<Against> value={against} options={choices} onChange={setAgainst} style={{ marginBlockEnd: 12 }} />}
      footer={<RestoreFooter version={version} programme={programme} editing={editing} onClose={onClose} />}
      onClose={onClose}
    />
  )
}

const RestoreFooter = ({ version, programme, editing, onClose }: Omit<DialogProps, 'versions'>): ReactNode => {
  const { t } = useTranslation()
  const { mayEdit } = useReach(programme)
  const restore = useRestore(programme, editing, onClose)
  if (!mayEdit) return null
  const isLast = version.number === programme.versionNumber
  const hasWords = diffContents(version.content, programme).length > 0
  const changed = hasWords ? 'versions.restoreReplaces' : 'versions.filmFiles'
  const unchanged = hasWords ? 'versions.restoreHint' : 'versions.nothingToGiveUp'
  const hint = programme.isChanged ? changed : unchanged
  return (
    <div className="version-footer">
      <span className="muted small">{t(editing.isDirty ? 'versions.saveFirst' : hint)}</span>
      <Button
        type="primary"
        danger={programme.isChanged && hasWords}
        disabled={editing.isDirty || !hasWords}
        loading={restore.isPending}
        onClick={() => restore.mutate(version.number)}
      >
        {t(isLast ? 'versions.giveUp' : 'versions.restore')}
      </Button>
    </div>
  )
}

function useRestore(programme: StaffProgramme, editing: ProgrammeEditing, onClose: () => void) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const namesOf = useLeftOutWords()
  const client = useQueryClient()
  return useMutation({
    mutationFn: (number: number) => api.restoreVersion(programme, number),
    onSuccess: ({ programme: restored, leftOut }) => {
      rememberProgramme(client, restored)
      onClose()
      const fields = namesOf(leftOut)
      if (fields === '') void message.success(t('versions.restored'))
      else void message.warning(t('versions.restoredWithout', { fields }), 10)
    },
    onError: (caught) => {
      onClose()
      editing.report(asProblemError(caught))
    },
  })
}
