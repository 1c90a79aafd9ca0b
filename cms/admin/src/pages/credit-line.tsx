import { CREDIT_ROLES, type FieldProblem } from '@ulan/contract'
import { Button, Input, Select } from 'antd'
import type { KeyboardEvent, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { CreditRow } from '../form/credit-rows.ts'
import { useProblemText } from './use-problem-text.ts'

type Props = {
  readonly index: number
  readonly row: CreditRow
  readonly hasCyrillic: boolean
  readonly problems: readonly FieldProblem[]
  readonly onChange: (change: Partial<CreditRow>) => void
  readonly onUp: () => void
  readonly onRemove: () => void
  /** Enter: on to the next line. */
  readonly onNext: () => void
}

/** One line of the credits: what was done, by whom, and beneath what is wrong with it. */
export const CreditLine = ({ index, row, hasCyrillic, problems, onChange, onUp, onRemove, onNext }: Props): ReactNode => {
  const { t } = useTranslation(['admin', 'credits'])
  const { ofField } = useProblemText()
  const number = index + 1
  const noteId = `credit-note-${String(number)}`
  const goOn = (event: KeyboardEvent): void => {
    // Enter that chooses what an input method offers is not one.
    if (event.nativeEvent.isComposing) return
    event.preventDefault()
    onNext()
  }
  return (
    <li className={hasCyrillic ? 'credit has-cyrillic' : 'credit'}>
      <Select<CreditRow['role']>
        aria-label={t('credits.roleOf', { number })}
        showSearch={{ optionFilterProp: 'label' }}
        value={row.role}
        options={CREDIT_ROLES.map((value) => ({ value, label: t(`credits:role.${value}`) }))}
        onChange={(role) => onChange({ role })}
      />
      <Input
        className="credit-names"
        aria-label={t('credits.namesOf', { number })}
        aria-describedby={noteId}
        aria-invalid={problems.length > 0}
        {...(problems.length > 0 ? { status: 'error' as const } : {})}
        placeholder={t('credits.names')}
        maxLength={300}
        value={row.chinese}
        onChange={({ target }) => onChange({ chinese: target.value })}
        onPressEnter={goOn}
      />
      {hasCyrillic ? (
        <Input
          lang="mn-Cyrl"
          aria-label={t('credits.cyrillicOf', { number })}
          placeholder={t('credits.cyrillic')}
          maxLength={300}
          value={row.cyrillic}
          onChange={({ target }) => onChange({ cyrillic: target.value })}
          onPressEnter={goOn}
        />
      ) : null}
      <Button
        className="credit-up"
        size="small"
        type="link"
        disabled={index === 0}
        aria-label={t('credits.upOf', { number })}
        onClick={onUp}
      >
        {t('credits.up')}
      </Button>
      <Button className="credit-remove" size="small" type="link" danger aria-label={t('credits.removeOf', { number })} onClick={onRemove}>
        {t('credits.remove')}
      </Button>
      <div id={noteId} role="alert" className="credit-note">
        {problems.map((problem) => (
          <p key={problem.path}>{ofField(problem)}</p>
        ))}
      </div>
    </li>
  )
}
