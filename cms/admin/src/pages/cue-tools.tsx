import { App, Button, Input, InputNumber } from 'antd'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { addCue, findCue, roomBefore, shiftFrom } from '../cue/cue-edit.ts'
import type { SheetCue } from '../cue/cue-sheet.ts'
import { useFilmClock } from './film-clock.ts'
import type { CueEditing } from './use-cue-edit.ts'

type Props = {
  readonly cue: SheetCue | undefined
  readonly language: string
  readonly offsetMs: number
  readonly editing: CueEditing
  readonly onChoose: (cue: SheetCue) => void
  /** A cue was made, which is worked on next; the film stays where it is. */
  readonly onAdded: (key: number) => void
}

/** What is done with the list: finding words, adding, moving all that follows, taking a step back. */
export const CueTools = ({ cue, language, offsetMs, editing, onChoose, onAdded }: Props): ReactNode => {
  const { t } = useTranslation()
  const { clock, hasFilm } = useFilmClock()
  const add = (atMs?: number): void => {
    const key = editing.sheet.nextKey
    editing.change((sheet) => addCue(sheet, cue?.key, language === 'mn-Mong', atMs))
    onAdded(key)
  }
  const addHere = (): void => {
    const seconds = clock.seconds()
    if (seconds !== undefined) add(Math.max(0, Math.round(seconds * 1000) - offsetMs))
  }
  return (
    <div className="cue-tools">
      <FindField cue={cue} editing={editing} onChoose={onChoose} />
      <div className="track-line">
        <Button onClick={() => add()}>{t(cue === undefined ? 'cues.addFirst' : 'cues.add')}</Button>
        <Button disabled={!hasFilm} onClick={addHere}>
          {t('cues.addHere')}
        </Button>
        <Button disabled={!editing.canUndo} onClick={editing.undo}>
          {t('cues.undo')}
        </Button>
      </div>
      {cue === undefined ? null : <ShiftField cue={cue} editing={editing} />}
    </div>
  )
}

const FindField = ({ cue, editing, onChoose }: Pick<Props, 'cue' | 'editing' | 'onChoose'>): ReactNode => {
  const { t } = useTranslation()
  const [words, setWords] = useState('')
  const [missed, setMissed] = useState('')
  const find = (): void => {
    const found = findCue(editing.sheet, words, cue?.key)
    setMissed(found === undefined ? words.trim() : '')
    if (found !== undefined) onChoose(found)
  }
  return (
    <div className="track-line">
      <Input
        aria-label={t('cues.find')}
        placeholder={t('cues.find')}
        autoComplete="off"
        maxLength={100}
        value={words}
        onChange={(event) => setWords(event.target.value)}
        onPressEnter={find}
      />
      <Button disabled={words.trim() === ''} onClick={find}>
        {t('cues.findNext')}
      </Button>
      <span role="status" className="muted small">
        {missed === '' ? '' : t('cues.notFound', { words: missed })}
      </span>
    </div>
  )
}

const ShiftField = ({ cue, editing }: { readonly cue: SheetCue; readonly editing: CueEditing }): ReactNode => {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const [seconds, setSeconds] = useState<number | null>(null)
  const shift = (): void => {
    if (seconds === null || seconds === 0) return
    const { cues } = editing.sheet
    const [ms, roomMs] = [Math.round(seconds * 1000), roomBefore(editing.sheet, cue.key)]
    if (ms < -roomMs) return void message.warning(t('cues.noRoomBefore', { seconds: roomMs / 1000 }), 8)
    editing.change((sheet) => shiftFrom(sheet, cue.key, ms))
    void message.success(t('cues.shifted', { count: cues.length - cues.findIndex(({ key }) => key === cue.key) }))
    setSeconds(null)
  }
  return (
    <div className="track-line">
      <label className="small" htmlFor="cue-shift">
        {t('cues.shift')}
      </label>
      <InputNumber<number>
        id="cue-shift"
        className="offset-field"
        min={-36_000}
        max={36_000}
        step={0.1}
        precision={3}
        value={seconds}
        onChange={setSeconds}
        onPressEnter={shift}
      />
      <Button disabled={seconds === null || seconds === 0} onClick={shift}>
        {t('cues.shiftDo')}
      </Button>
    </div>
  )
}
