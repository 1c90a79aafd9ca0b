import type { LocalText } from '@ulan/contract'
import type { ReactElement, ReactNode } from 'react'
import { SPOKEN } from '../platform/spoken-text.ts'
import { Text } from './text.tsx'

type QuizResultProps = {
  readonly title: LocalText
  readonly correct: number
  readonly total: number
  readonly score: LocalText
  readonly praise: LocalText
  /** Whether the attempt has reached the server. */
  readonly delivery: LocalText
  readonly children: ReactNode
}

/** How it went, and what to do next. */
export function QuizResult(props: QuizResultProps): ReactElement {
  return (
    <section className="result">
      <div className="result-medal">
        <svg viewBox="0 0 120 120" aria-hidden="true">
          <circle cx="60" cy="60" r="52" className="medal-ring" />
          <circle
            cx="60"
            cy="60"
            r="52"
            className="medal-arc"
            pathLength={100}
            strokeDasharray={`${props.total === 0 ? 0 : (props.correct / props.total) * 100} 100`}
          />
        </svg>
        <span className="medal-number">
          {props.correct}/{props.total}
        </span>
      </div>
      <div className="result-text" {...SPOKEN}>
        <Text value={props.title} className="hero-kind" />
        <Text value={props.score} as="h1" className="hero-title" />
        <Text value={props.praise} as="p" className="result-praise" />
        <Text value={props.delivery} as="p" className="result-delivery" />
        <div className="actions">{props.children}</div>
      </div>
    </section>
  )
}
