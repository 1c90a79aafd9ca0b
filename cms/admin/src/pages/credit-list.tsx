import type { FieldProblem } from '@ulan/contract'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ColumnField } from '../components/column-field.tsx'
import { type CreditRow, isEmptyCredit, MOST_CREDITS, moveUp, nextCredit } from '../form/credit-rows.ts'
import { CreditLine } from './credit-line.tsx'
import { useFocusAfter } from './use-focus-after.ts'
import type { ProgrammeEditing } from './use-programme-edit.ts'

const TITLE_ID = 'credits-title'

type Props = {
  readonly editing: ProgrammeEditing
  /** In which scripts names are written beside the Chinese ones. */
  readonly has: { readonly cyrillic: boolean; readonly mongolian: boolean }
}

/** Who made it: a line each, and beneath them the same in Mongolian, a column each. */
export const CreditList = ({ editing, has }: Props): ReactNode => {
  const { t } = useTranslation()
  const { list, focusAfter } = useFocusAfter()
  const rows = editing.form.credits
  const set = (credits: readonly CreditRow[]): void => editing.change({ credits })
  const setRow = (index: number, change: Partial<CreditRow>): void =>
    set(rows.map((row, at) => (at === index ? { ...row, ...change } : row)))
  const add = (): void => {
    if (rows.length >= MOST_CREDITS) return
    set([...rows, nextCredit(rows)])
    focusAfter(`.credit:nth-child(${rows.length + 1}) .credit-names`)
  }
  /** On to the line beneath; the last one is followed by another as long as it says anything itself. */
  const goOn = (index: number): void => {
    if (index < rows.length - 1) list.current?.querySelectorAll<HTMLInputElement>('input.credit-names')[index + 1]?.focus()
    else if (rows[index] !== undefined && !isEmptyCredit(rows[index])) add()
  }
  const remove = (index: number): void => {
    set(rows.filter((_, at) => at !== index))
    focusAfter(`.credit:nth-child(${Math.min(index + 1, rows.length - 1)}) .credit-remove, .credit-add`)
  }
  const up = (index: number): void => {
    set(moveUp(rows, index))
    focusAfter(index === 1 ? '.credit:nth-child(1) .credit-names' : `.credit:nth-child(${index}) .credit-up`)
  }
  const problemsOf = (index: number): readonly FieldProblem[] =>
    editing.wrongs.filter(({ path }) => path.startsWith(`credits.${String(index)}.`))
  return (
    <section className="credits" ref={list} aria-labelledby={TITLE_ID}>
      <h3 id={TITLE_ID}>{t('field.credits')}</h3>
      <p className="muted small">{t('credits.hint')}</p>
      {editing.conflicts.includes('credits') ? <p className="is-troubled">{t('conflict.field')}</p> : null}
      {rows.length === 0 ? null : (
        <ol className="credit-lines" aria-labelledby={TITLE_ID}>
          {rows.map((row, index) => (
            <CreditLine
              // biome-ignore lint/suspicious/noArrayIndexKey: a row has no name of its own, and keeps nothing of its own either
              key={index}
              index={index}
              row={row}
              hasCyrillic={has.cyrillic}
              problems={problemsOf(index)}
              onChange={(change) => setRow(index, change)}
              onUp={() => up(index)}
              onRemove={() => remove(index)}
              onNext={() => goOn(index)}
            />
          ))}
        </ol>
      )}
      <Button className="credit-add" disabled={rows.length >= MOST_CREDITS} onClick={add}>
        {t('credits.add')}
      </Button>
      {has.mongolian && rows.length > 0 ? <CreditColumns rows={rows} problems={editing.wrongs} onChange={setRow} /> : null}
    </section>
  )
}

type ColumnsProps = {
  readonly rows: readonly CreditRow[]
  readonly problems: readonly FieldProblem[]
  readonly onChange: (index: number, change: Partial<CreditRow>) => void
}

/** Columns stand from left to right, as the lines above follow each other. */
const CreditColumns = ({ rows, problems, onChange }: ColumnsProps): ReactNode => {
  const { t } = useTranslation(['admin', 'credits'])
  return (
    <>
      <h4 id={`${TITLE_ID}-columns`}>{t('field.creditsMongolian')}</h4>
      <ol className="credit-columns" aria-labelledby={`${TITLE_ID}-columns`}>
        {rows.map(({ role, chinese, mongolian }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: as above
          <li key={index}>
            <span className="small">{t(`credits:role.${role}`)}</span>
            <ColumnField
              id={`credit-mongolian-${String(index)}`}
              label={t('credits.mongolianOf', { number: index + 1 })}
              maxLength={300}
              value={mongolian}
              isInvalid={problems.some(({ path }) => path === `credits.${String(index)}.names.mn-Mong`)}
              isOneColumn
              onChange={(changed) => onChange(index, { mongolian: changed })}
            />
            <span className="muted small ellipsis" title={chinese}>
              {chinese}
            </span>
          </li>
        ))}
      </ol>
    </>
  )
}
