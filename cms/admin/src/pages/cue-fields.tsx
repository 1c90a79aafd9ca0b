import { Button, Input, Segmented, Space } from 'antd'
import { type KeyboardEvent, type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ColumnField } from '../components/column-field.tsx'
import { clockText, typedMs } from '../cue/cue-clock.ts'
import { changeCue, removeCue } from '../cue/cue-edit.ts'
import type { CueSheet, SheetCue } from '../cue/cue-sheet.ts'
import { isVerticalSetting, withDirection } from '../cue/cue-text.ts'
import { TEXT_FIELD_ID } from './cue-list.tsx'
import { useFilmClock } from './film-clock.ts'
import type { CueEditing } from './use-cue-edit.ts'

type Props = {
  readonly cue: SheetCue
  readonly cues: readonly SheetCue[]
  readonly language: string
  readonly offsetMs: number
  readonly editing: CueEditing
  readonly onChoose: (cue: SheetCue) => void
  /** A cue was deleted; the sheet is what is left. */
  readonly onRemoved: (number: number, left: CueSheet) => void
}

const NOTE_ID = 'cue-note'

const focusText = (): void => document.getElementById(TEXT_FIELD_ID)?.focus()

/** The cue that is worked on: from when, until when, its words, its direction, and what is wrong with it. */
export const CueFields = ({ cue, cues, language, offsetMs, editing, onChoose, onRemoved }: Props): ReactNode => {
  const { t } = useTranslation()
  const at = cues.indexOf(cue)
  const number = at + 1
  const [before, after] = [cues[at - 1], cues[at + 1]]
  const wrongs = editing.findings.get(cue.key)?.wrongs ?? []
  const isWrong = (...names: readonly (typeof wrongs)[number][]): boolean => wrongs.some((wrong) => names.includes(wrong))
  const goBy = (event: KeyboardEvent): void => {
    const next = event.altKey ? { ArrowUp: before, ArrowDown: after }[event.key] : undefined
    if (next === undefined) return
    event.preventDefault()
    onChoose(next)
  }
  const step = (next: SheetCue | undefined): void => {
    if (next === undefined) return
    onChoose(next)
    // The button of the last step is of no more use, and would take the focus with it.
    if (next === cues[0] || next === cues.at(-1)) focusText()
  }
  const time = { cue, editing, offsetMs, number }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of the fields inside
    <div className="cue-fields" onKeyDown={goBy}>
      <div className="track-line">
        <strong className="grow">{t('cues.row', { number })}</strong>
        <Button size="small" disabled={before === undefined} onClick={() => step(before)}>
          {t('cues.previous')}
        </Button>
        <Button size="small" disabled={after === undefined} onClick={() => step(after)}>
          {t('cues.next')}
        </Button>
        <RemoveButton cue={cue} number={number} editing={editing} neighbour={after ?? before} onChoose={onChoose} onRemoved={onRemoved} />
      </div>
      <div className="cue-moments">
        <TimeField {...time} side="start" isWrong={isWrong('beyond-film') || cue.unread?.start !== undefined} />
        <TimeField {...time} side="end" isWrong={isWrong('end-before-start') || cue.unread?.end !== undefined} />
        <Segmented
          aria-label={t('cues.direction')}
          value={isVerticalSetting(cue.settings) ? 'columns' : 'lines'}
          options={[
            { value: 'lines', label: t('cues.lines') },
            { value: 'columns', label: t('cues.columns') },
          ]}
          onChange={(direction) =>
            editing.change((sheet) => changeCue(sheet, cue.key, { settings: withDirection(cue.settings, direction === 'columns') }))
          }
        />
      </div>
      <TextField
        cue={cue}
        number={number}
        isColumn={language === 'mn-Mong'}
        isWrong={isWrong('empty', 'too-long', 'private-use')}
        editing={editing}
      />
      <Findings cue={cue} editing={editing} />
    </div>
  )
}

const Findings = ({ cue, editing }: Pick<Props, 'cue' | 'editing'>): ReactNode => {
  const { t } = useTranslation()
  const { wrongs = [], notes = [] } = editing.findings.get(cue.key) ?? {}
  return (
    <div id={NOTE_ID} role="alert" className="cue-note">
      {wrongs.map((wrong) => (
        <p key={wrong} className="is-troubled">
          {t(`cues.wrong.${wrong}`)}
        </p>
      ))}
      {notes.map((note) => (
        <p key={note}>{t(`cues.note.${note}`)}</p>
      ))}
    </div>
  )
}

type TextProps = {
  readonly cue: SheetCue
  readonly number: number
  readonly isColumn: boolean
  readonly isWrong: boolean
  readonly editing: CueEditing
}

