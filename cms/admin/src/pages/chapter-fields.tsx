import type { FieldProblem } from '@ulan/contract'
import { Button, Input, Select, Space } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { type ChapterRow, clockOf, tenthsDown } from '../form/chapter-rows.ts'
import { useFilmClock } from './film-clock.ts'
import { useProblemText } from './use-problem-text.ts'

const KINDS = ['opening', 'law-explained', 'credits'] as const satisfies readonly ChapterRow['kind'][]

type Props = {
  readonly index: number
  readonly row: ChapterRow
  readonly problems: readonly FieldProblem[]
  readonly onChange: (change: Partial<ChapterRow>) => void
  readonly onRemove: () => void
}

/** One chapter: what it is, from when, until when, and beneath what is wrong with it. */
export const ChapterFields = ({ index, row, problems, onChange, onRemove }: Props): ReactNode => {
  const { t } = useTranslation()
  const { ofField } = useProblemText()
  const number = index + 1
  const noteId = `chapter-note-${number}`
  const problemAt = (member: 'startSeconds' | 'endSeconds'): FieldProblem | undefined =>
    problems.find(({ path }) => path === `chapters.${index}.${member}`)
  return (
    <li className="chapter">
      <div className="track-line">
        <Select<ChapterRow['kind']>
          className="grow"
          aria-label={t('chapters.kindOf', { number })}
          value={row.kind}
          options={KINDS.map((value) => ({ value, label: t(`chapters.kind.${value}`) }))}
          onChange={(kind) => onChange({ kind })}
        />
        <Button
          className="chapter-remove"
          size="small"
          type="link"
          danger
          aria-label={t('chapters.removeOf', { number })}
          onClick={onRemove}
        >
          {t('chapters.remove')}
        </Button>
      </div>
      <div className="chapter-times">
        <TimeField
          className="chapter-start"
          words={{ prefix: t('chapters.start'), label: t('chapters.startOf', { number }), take: t('chapters.startNow', { number }) }}
          value={row.start}
          noteId={noteId}
          isWrong={problemAt('startSeconds') !== undefined}
          onChange={(start) => onChange({ start })}
        />
        <TimeField
          className="chapter-end"
          words={{ prefix: t('chapters.end'), label: t('chapters.endOf', { number }), take: t('chapters.endNow', { number }) }}
          value={row.end}
          noteId={noteId}
          isWrong={problemAt('endSeconds') !== undefined}
          onChange={(end) => onChange({ end })}
        />
      </div>
      <div id={noteId} role="alert" className="chapter-note">
        {[problemAt('startSeconds'), problemAt('endSeconds')].map((problem) =>
          problem === undefined ? null : <p key={problem.path}>{ofField(problem)}</p>,
        )}
      </div>
    </li>
  )
}

type TimeProps = {
  readonly className: string
  /** `take`: what the button that takes the film's time does. */
  readonly words: { readonly prefix: string; readonly label: string; readonly take: string }
  readonly value: string
  readonly noteId: string
  readonly isWrong: boolean
  readonly onChange: (typed: string) => void
}

/** A time that is typed, or taken from where the film is. */
const TimeField = ({ className, words, value, noteId, isWrong, onChange }: TimeProps): ReactNode => {
  const { t } = useTranslation()
  const { clock, hasFilm } = useFilmClock()
  const take = (): void => {
    const seconds = clock.seconds()
    if (seconds !== undefined) onChange(clockOf(tenthsDown(seconds)))
  }
  return (
    <Space.Compact>
      <Input
        className={className}
        prefix={<span className="muted small">{words.prefix}</span>}
        aria-label={words.label}
        aria-describedby={noteId}
        aria-invalid={isWrong}
        {...(isWrong ? { status: 'error' as const } : {})}
        inputMode="text"
        autoComplete="off"
        placeholder="0:00"
        maxLength={12}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
      <Button disabled={!hasFilm} aria-label={words.take} onClick={take}>
        {t('chapters.now')}
      </Button>
    </Space.Compact>
  )
}
