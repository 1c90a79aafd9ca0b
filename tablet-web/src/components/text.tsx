import type { LocalText } from '@ulan/contract'
import type { ReactElement } from 'react'

type TextTag = 'span' | 'p' | 'h1' | 'h2' | 'h3' | 'strong'

/** A text in the language it is really in: fonts, screen readers and line breaking depend on it. */
export function Text({ value, as: Tag = 'span', className }: { value: LocalText; as?: TextTag; className?: string }): ReactElement {
  return (
    <Tag lang={value.locale} className={className}>
      {value.text}
    </Tag>
  )
}