/** Mongolian of the traditional script is typed in columns, as it is shown. */
const TextField = ({ cue, number, isColumn, isWrong, editing }: TextProps): ReactNode => {
  const { t } = useTranslation()
  const label = t('cues.textOf', { number })
  const change = (text: string): void => editing.change((sheet) => changeCue(sheet, cue.key, { text }), `text ${cue.key}`)
  if (isColumn) {
    return (
      <div className="cue-columns">
        <ColumnField
          id={TEXT_FIELD_ID}
          label={label}
          describedBy={NOTE_ID}
          value={cue.text}
          isInvalid={isWrong}
          isOneColumn={false}
          onChange={change}
        />
      </div>
    )
  }
  return (
    <Input.TextArea
      id={TEXT_FIELD_ID}
      aria-label={label}
      aria-describedby={NOTE_ID}
      aria-invalid={isWrong}
      {...(isWrong ? { status: 'error' as const } : {})}
      autoSize={{ minRows: 2, maxRows: 8 }}
      maxLength={4000}
      value={cue.text}
      onChange={(event) => change(event.target.value)}
    />
  )
}

type RemoveProps = Pick<Props, 'cue' | 'editing' | 'onChoose' | 'onRemoved'> & {
  readonly number: number
  readonly neighbour: SheetCue | undefined
}

const RemoveButton = ({ cue, number, editing, neighbour, onChoose, onRemoved }: RemoveProps): ReactNode => {
  const { t } = useTranslation()
  const remove = (): void => {
    const left = removeCue(editing.sheet, cue.key)
    editing.change(() => left)
    if (neighbour !== undefined) onChoose(neighbour)
    focusText()
    onRemoved(number, left)
  }
  return (
    <Button size="small" type="link" danger onClick={remove}>
      {t('cues.remove')}
    </Button>
  )
}

type TimeProps = {
  readonly side: 'start' | 'end'
  readonly cue: SheetCue
  readonly number: number
  readonly offsetMs: number
  readonly isWrong: boolean
  readonly editing: CueEditing
}

/** A time that is typed, or taken from where the film is. What cannot be read stays as it was typed, and is said to be so. */
const TimeField = ({ side, cue, number, offsetMs, isWrong, editing }: TimeProps): ReactNode => {
  const { t } = useTranslation()
  const { clock, hasFilm } = useFilmClock()
  const ms = side === 'start' ? cue.startMs : cue.endMs
  const take = (typed: string): void => {
    const read = typedMs(typed)
    const { [side]: _before, ...others } = cue.unread ?? {}
    const unread = read === undefined ? { ...others, [side]: typed } : others
    const time = read === undefined ? {} : side === 'start' ? { startMs: read } : { endMs: read }
    editing.change(
      (sheet) => changeCue(sheet, cue.key, { ...time, unread: Object.keys(unread).length === 0 ? undefined : unread }),
      `${side} ${cue.key}`,
    )
  }
  const takeNow = (): void => {
    const seconds = clock.seconds()
    if (seconds !== undefined) take(clockText(seconds * 1000 - offsetMs))
  }
  return (
    <Space.Compact>
      <TypedTime
        words={{ prefix: t(`cues.${side}`), label: t(`cues.${side}Of`, { number }) }}
        text={cue.unread?.[side] ?? clockText(ms)}
        isWrong={isWrong}
        onTake={take}
      />
      <Button disabled={!hasFilm} aria-label={t(`cues.${side}Now`, { number })} onClick={takeNow}>
        {t('cues.now')}
      </Button>
    </Space.Compact>
  )
}

type TypedProps = {
  readonly words: { readonly prefix: string; readonly label: string }
  readonly text: string
  readonly isWrong: boolean
  readonly onTake: (typed: string) => void
}

const TypedTime = ({ words, text, isWrong, onTake }: TypedProps): ReactNode => {
  // While it is typed it stands as it is typed, for as long as it says the time that the cue has.
  const [typed, setTyped] = useState('')
  const isTyped = typed !== '' && (typed === text || timeText(typed) === text)
  const finish = (): void => setTyped('')
  const take = (value: string): void => {
    setTyped(value)
    onTake(value)
  }
  return (
    <Input
      className="cue-time"
      prefix={<span className="muted small">{words.prefix}</span>}
      aria-label={words.label}
      aria-describedby={NOTE_ID}
      aria-invalid={isWrong}
      {...(isWrong ? { status: 'error' as const } : {})}
      autoComplete="off"
      maxLength={20}
      value={isTyped ? typed : text}
      onChange={(event) => take(event.target.value)}
      onBlur={finish}
      onPressEnter={finish}
    />
  )
}

function timeText(typed: string): string | undefined {
  const ms = typedMs(typed)
  return ms === undefined ? undefined : clockText(ms)
}
