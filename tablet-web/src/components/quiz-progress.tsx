import type { LocalText } from '@ulan/contract'
import type { ReactElement } from 'react'
import { Text } from './text.tsx'

/** How far a quiz is: words and beads. */
export function QuizProgress({
  done,
  total,
  label,
}: {
  readonly done: number
  readonly total: number
  readonly label: LocalText
}): ReactElement {
  return (
    <div className="quiz-progress">
      <Text value={label} />
      <span className="beads" aria-hidden="true">
        {Array.from({ length: total }, (_, at) => at).map((at) => (
          <span key={at} className={at < done ? 'bead bead-done' : 'bead'} />
        ))}
      </span>
    </div>
  )
}
