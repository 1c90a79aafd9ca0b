import { Select } from 'antd'
import type { ReactNode } from 'react'
import type { Choice } from '../data/choices.ts'

type Props<Language> = {
  readonly label: string
  /** Undefined: none is chosen yet, or one that is not among the choices. */
  readonly value: Language | undefined
  readonly choices: readonly Choice<Language>[]
  readonly placeholder: string
  readonly isBusy: boolean
  readonly onChange: (language: Language) => void
}

/** One of a few languages. */
export const LanguageSelect = <Language extends string>({
  label,
  value,
  choices,
  placeholder,
  isBusy,
  onChange,
}: Props<Language>): ReactNode => (
  <Select<Language>
    className="language-select"
    aria-label={label}
    {...(value === undefined ? {} : { value })}
    placeholder={placeholder}
    loading={isBusy}
    options={[...choices]}
    onChange={onChange}
  />
)
