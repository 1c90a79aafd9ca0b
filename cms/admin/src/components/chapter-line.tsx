import type { Chapter } from '@ulan/contract'
import type { ReactNode } from 'react'

/** `label`: what it is, read out in place of the picture. */
type ChapterLinePart = Chapter & { readonly label: string }
type Props = { readonly label: string; readonly parts: readonly ChapterLinePart[]; readonly filmSeconds: number }

/** Where the chapters of a film lie; colours are by kind in the style sheet, the rows beside it say the same in words. */
export const ChapterLine = ({ label, parts, filmSeconds }: Props): ReactNode => {
  const percent = (seconds: number): string => `${(100 * Math.max(0, Math.min(seconds, filmSeconds))) / filmSeconds}%`
  return (
    <div className="chapter-line" role="img" aria-label={`${label}: ${parts.map((part) => part.label).join(', ')}`}>
      {parts.map(({ kind, startSeconds, endSeconds, label: words }) => (
        <span
          key={`${kind} ${startSeconds}`}
          className={`chapter-part is-${kind}`}
          style={{ insetInlineStart: percent(startSeconds), inlineSize: percent(endSeconds - startSeconds) }}
          title={words}
        />
      ))}
    </div>
  )
}
