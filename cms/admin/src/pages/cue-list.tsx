import { type ReactNode, type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CueRow } from '../components/cue-row.tsx'
import type { CueFindings } from '../cue/cue-check.ts'
import { clockText } from '../cue/cue-clock.ts'
import type { SheetCue } from '../cue/cue-sheet.ts'
import { rowsInView } from '../cue/rows-in-view.ts'
import { useFilmClock, useFilmMs } from './film-clock.ts'
import type { CueEditing } from './use-cue-edit.ts'

const ROW_PX = { lines: 44, columns: 132 } as const
const ID = 'cue-row-'
export const TEXT_FIELD_ID = 'cue-text'

type Props = {
  readonly cue: SheetCue | undefined
  readonly cues: readonly SheetCue[]
  readonly language: string
  readonly offsetMs: number
  readonly editing: CueEditing
  readonly onChoose: (cue: SheetCue) => void
}

/** All cues in a list that can be long: only rows in view are drawn. One is worked on, the one over the film is marked. */
export const CueList = ({ cue, cues, language, offsetMs, editing, onChoose }: Props): ReactNode => {
  const { t } = useTranslation()
  const list = useRef<HTMLDivElement>(null)
  const filmMs = useFilmMs()
  const isColumns = language === 'mn-Mong'
  const rowPx = ROW_PX[isColumns ? 'columns' : 'lines']
  const view = useView(list)
  const { from, to } = rowsInView(view, rowPx, cues.length)
  const chosenAt = cues.findIndex(({ key }) => key === cue?.key)
  const playingAt =
    filmMs === undefined ? -1 : cues.findIndex(({ startMs, endMs }) => startMs <= filmMs - offsetMs && filmMs - offsetMs < endMs)
  useInView(list, chosenAt, rowPx)
  useFollowed(list, playingAt, rowPx)
  const move = (event: React.KeyboardEvent): void => {
    const page = Math.max(1, Math.floor(view.heightPx / rowPx) - 1)
    const steps: Readonly<Record<string, number>> = {
      ArrowUp: -1,
      ArrowDown: 1,
      PageUp: -page,
      PageDown: page,
      Home: -cues.length,
      End: cues.length,
    }
    const step = steps[event.key]
    if (event.key === 'Enter') document.getElementById(TEXT_FIELD_ID)?.focus()
    else if (step === undefined) return
    event.preventDefault()
    const next = step === undefined ? undefined : cues[Math.max(0, Math.min(cues.length - 1, chosenAt + step))]
    if (next !== undefined) onChoose(next)
  }
  const isChosenDrawn = chosenAt >= from && chosenAt < to
  return (
    <>
      <div
        ref={list}
        className="cue-list"
        role="listbox"
        tabIndex={0}
        aria-label={t('cues.list')}
        aria-describedby="cue-keys"
        {...(isChosenDrawn ? { 'aria-activedescendant': `${ID}${cue?.key}` } : {})}
        onKeyDown={move}
      >
        <div className="cue-rows" role="none" style={{ blockSize: cues.length * rowPx }}>
          {cues.slice(from, to).map((one, index) => (
            <CueRow
              key={one.key}
              id={`${ID}${one.key}`}
              place={{ at: from + index, of: cues.length, offsetPx: (from + index) * rowPx, heightPx: rowPx }}
              times={`${clockText(one.startMs)} – ${clockText(one.endMs)}`}
              text={one.text}
              isColumn={isColumns}
              isChosen={from + index === chosenAt}
              playingWord={from + index === playingAt ? t('cues.isPlaying') : undefined}
              remark={remarkOf(editing.findings.get(one.key))}
              onChoose={() => onChoose(one)}
            />
          ))}
        </div>
      </div>
      <p id="cue-keys" className="muted small">
        {`${t('cues.count', { count: cues.length })} · ${t('cues.keys')}`}
      </p>
    </>
  )

  function remarkOf(findings: CueFindings | undefined): { readonly text: string; readonly isWrong: boolean } | undefined {
    const [wrong] = findings?.wrongs ?? []
    const [note] = findings?.notes ?? []
    if (wrong !== undefined) return { text: t(`cues.wrong.${wrong}`), isWrong: true }
    return note === undefined ? undefined : { text: t(`cues.note.${note}`), isWrong: false }
  }
}

type View = { readonly topPx: number; readonly heightPx: number }
type ListRef = RefObject<HTMLDivElement | null>

/** What of the list is in view. */
function useView(list: ListRef): View {
  const [view, setView] = useState<View>({ topPx: 0, heightPx: 0 })
  useLayoutEffect(() => {
    const element = list.current
    if (element === null) return undefined
    const look = (): void => setView({ topPx: element.scrollTop, heightPx: element.clientHeight })
    const observer = new ResizeObserver(look)
    observer.observe(element)
    element.addEventListener('scroll', look, { passive: true })
    look()
    return () => {
      observer.disconnect()
      element.removeEventListener('scroll', look)
    }
  }, [list])
  return view
}

/** Keeps a row in view when it becomes another. */
function useInView(list: ListRef, at: number, rowPx: number): void {
  useEffect(() => {
    const element = list.current
    if (element === null || at < 0) return
    const [top, foot] = [at * rowPx, (at + 1) * rowPx]
    if (top < element.scrollTop) element.scrollTop = top
    else if (foot > element.scrollTop + element.clientHeight) element.scrollTop = foot - element.clientHeight
  }, [list, at, rowPx])
}

/** While the film plays the list goes along. */
function useFollowed(list: ListRef, playingAt: number, rowPx: number): void {
  const { clock } = useFilmClock()
  useInView(list, clock.film()?.paused === false ? playingAt : -1, rowPx)
}
