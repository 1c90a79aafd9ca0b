import type { CueSheet as KeptSheet } from '@ulan/contract'
import { Alert, Button } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { writeSheet } from '../cue/cue-sheet.ts'
import { saveFile } from '../data/save-file.ts'
import type { CueEditing } from './use-cue-edit.ts'
import { useProblemText } from './use-problem-text.ts'

type Props = {
  readonly editing: CueEditing
  readonly newest: KeptSheet
  readonly offsetMs: number
  readonly onWrong: (key: number) => void
}

const SPACE = { marginBlockEnd: 12 } as const

/** What somebody has to know of the file as a whole. */
export const CueNotices = ({ editing, newest, offsetMs, onWrong }: Props): ReactNode => {
  const { t } = useTranslation()
  const wrong = editing.sheet.cues.filter(({ key }) => (editing.findings.get(key)?.wrongs.length ?? 0) > 0)
  return (
    <>
      <Refusal editing={editing} />
      {editing.isOvertaken ? <Overtaken editing={editing} newest={newest} /> : null}
      {editing.isUnkept ? <Alert type="warning" showIcon style={SPACE} title={t('editor.notKept')} /> : null}
      {editing.isRestored && !editing.isOvertaken ? (
        <Alert
          type="info"
          showIcon
          style={SPACE}
          title={t('cues.restored')}
          action={
            <Button size="small" onClick={() => editing.goOn(false)}>
              {t('cues.discard')}
            </Button>
          }
        />
      ) : null}
      {offsetMs === 0 ? null : <p className="muted small">{t('cues.offset', { seconds: offsetMs / 1000 })}</p>}
      {wrong[0] === undefined ? null : (
        <Alert
          type="warning"
          showIcon
          style={SPACE}
          title={t('cues.wrongCount', { count: wrong.length })}
          action={
            <Button size="small" onClick={() => wrong[0] !== undefined && onWrong(wrong[0].key)}>
              {t('cues.nextWrong')}
            </Button>
          }
        />
      )}
    </>
  )
}

/** What the server said of a file that it did not take; a conflict is asked about below as soon as it is known. */
const Refusal = ({ editing }: { readonly editing: CueEditing }): ReactNode => {
  const { t } = useTranslation()
  const { ofProblem, ofField } = useProblemText()
  const { problem, isOvertaken } = editing
  if (problem === undefined || problem.problem === 'sign-in-required' || (problem.problem === 'conflict' && isOvertaken)) return null
  return (
    <Alert
      type="error"
      showIcon
      style={SPACE}
      closable={{ onClose: editing.closeProblem, 'aria-label': t('action.close', { ns: 'common' }) }}
      title={ofProblem(problem.problem)}
      description={problem.fields.map(ofField).join(' ') || undefined}
    />
  )
}

/** A colleague was quicker: whoever decides gives up one of two files, which is put on this computer first. */
const Overtaken = ({ editing, newest }: Pick<Props, 'editing' | 'newest'>): ReactNode => {
  const { t } = useTranslation()
  const goOn = (withMine: boolean): void => {
    const [name, text] = withMine ? [t('cues.theirsFile'), newest.text] : [t('cues.mineFile'), writeSheet(editing.sheet)]
    saveFile(`${name}.vtt`, text, 'text/vtt')
    editing.goOn(withMine)
  }
  return (
    <Alert
      type="warning"
      showIcon
      style={SPACE}
      title={t('cues.overtaken')}
      description={t('cues.overtakenHint')}
      action={
        <div className="cue-choices">
          <Button size="small" onClick={() => goOn(false)}>
            {t('cues.useTheirs')}
          </Button>
          <Button size="small" onClick={() => goOn(true)}>
            {t('cues.useMine')}
          </Button>
        </div>
      }
    />
  )
}
