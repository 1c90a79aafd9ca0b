import { isVertical, type LocalText } from '@ulan/contract'
import { splitCueRuns } from '@ulan/player'
import type { ReactElement, ReactNode } from 'react'

type TextTag = 'span' | 'p' | 'h1' | 'h2' | 'h3' | 'strong'

/** What stands upright in a column: characters of Chinese with their marks. */
const UPRIGHT = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]/u

/** A text in the language it is really in: fonts, screen readers and line breaking depend on it. */
export function Text({ value, as: Tag = 'span', className }: { value: LocalText; as?: TextTag; className?: string }): ReactElement {
  return (
    <Tag lang={value.locale} className={className}>
      {isVertical(value.locale) && UPRIGHT.test(value.text) ? columnRuns(value.text) : value.text}
    </Tag>
  )
}

/** Where Mongolian has to be laid on its side by name, the Chinese beside it would lie there too. */
const columnRuns = (text: string): ReactNode => (
  // One child, since a box of few lines would make a column of each of many.
  <span>
    {splitCueRuns(text).map((run, at) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: runs of one text, which never change their places
      <span key={at} className={run.isMongolian ? undefined : 'upright'}>
        {run.text}
      </span>
    ))}
  </span>
)
