import type { LocalText } from '@ulan/contract'
import { type ReactElement, useEffect, useRef } from 'react'
import { IconButton } from './action.tsx'
import { Icon } from './icon.tsx'

type SearchBoxProps = {
  readonly label: LocalText
  readonly hint: LocalText
  readonly clearLabel: LocalText
  readonly value: string
  readonly maxLength: number
  readonly onType: (value: string) => void
}

/** The field of the search; the keyboard opens with the screen unless something was asked already. */
export function SearchBox({ label, hint, clearLabel, value, maxLength, onType }: SearchBoxProps): ReactElement {
  const field = useRef<HTMLInputElement>(null)
  const isEmptyAtFirst = useRef(value === '')
  useEffect(() => {
    if (isEmptyAtFirst.current) field.current?.focus()
  }, [])
  return (
    <search className="search-box">
      <Icon name="search" />
      <input
        ref={field}
        className="search-field"
        type="text"
        inputMode="search"
        enterKeyHint="search"
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        maxLength={maxLength}
        aria-label={label.text}
        placeholder={hint.text}
        value={value}
        onChange={(event) => onType(event.target.value)}
        onKeyDown={(event) => {
          // The results are there already; what is wanted is the room that the keyboard takes.
          if (event.key === 'Enter' && !event.nativeEvent.isComposing) field.current?.blur()
        }}
      />
      {value !== '' && (
        <IconButton
          className="search-clear"
          icon="wrong"
          label={clearLabel}
          onPress={() => {
            onType('')
            field.current?.focus()
          }}
        />
      )}
    </search>
  )
}
