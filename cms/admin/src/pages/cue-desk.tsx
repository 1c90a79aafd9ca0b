import type { Asset, CueSheet as KeptSheet, StaffProgramme } from '@ulan/contract'
import { App, Button } from 'antd'
import { type ReactNode, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FieldsLock } from '../components/fields-lock.tsx'
import type { SheetCue } from '../cue/cue-sheet.ts'
import { routeHash } from '../routes.ts'
import { CueFields } from './cue-fields.tsx'
import { CueFilm } from './cue-film.tsx'
import { CueList } from './cue-list.tsx'
import { CueNotices } from './cue-notices.tsx'
import { CueTools } from './cue-tools.tsx'
import { FilmClock, FilmClockContext } from './film-clock.ts'
import { type CueEditing, useCueEdit } from './use-cue-edit.ts'
import { useProblemText } from './use-problem-text.ts'
import { useReach } from './use-reach.ts'
import { useRemovedWord } from './use-removed-word.tsx'
import { useTrackWords } from './use-track-words.ts'

type Props = {
  readonly programme: StaffProgramme
  readonly asset: Asset
  readonly track: Asset['tracks'][number]
  readonly lineId: string
  readonly newest: KeptSheet
  readonly onRenew: () => Promise<void>
}

/** Left the list of cues, right the film with them over it and the fields of the one that is worked on. */
export const CueDesk = ({ programme, asset, track, lineId, newest, onRenew }: Props): ReactNode => {
  const { t } = useTranslation()
  const { offsetMs, language } = track
  const filmMs = asset.durationSeconds === undefined ? undefined : asset.durationSeconds * 1000 - offsetMs
  const editing = useCueEdit({ assetId: asset.id, lineId, filmMs }, newest)
  const { mayEdit } = useReach(programme)
  const [clock] = useState(() => new FilmClock())
  const [chosen, setChosen] = useState<number>()
  const tellRemoved = useRemovedWord(editing)
  const { cues } = editing.sheet
  const cue = cues.find(({ key }) => key === chosen) ?? cues[0]
  const choose = (next: SheetCue): void => {
    setChosen(next.key)
    const film = clock.film()
    if (film !== undefined) film.currentTime = Math.max(0, next.startMs + offsetMs) / 1000
  }
  const place = { cue, cues, language, offsetMs, editing }
  return (
    <FilmClockContext value={clock}>
      <CueHead programme={programme} language={language} editing={editing} mayEdit={mayEdit} onWrong={setChosen} />
      <CueNotices editing={editing} newest={newest} offsetMs={offsetMs} onWrong={setChosen} />
      <div className="cue-desk">
        <section className="cue-side" aria-label={t('cues.list')}>
          <FieldsLock isLocked={!mayEdit}>
            <CueTools {...place} onChoose={choose} onAdded={setChosen} />
          </FieldsLock>
          <CueList {...place} onChoose={choose} />
        </section>
        <div className="cue-work">
          <CueFilm programme={programme} asset={asset} sheet={editing.sheet} language={language} offsetMs={offsetMs} onRenew={onRenew} />
          <FieldsLock isLocked={!mayEdit}>
            {cue === undefined ? (
              <p className="muted">{t('cues.none')}</p>
            ) : (
              <CueFields {...place} cue={cue} onChoose={choose} onRemoved={tellRemoved} />
            )}
          </FieldsLock>
        </div>
      </div>
    </FilmClockContext>
  )
}

/** What is over at once shows no wheel: one that is cut short by its end stays behind in the button's name. */
const SLOW = { delay: 400 } as const

type HeadProps = {
  readonly programme: StaffProgramme
  readonly language: string
  readonly editing: CueEditing
  readonly mayEdit: boolean
  readonly onWrong: (key: number) => void
}

const CueHead = ({ programme, language, editing, mayEdit, onWrong }: HeadProps): ReactNode => {
  const { t } = useTranslation()
  const words = useTrackWords()
  const save = useSave(editing, onWrong)
  const title = programme.title['zh-Hans'] || t('list.untitled')
  return (
    <div className="page-head is-sticky">
      <div className="grow">
        <a className="small" href={routeHash({ page: 'programme', id: programme.id })}>
          ‹ {t('cues.back')}
        </a>
        <h1 className="ellipsis">{t('cues.of', { programme: title, language: words.language(language) })}</h1>
      </div>
      {mayEdit ? (
        <>
          <span className="muted small" role="status">
            {t(editing.isDirty ? 'cues.unsaved' : 'cues.saved')}
          </span>
          <Button type="primary" disabled={!editing.isDirty} loading={editing.isSaving && SLOW} onClick={() => void save()}>
            {t('action.save', { ns: 'common' })}
          </Button>
        </>
      ) : null}
    </div>
  )
}

/** Saving by the button or Ctrl+S, with a word about it; what is wrong is gone to. */
function useSave(editing: CueEditing, onWrong: (key: number) => void): () => Promise<void> {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const { ofField } = useProblemText()
  const save = async (): Promise<void> => {
    if (editing.isSaving) return
    if (editing.sheet.cues.length === 0) return void message.error(t('cues.wrong.no-cues'))
    const outcome = await editing.save()
    if (outcome.kind === 'not-saved') {
      if (outcome.key !== undefined) onWrong(outcome.key)
      return
    }
    void message.success(t('cues.done'))
    for (const note of outcome.notes.filter(({ code }) => code === 'cue-menksoft-converted')) void message.warning(ofField(note), 10)
  }
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (event.key.toLowerCase() !== 's' || !(event.ctrlKey || event.metaKey)) return
      event.preventDefault()
      if (editing.isDirty) void save()
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  })
  return save
}
