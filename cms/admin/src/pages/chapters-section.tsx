import type { StaffProgramme } from '@ulan/contract'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ChapterLine } from '../components/chapter-line.tsx'
import { type ChapterRow, chaptersOf, clockOf, MOST_CHAPTERS, nextRow } from '../form/chapter-rows.ts'
import { filmSecondsOf } from '../form/programme-edit.ts'
import { ChapterFields } from './chapter-fields.tsx'
import { useFilmClock } from './film-clock.ts'
import { useFocusAfter } from './use-focus-after.ts'
import type { ProgrammeEditing } from './use-programme-edit.ts'

type Props = { readonly programme: StaffProgramme; readonly editing: ProgrammeEditing }

const TITLE_ID = 'chapters-title'

/** Where the opening, the law and the credits lie in the film, under which it stands. */
export const ChaptersSection = ({ programme, editing }: Props): ReactNode => {
  const { t } = useTranslation()
  const { clock, hasFilm } = useFilmClock()
  const { list, focusAfter } = useFocusAfter()
  const rows = editing.form.chapters
  const set = (chapters: readonly ChapterRow[]): void => editing.change({ chapters })
  const add = (): void => {
    set([...rows, nextRow(rows, clock.seconds())])
    focusAfter(`.chapter:nth-child(${rows.length + 1}) .chapter-start input`)
  }
  const remove = (index: number): void => {
    set(rows.filter((_, at) => at !== index))
    focusAfter(`.chapter:nth-child(${Math.min(index + 1, rows.length - 1)}) .chapter-remove, .chapter-add`)
  }
  return (
    <section className="tracks chapters" ref={list} aria-labelledby={TITLE_ID}>
      <h3 id={TITLE_ID}>{t('field.chapters')}</h3>
      <p className="muted small">{t('chapters.hint')}</p>
      <Overview rows={rows} filmSeconds={filmSecondsOf(programme)} />
      {editing.conflicts.includes('chapters') ? <p className="is-troubled">{t('conflict.field')}</p> : null}
      {rows.length === 0 ? null : (
        <ol className="track-list" aria-labelledby={TITLE_ID}>
          {rows.map((row, index) => (
            <ChapterFields
              // biome-ignore lint/suspicious/noArrayIndexKey: a row has no name of its own, and keeps nothing of its own either
              key={index}
              index={index}
              row={row}
              problems={editing.wrongs}
              onChange={(change) => set(rows.map((one, at) => (at === index ? { ...one, ...change } : one)))}
              onRemove={() => remove(index)}
            />
          ))}
        </ol>
      )}
      <Button className="chapter-add" disabled={rows.length >= MOST_CHAPTERS} onClick={add}>
        {t('chapters.add')}
      </Button>
      {rows.length > 0 && !hasFilm ? <p className="muted small">{t('chapters.noFilm')}</p> : null}
    </section>
  )
}

type OverviewProps = { readonly rows: readonly ChapterRow[]; readonly filmSeconds: number | undefined }

/** What can be read of the rows already, on one line. */
const Overview = ({ rows, filmSeconds }: OverviewProps): ReactNode => {
  const { t } = useTranslation()
  const chapters = chaptersOf(rows).filter(({ startSeconds, endSeconds }) => endSeconds > startSeconds)
  if (chapters.length === 0) return null
  const parts = chapters.map((chapter) => {
    const [start, end] = [clockOf(chapter.startSeconds), clockOf(chapter.endSeconds)]
    return { ...chapter, label: t('chapters.part', { kind: t(`chapters.kind.${chapter.kind}`), start, end }) }
  })
  // Before its length is known the line ends with what is marked last.
  const length = filmSeconds ?? Math.max(...chapters.map(({ endSeconds }) => endSeconds))
  return <ChapterLine label={t('chapters.line')} parts={parts} filmSeconds={length} />
}
